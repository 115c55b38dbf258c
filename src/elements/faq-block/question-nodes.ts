import type {AreaPage} from '../../glossary/source.js';
import {answerHtml} from '../../structured-data/answer-text.js';
import {
  buildFaqPage,
  buildShownFaqPage,
} from '../../structured-data/faq-page.js';
import type {HostPage} from '../../structured-data/page-role.js';
import type {AuthorMarkup} from './author-questions.js';

/** The nodes of a block of questions: those of an area, or the author's. */
export const build = (subject: AreaPage | AuthorMarkup, host: HostPage) => [
  'area' in subject
    ? buildShownFaqPage(subject, host)
    : buildFaqPage(
        subject.questions.map(({id, question, answer}) => ({
          id,
          question,
          answer: answerHtml(answer),
        })),
        host,
      ),
];
