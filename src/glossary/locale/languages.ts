/**
 * The languages other than English that have strings: a file each, loaded when
 * it is needed.
 */
import type {CommonStrings} from './locale-strings.js';
import type {Languages} from './string-set.js';

/**
 * By tag, in lower case: a language, or one of its scripts or regions where
 * these differ. `pt` is for everyone who writes Portuguese outside Brazil.
 */
export const LANGUAGES: Languages<CommonStrings> = {
  ar: () => import('./languages/ar.js'),
  bn: () => import('./languages/bn.js'),
  cs: () => import('./languages/cs.js'),
  de: () => import('./languages/de.js'),
  el: () => import('./languages/el.js'),
  es: () => import('./languages/es.js'),
  fa: () => import('./languages/fa.js'),
  fr: () => import('./languages/fr.js'),
  he: () => import('./languages/he.js'),
  hi: () => import('./languages/hi.js'),
  id: () => import('./languages/id.js'),
  it: () => import('./languages/it.js'),
  ja: () => import('./languages/ja.js'),
  ko: () => import('./languages/ko.js'),
  nl: () => import('./languages/nl.js'),
  pl: () => import('./languages/pl.js'),
  pt: () => import('./languages/pt-PT.js'),
  'pt-br': () => import('./languages/pt-BR.js'),
  ru: () => import('./languages/ru.js'),
  th: () => import('./languages/th.js'),
  tr: () => import('./languages/tr.js'),
  uk: () => import('./languages/uk.js'),
  vi: () => import('./languages/vi.js'),
  'zh-hans': () => import('./languages/zh-Hans.js'),
  'zh-hant': () => import('./languages/zh-Hant.js'),
};
