/** What has to be around words, beyond that they are words, for a name to stand there. */
import {HANGUL, kindAt, WORD} from './characters.js';
import type {WordBreaks} from './word-breaks.js';

const HAN = /^\p{sc=Han}$/u;
const KATAKANA = /^[\p{sc=Kana}\u3099\u309aーｰ\uff9e\uff9f]$/u;
const BY_DICTIONARY = /^[\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]$/u;
const APOSTROPHE = /^['‘’ʼ＇`´]$/;
const LETTER = /^\p{L}\p{M}*$/u;

const characterAt = (text: string, at: number): string => {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
};

const characterBefore = (text: string, at: number): string => {
  const pair = characterAt(text, at - 2);
  return at > 1 && pair.length > 1 ? pair : text.slice(Math.max(0, at - 1), at);
};

/** Whether two characters beside each other are parts of one word. */
const joins = (
  before: string,
  after: string,
  at: number,
  breaks: WordBreaks,
): boolean =>
  (KATAKANA.test(before) && KATAKANA.test(after)) ||
  (BY_DICTIONARY.test(before) && BY_DICTIONARY.test(after) && !breaks.has(at));

/** Begins an object, which a noun does not have: "it offers a key". */
const OBJECT =
  /^\s(?:an?|the|its|their|his|her|our|your|several|various|many|some|more|additional|another)\s/;
/** Stands before a verb, and hardly before a noun: "they can offer". */
const SUBJECT =
  /(?:^|\s)(?:can|could|will|would|may|might|must|should|cannot|also|which|who|it|he|she)\s$/i;

/** Units of the longest of these with the space around it. */
const BESIDE = 12;

/** Whether an English word that may be a verb is one, by the words beside it. */
export const isVerb = (text: string, start: number, end: number): boolean =>
  OBJECT.test(text.slice(end, end + BESIDE)) ||
  SUBJECT.test(text.slice(Math.max(0, start - BESIDE), start));

/** A letter that needs no look around: nearly all are. */
const isPlain = (text: string, at: number): boolean => {
  const kind = kindAt(text, at);
  return (kind === WORD || kind === HANGUL) && !isDigit(text.charCodeAt(at));
};

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;

/**
 * Whether a name may stand at these offsets, which are ends of words.
 *
 * - Katakana: not inside a longer run of it. Thai, Lao, Khmer, Myanmar: where
 *   the dictionary parts words.
 * - One Chinese character is a name only between others than Chinese ones.
 * - One letter beside an apostrophe is not a word: `it's`, `l'or`.
 * - A number is not a word when it is a part of a longer one: `3.51%`.
 */
export const isWhole = (
  text: string,
  start: number,
  end: number,
  breaks: WordBreaks,
): boolean => {
  if (end - start > 1 && isPlain(text, start) && isPlain(text, end - 1)) {
    return true;
  }
  const first = characterAt(text, start);
  const before = characterBefore(text, start);
  const last = characterBefore(text, end);
  const after = characterAt(text, end);
  if (joins(before, first, start, breaks) || joins(last, after, end, breaks)) {
    return false;
  }
  if (LETTER.test(text.slice(start, Math.min(end, start + 5)))) {
    const beside = HAN.test(first) ? HAN : APOSTROPHE;
    if (beside.test(before) || beside.test(after)) return false;
  }
  return !(
    (/\d/.test(first) || /\d/.test(last)) &&
    (/\d[.,]$/.test(text.slice(Math.max(0, start - 2), start)) ||
      /^[.,]\d/.test(text.slice(end, end + 2)))
  );
};
