/**
 * Classes, data layer and builders. Importing it registers nothing:
 * `term-elements/term-card.js` registers one element, `term-elements/all.js`
 * all of them.
 */
export {BreadcrumbJsonld} from './elements/breadcrumb-jsonld/breadcrumb-jsonld.js';
export {FaqBlock} from './elements/faq-block/faq-block.js';
export {TermArea} from './elements/term-area/term-area.js';
export {TermCard} from './elements/term-card/term-card.js';
export {TermGlossary} from './elements/term-glossary/term-glossary.js';
export type {
  LinkedMention,
  LinkedTerm,
} from './elements/term-linker/linking.js';
export {TermLinkEvent} from './elements/term-linker/link-event.js';
export {TermLinker} from './elements/term-linker/term-linker.js';
export {TermTip} from './elements/term-tip/term-tip.js';
export * from './glossary/index.js';
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
  type Piece,
  type ReaderNeeds,
  selectMentions,
} from './matching/select.js';
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
export * from './structured-data/index.js';
