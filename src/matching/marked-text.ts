/** A text with the words in it that a search has found. Pure. */
import {foldName} from '../glossary/fold.js';

/** A part of a text; `isMarked` where it was searched for. */
export interface TextPart {
  readonly text: string;
  readonly isMarked: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Characters of a word that a search has found: from one place up to another. */
const rangeIn = (
  word: string,
  words: ReadonlyMap<string, readonly string[]>,
): readonly [number, number] | undefined => {
  const folded = foldName(word);
  const isSameLength = folded.length === word.length;
  for (const [typed, found] of words) {
    for (const form of found) {
      if (!folded.endsWith(form)) continue;
      // Inside a word only where the script has no spaces: it was indexed so.
      const start = folded.length - form.length;
      if (start && !isSameLength) continue;
      if (!form.startsWith(typed) || !isSameLength) return [start, word.length];
      return [start, start + typed.length];
    }
  }
  return undefined;
};

/**
 * @param words Folded words of the text, by the word that was typed. Of a word
 *     that begins with it, only that much is marked.
 */
export const markedText = (
  text: string,
  words: ReadonlyMap<string, readonly string[]>,
): readonly TextPart[] => {
  const parts: TextPart[] = [];
  let end = 0;
  const add = (to: number, isMarked: boolean) => {
    if (to > end) parts.push({text: text.slice(end, to), isMarked});
    end = Math.max(end, to);
  };
  for (const {0: word, index} of text.matchAll(WORD)) {
    const range = rangeIn(word, words);
    if (!range) continue;
    add(index + range[0], false);
    add(index + range[1], true);
  }
  add(text.length, false);
  return parts;
};
