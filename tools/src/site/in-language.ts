import type {Edition} from './edition.js';
import {type Markup, markup} from '../documents/html/markup.js';

/** Words of the site itself on a page in another language: they say which they are in. */
export const inLanguage = (
  {words, language, direction}: Edition,
  text: string,
): string | Markup =>
  language.split('-', 1)[0]!.toLowerCase() === words.language
    ? text
    : direction === 'rtl'
      ? markup`<span lang="${words.language}" dir="ltr">${text}</span>`
      : markup`<span lang="${words.language}">${text}</span>`;
