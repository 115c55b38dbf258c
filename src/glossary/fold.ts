/**
 * Marks that are no letters of their own: accents (U+0300–036F), Hebrew points
 * and cantillation, Arabic vowel signs and the stretch of a line (tatweel); and
 * what is invisible. Not the Japanese voicing marks, the vowels of Thai and the
 * scripts of India, nor the hamza: they make another letter.
 */
const MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u0640\p{DI}]/gu;

/** Letters that Unicode does not decompose, and the two forms of sigma. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
};

/** Plain ASCII has nothing to fold but case. */
const isPlain = (text: string) => /^[\0-\x7f]*$/.test(text);

/**
 * One form for what differs only in width, in accents, in the sort of
 * apostrophe, or in what is invisible (zero width, soft hyphens). Case stays.
 */
export const foldMarks = (text: string): string =>
  isPlain(text)
    ? text
    : text
        .normalize('NFKD')
        .replace(MARKS, '')
        .replace(/[‘’ʼ]/g, "'")
        // What is left is one again: Hangul, and letters whose mark is their own.
        .normalize();

/**
 * One form for all the ways to write a name: as `foldMarks`, and without case.
 * Lengths change (`ß` is `ss`), so it has no offsets to go back by.
 */
export const foldName = (text: string): string =>
  isPlain(text)
    ? text.toLowerCase()
    : foldMarks(text)
        .toLowerCase()
        .replace(/[ßæœøđłıς]/g, (letter) => LETTERS[letter]!);
