/** Builders, glossary in, schema.org node out; usable without a browser. */
export {answerHtml, type AnswerNode} from './answer-text.js';
export {buildAreaNodes, buildShownAreaNodes} from './area-nodes.js';
export {buildBreadcrumbList, buildDerivedTrail} from './breadcrumb-list.js';
export {
  areaDescription,
  areaHeadline,
  buildCollectionPage,
  cardText,
} from './collection-page.js';
export {
  buildDefinedTerm,
  buildDefinedTermSet,
  buildMentions,
} from './defined-term.js';
export {
  type AnsweredQuestion,
  areaQuestions,
  buildFaqPage,
  buildShownFaqPage,
  publishedQuestions,
} from './faq-page.js';
export {
  markupTypes,
  type PageAddresses,
  readJsonLd,
  SINGLE_TYPES,
  statedTypes,
} from './host-data.js';
export {scriptName, scriptText} from './json-text.js';
export {mergeNodes} from './merge-nodes.js';
export type {JsonLdNode} from './nodes.js';
export {DERIVED_TYPES} from './area-nodes.js';
export {answerText} from './faq-page.js';
export {itemIdentity, listOf, nodeIdentity} from './merge-nodes.js';
export {compact, SCHEMA_ORG, typesOf} from './nodes.js';
export {buildImage, buildPerson} from './parts.js';
export {
  areaAddress,
  type HostPage,
  type PageRole,
  pageRole,
} from './page-role.js';
