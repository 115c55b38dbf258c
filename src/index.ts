/**
 * Classes, data layer and builders. Importing this registers nothing:
 * `term-elements/term-card.js` registers one element, `term-elements/all.js`
 * all of them.
 */
export {BreadcrumbJsonld} from './elements/breadcrumb-jsonld/breadcrumb-jsonld.js';
export {FaqBlock} from './elements/faq-block/faq-block.js';
export {TermArea} from './elements/term-area/term-area.js';
export {TermCard} from './elements/term-card/term-card.js';
export {TermFigure} from './elements/term-figure/term-figure.js';
export {TermGlossary} from './elements/term-glossary/term-glossary.js';
export {TermIndex} from './elements/term-index/term-index.js';
export type {
  LinkedMention,
  LinkedTerm,
} from './elements/term-linker/linking.js';
export {TermLinkEvent} from './elements/term-linker/link-event.js';
export {TermLinker} from './elements/term-linker/term-linker.js';
export {TermSettings} from './elements/term-settings/term-settings.js';
export {TermTip} from './elements/term-tip/term-tip.js';
export {
  absoluteAddress,
  areaTrail,
  bundledSource,
  DocumentSource,
  documentSource,
  type Fault,
  foldName,
  GlossaryFormatError,
  GlossaryIndex,
  GlossaryListError,
  GlossaryLoadError,
  HttpSource,
  httpSource,
  LayeredSource,
  layered,
  linkAddress,
  type LoadErrorCode,
  nameKey,
  TERMS_PER_PAGE,
  termsNamed,
  termTrail,
  type TrailStep,
} from './glossary/index.js';
export type * from './glossary/source.js';
export type * from './glossary/types.js';
export {
  TermCloseEvent,
  TermDwellEvent,
  TermErrorEvent,
  type TermErrorCode,
  TermLoadEvent,
  TermOpenEvent,
} from './page/events.js';
export {glossaryContext} from './page/glossary-context.js';
export {
  buildMatcher,
  createMatcher,
  type Matcher,
  type MatcherOptions,
} from './matching/matcher.js';
export type {Mention} from './matching/mention.js';
export type {PluralRule, PluralRules} from './matching/plurals.js';
export {
  type Limits,
  type TextRunMentions,
  type ReaderNeeds,
  selectMentions,
} from './matching/select.js';
export {setLocaleStrings} from './page/locale.js';
export type {
  LocaleStrings,
  OwnStrings,
  StringName,
} from './glossary/locale/locale-strings.js';
export {version} from './page/version.js';
export {
  Preferences,
  preferences,
  type PreferenceValues,
} from './page/preferences/preferences.js';
export {parseRichText} from './rich-text/parse.js';
export {toHtml} from './rich-text/to-html.js';
export {toLit} from './rich-text/to-lit.js';
export {toText} from './rich-text/to-text.js';
export {
  type AnsweredQuestion,
  areaDescription,
  areaHeadline,
  areaQuestions,
  buildAreaNodes,
  buildBreadcrumbList,
  buildCollectionPage,
  buildDefinedTerm,
  buildDefinedTermSet,
  buildFaqPage,
  cardText,
  type JsonLdNode,
  mergeNodes,
  publishedQuestions,
  scriptText,
} from './structured-data/index.js';
export {answerMarkup} from './page/answer-markup.js';
export {pageAddresses} from './page/graph/page-address.js';
export {type PageGraph, pageGraph} from './page/graph/page-graph.js';
