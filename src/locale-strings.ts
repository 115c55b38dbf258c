/** Replaces strings of the elements, and adds languages; see docs/languages.md. */
export type {
  LocaleStrings,
  OwnStrings,
  StringName,
} from './glossary/locale/locale-strings.js';
export {setLocaleStrings} from './page/locale.js';
