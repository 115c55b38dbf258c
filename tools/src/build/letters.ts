/** Under which letter a name stands. Pure. */
import {foldName} from 'term-elements/glossary';

/** Digits, signs, and letters of which there are too many for a row of letters. */
export const OTHER = '#';

/** A row of more letters helps no reader; then scripts with thousands go together. */
const MOST = 100;

const COUNTLESS = /^[\p{sc=Han}\p{sc=Hang}\p{sc=Hira}\p{sc=Kana}]/u;

/** The first letter, as a capital and without accents. */
export const letterOf = (name: string): string => {
  const first = foldName(name).match(/^\s*(\p{L}\p{M}*)/u)?.[1];
  return first?.toUpperCase() ?? OTHER;
};

/** The letters of a list that has names with these, each as it is shown. */
export const lettersOf = (
  found: ReadonlySet<string>,
): ((letter: string) => string) =>
  found.size < MOST
    ? (letter) => letter
    : (letter) => (COUNTLESS.test(letter) ? OTHER : letter);
