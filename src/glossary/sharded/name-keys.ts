/** How the words of names and of texts are looked up in a built glossary. Pure. */
import {foldName} from '../fold.js';
import type {TextRun} from '../source.js';

/**
 * A folded word without a plural's `s`. It needs no grammar: it only has to do
 * the same to a name and to a text; a plural that it does not level has a key
 * of its own in the tables.
 */
export const wordKey = (folded: string): string =>
  folded.replace(/([a-z]{2})s(?![a-z])/g, '$1');

/**
 * The key of a name, or of words of a text: folded, without gaps, each word as
 * `wordKey`. Gaps go last, since they part words.
 */
export const nameTableKey = (name: string): string =>
  wordKey(foldName(name)).replace(/[\s\p{Z}\p{Pd}]+/gu, '');

/** In the set of `words`: a name, and the beginning of a longer one. */
export const nameMark = (key: string): string => `=${key}`;
export const beginningMark = (key: string): string => `<${key}`;

/** Words of the longest name in the tables of words; longer ones are found by `named` only. */
export const LONGEST_NAME = 64;

export type {TextRun};
