export {
  isTrail,
  NOT_A_TRAIL,
  requestTrail,
  trailKey,
  trailRequest,
  trailSettings,
} from './elements/breadcrumb-jsonld/trail-content.js';
export {trailTemplate} from './elements/breadcrumb-jsonld/trail-template.js';
export {
  questionsKey,
  questionsRequest,
  type QuestionsSettings,
  questionsSettings,
} from './elements/faq-block/questions-content.js';
export {
  questionsTemplate,
  shownQuestions,
} from './elements/faq-block/questions-template.js';
export {
  areaKey,
  areaPageAddress,
  areaReference,
  areaRequest,
  areaSettings,
} from './elements/term-area/area-content.js';
export {areaTemplate} from './elements/term-area/area-template.js';
export {
  cardKey,
  cardRequest,
  cardSettings,
} from './elements/term-card/card-content.js';
export {entryTemplate} from './elements/term-card/entry-template.js';
export {
  figureKey,
  figureLanguage,
  figureRequest,
  figureSettings,
} from './elements/term-figure/figure-content.js';
export {drawFigure} from './elements/term-figure/drawn.js';
export {drawnFigure} from './elements/term-figure/drawn-figure.js';
export {lookUp} from './elements/term-tip/look-up.js';
export {readAnswer} from './page/author-markup/answers.js';
export type {MarkupTree} from './page/author-markup/markup-tree.js';
export {
  type AuthorQuestion,
  type AuthorQuestions,
  NO_QUESTIONS,
  readQuestions,
} from './page/author-markup/questions.js';
export {NO_TRAIL, readTrail} from './page/author-markup/trail.js';
export {
  type ContentKey,
  keyText,
  NODES,
  PRERENDERED,
  TIP_LINK,
} from './page/content-contract.js';
export {dateText} from './page/dates.js';
export {derivedTrail} from './glossary/trail.js';
export {localeReady} from './page/locale.js';
export {addressesIn, firstNamed} from './page/glossary-places.js';
export {MARK} from './page/graph/host-types.js';
export {needsMarks} from './page/needs-marks.js';
export {
  markAreaTexts,
  markEntryTexts,
  type ShownTree,
} from './page/text-languages.js';
export {version} from './page/version.js';
