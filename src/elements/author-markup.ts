/** What reads the author's markup in elements: one chunk, for pages that have some. */
export {readAuthorTrail} from './breadcrumb-jsonld/author-trail.js';
export {readAuthorQuestions} from './faq-block/author-questions.js';
