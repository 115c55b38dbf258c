/** Random glossaries, and texts in which their names occur, in every sort of script. */
import * as fc from 'fast-check';
import type {TermNames, Vocabulary} from '../../../src/glossary/source.js';

/** Few parts, so that words meet, contain and continue one another. */
export const scripts = {
  'English, with capitals and plurals': {
    language: 'en',
    parts: ['a', 'b', 'IV', 'iv', 'Box', 'basis', 'key', 'of', 'AB', 's', '1'],
  },
  'Latin with diacritics': {
    language: 'de',
    parts: ['ä', 'a', 'Ä', 'a\u0308', 'ß', 'ss', 'é', 'œ', 'İ', 'ı', 'ø'],
  },
  Spanish: {
    language: 'es',
    parts: ['opción', 'de', 'voz', 'mes', 'interés', 'OI', 'n\u0303'],
  },
  Vietnamese: {
    language: 'vi',
    parts: ['ệ', 'e\u0302\u0323', 'e\u0323\u0302', 'đ', 'ư', 'ở', 'o\u031b'],
  },
  Cyrillic: {
    language: 'ru',
    parts: ['д', 'Д', 'й', 'и\u0306', 'и', 'ё', 'е', 'МА', 'ма'],
  },
  Greek: {language: 'el', parts: ['σ', 'ς', 'Σ', 'ά', 'α', 'Α', 'ΐ']},
  Han: {language: 'zh', parts: ['期', '权', '期权', '\u{20000}', '々', 'ETF']},
  Japanese: {
    language: 'ja',
    parts: ['ガ', 'カ\u3099', 'ｶﾞ', 'カ', 'ー', 'ンマ', 'が', 'の', '株', '価'],
  },
  Hangul: {
    language: 'ko',
    parts: [
      '옵',
      '션',
      '옵션',
      '이',
      '을',
      '에서',
      '는',
      '옵'.normalize('NFD'),
    ],
  },
  Thai: {
    language: 'th',
    parts: ['ราคา', 'กา', 'ร', 'น้ำ', 'ที่', 'ตลาด', 'ใช้', 'สิทธิ', 'ุ', '่'],
  },
  'Lao, Khmer and Myanmar': {
    language: 'lo',
    parts: ['ລາຄາ', 'ຕະຫຼາດ', 'តម្លៃ', 'ទីផ្សារ', 'စျေး', 'နှုန်း'],
  },
  Arabic: {language: 'ar', parts: ['خ', 'خِ', 'يار', 'خيار', 'آ', 'ا', 'ـ']},
  Hebrew: {language: 'he', parts: ['א', 'אֹ', 'ופ', 'צי', 'שׁ', 'ש', '״']},
  Devanagari: {language: 'hi', parts: ['मू', 'ल्य', 'मूल्य', 'ं', 'क़', 'क']},
  'several at once': {
    language: 'en',
    parts: ['a', 'é', '权', '가', 'ガ', 'ร', 'خ', '\u{1d400}', '😀', 'σ'],
  },
} as const;

const SEPARATORS = [
  ...[' ', ' ', ' ', '-', '–', '\n  ', '\u00a0', '', '', '\u200b', '\u00ad'],
  ...['.', ',', "'", '’', '%', '_', '/', '(', '。', '\ud800'],
  ...['@', '://', ' www.', ' https://', '"', '3.', ',5', '5'],
];

/** Text of words, and of names, some of them with another case, in parts or in one. */
export const textOf = (parts: readonly string[], {terms}: Vocabulary) => {
  const names = terms.flatMap(({name, aliases = [], abbreviation = name}) => [
    name,
    ...aliases,
    abbreviation,
  ]);
  const written = fc
    .tuple(
      fc.constantFrom(...parts, ...names, ...names),
      fc.constantFrom(
        (text: string) => text,
        (text: string) => text,
        (text: string) => text.toUpperCase(),
        (text: string) => text.normalize('NFD'),
        (text: string) => text.normalize(),
        (text: string) => `${text}s`,
      ),
    )
    .map(([text, change]) => change(text));
  return fc
    .array(fc.tuple(written, fc.constantFrom(...SEPARATORS)), {
      minLength: 1,
      maxLength: 25,
    })
    .map((pairs) => pairs.flat().join(''));
};

const nameOf = (parts: readonly string[]) =>
  fc
    .array(fc.array(fc.constantFrom(...parts), {minLength: 1, maxLength: 3}), {
      minLength: 1,
      maxLength: 3,
    })
    .chain((words) =>
      fc
        .constantFrom(' ', '-', ' ', '', "'")
        .map((gap) => words.map((word) => word.join('')).join(gap)),
    );

const often = fc.option(fc.boolean(), {nil: undefined, freq: 2});

export const glossaryOf = (
  language: string,
  parts: readonly string[],
): fc.Arbitrary<Vocabulary> =>
  fc
    .array(
      fc.record({
        name: nameOf(parts),
        aliases: fc.option(fc.array(nameOf(parts), {maxLength: 2}), {
          nil: undefined,
        }),
        abbreviation: fc.option(nameOf(parts), {nil: undefined}),
        caseSensitive: often,
        autoLink: often,
        ambiguous: often,
      }),
      {maxLength: 8},
    )
    .map((terms) => ({
      language,
      terms: terms.map((term, index): TermNames => ({
        id: `t${index}`,
        ...term,
      })),
    }));
