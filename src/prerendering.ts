export {trailTemplate} from './elements/breadcrumb-jsonld/trail-template.js';
export {
  questionsTemplate,
  shownQuestions,
} from './elements/faq-block/questions-template.js';
export {areaTemplate} from './elements/term-area/area-template.js';
export {entryTemplate} from './elements/term-card/entry-template.js';
export {lookUp} from './elements/term-tip/look-up.js';
export {dateText} from './page/dates.js';
export {collectTypes, MARK, SINGLE_TYPES} from './page/graph/host-types.js';
export {langMark, textLanguage} from './page/language-marks.js';
export {slug} from './page/slug.js';
export {version} from './page/version.js';
