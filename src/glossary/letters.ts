/** Under which letter a name stands, in any script. Pure. */
import {foldName} from './fold.js';

/** Digits, signs, and what has no letters of its own. */
export const OTHER = '#';

/** First syllables of the initial consonants of Hangul, in order; doubled ones go with the single. */
const HANGUL = '가나다라마바사아자차카타파하';
const HANGUL_LETTERS = 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ';

/** First kana of the ten rows, in order. */
const KANA = 'あかさたなはまやらわ';

/** First characters, in the order of Pinyin, of each letter that a syllable begins with. */
const PINYIN = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀';
const PINYIN_LETTERS = 'ABCDEFGHJKLMNOPQRSTWXYZ';

/** The last of an ordered list that does not come after a name. */
const rowOf = (
  name: string,
  starts: string,
  letters: string,
  collator: Intl.Collator,
): string | undefined => {
  const rows = [...letters];
  let row: string | undefined;
  for (const [index, start] of [...starts].entries()) {
    if (collator.compare(name, start) < 0) break;
    row = rows[index];
  }
  return row;
};

const collators = new Map<string, Intl.Collator>();

/** Collators are costly to make, and there are few languages at a time. */
const collatorOf = (
  language: string,
  sensitivity: 'base' | 'variant' = 'variant',
): Intl.Collator => {
  const key = `${sensitivity} ${language}`;
  let collator = collators.get(key);
  if (!collator) {
    try {
      collator = new Intl.Collator(language, {sensitivity, numeric: true});
    } catch {
      collator = new Intl.Collator('en', {sensitivity, numeric: true}); // not a language tag
    }
    collators.set(key, collator);
  }
  return collator;
};

/**
 * The letter that leads a name: `D` of `Delta`, `Ö` of `Öl` in a language that
 * sorts it as a letter of its own and `O` in others, `ㅎ` of `헤지`, `か` of
 * `ガンマ`, and `Q` of `期权` in Chinese. Han in other languages has no letter. In
 * Thai and Lao a vowel before its consonant is passed over, as sorting does.
 */
export const letterOf = (name: string, language: string): string => {
  const [first = ''] = name
    .trim()
    .normalize('NFC')
    .replace(/^[\u0e40-\u0e44\u0ec0-\u0ec4](?=\p{L})/u, '');
  if (!/^\p{L}/u.test(first)) return OTHER;
  if (/^\p{sc=Hang}/u.test(first))
    return rowOf(first, HANGUL, HANGUL_LETTERS, collatorOf('ko')) ?? OTHER;
  if (/^[\p{sc=Hira}\p{sc=Kana}]/u.test(first))
    return rowOf(first, KANA, KANA, collatorOf('ja')) ?? OTHER;
  if (/^\p{sc=Han}/u.test(first))
    return /^zh\b/i.test(language)
      ? (rowOf(first, PINYIN, PINYIN_LETTERS, collatorOf('zh')) ?? OTHER)
      : '漢';
  const folded = foldName(first).toUpperCase();
  // The dotted and the dotless I of Turkish are two letters.
  const upper = first.toLocaleUpperCase(
    collatorOf(language).resolvedOptions().locale,
  );
  // Swedish sorts Ä after Z, German beside A; Æ stands among A and E.
  const isOwn = collatorOf(language, 'base').compare(upper, folded) !== 0;
  return isOwn ? upper : ([...folded][0] ?? upper);
};

/** The order of letters in a language; what has none comes last. */
export const letterOrder = (
  language: string,
): ((a: string, b: string) => number) => {
  const collator = collatorOf(language);
  return (a, b) =>
    Number(a === OTHER) - Number(b === OTHER) ||
    collator.compare(a, b) ||
    Number(a > b) - Number(a < b); // two letters that sort alike
};

/** The order of names in a language. */
export const nameOrder = (
  language: string,
): ((a: string, b: string) => number) => collatorOf(language).compare;

/**
 * Groups items by their letters, both in the order of the language; those
 * without a letter come last.
 */
export const byLetter = <T>(
  things: readonly T[],
  nameOf: (thing: T) => string,
  language: string,
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const thing of sortedByName(things, nameOf, language)) {
    const letter = letterOf(nameOf(thing), language);
    const group = groups.get(letter);
    if (group) group.push(thing);
    else groups.set(letter, [thing]);
  }
  const order = letterOrder(language);
  return new Map([...groups].sort(([a], [b]) => order(a, b)));
};

/** In the order of the language; equal names in the order of the glossary. */
export const sortedByName = <T>(
  things: readonly T[],
  nameOf: (thing: T) => string,
  language: string,
): readonly T[] => {
  const order = nameOrder(language);
  return [...things].sort((a, b) => order(nameOf(a), nameOf(b)));
};
