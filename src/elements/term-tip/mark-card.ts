import {adoptOnce} from '../../page/adopt-once.js';
import {
  clearMarks,
  isBilingual,
  markEntry,
  markStyles,
} from '../../page/language-marks.js';
import {languageOf} from '../../page/language.js';
import type {CardDisplay} from './card-display.js';

/**
 * Says of the texts in the card which language they are in, where that is not
 * the language around the words, and how old a kept copy is.
 */
export const markCard = ({anchor, element, entry}: CardDisplay): void => {
  const root = element.shadowRoot!;
  const card = root.querySelector('.card');
  if (!anchor || !card) return;
  const {surroundings} = anchor;
  if (entry) {
    adoptOnce(root, markStyles);
    const around = languageOf(surroundings);
    markEntry(card, entry, around, isBilingual(surroundings));
  } else clearMarks(card);
};
