/** How the words of names and of texts are looked up in a built glossary. Pure. */
import {foldName} from '../fold.js';

/** What parts words; inside a folded word too, since some letters fold to several words. */
const GAPS = /[\s\p{Z}\p{Pd}]+/gu;

/** Characters that are words by themselves, and gaps: between them words are folded alone. */
const PIECES = /[\p{L}\p{N}\p{M}\p{Pc}\p{DI}\uff9e\uff9f]+|[^]/gu;

/**
 * A folded word without a plural's `s`. It needs no grammar: it only has to do
 * the same to a name and to a text; a plural that it does not level has a key
 * of its own in the tables.
 */
export const wordKey = (folded: string): string =>
  folded.replace(/([a-z]{2})s(?![a-z])/g, '$1').replace(GAPS, '');

/**
 * The key of a name, or of words of a text: those of its words, one after the
 * other. The words are folded apart, as they are in a text: in `Tokens™` the
 * sign folds to letters, and would make another word of the one before it.
 */
export const nameTableKey = (name: string): string =>
  (name.match(PIECES) ?? []).map((piece) => wordKey(foldName(piece))).join('');

/** In the set of `words`: a name, and the beginning of a longer one. */
export const nameMark = (key: string): string => `=${key}`;
export const beginningMark = (key: string): string => `<${key}`;

/** Words of the longest name in the tables of words; longer ones are found by `named` only. */
export const LONGEST_NAME = 64;
