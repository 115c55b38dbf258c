import {closestOf, languageOf} from './language.js';

/** Whether it, or an element around it, asks for original names beside translated ones. */
export const isBilingual = (element: Element): boolean =>
  !!closestOf(element, '[bilingual]');

/** What an answer depends on, apart from the question and the glossary. */
export const surroundingsOf = (
  host: Element,
  language: string = languageOf(host),
): string => `${language} ${isBilingual(host)}`;
