import {closestOf, languageOf} from './language.js';

/**
 * Whether an element, or one around it, has `bilingual`: original names beside
 * translated ones.
 */
export const isBilingual = (element: Element): boolean =>
  !!closestOf(element, '[bilingual]');

/** What an answer depends on, apart from the request and the glossary. */
export const surroundingsOf = (
  host: Element,
  language: string = languageOf(host),
): string => `${language} ${isBilingual(host)}`;
