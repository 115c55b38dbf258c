/**
 * What finding names in a page of text costs, beside reading its words alone.
 *
 *     for (const terms of [100, 1_000, 10_000, 100_000])
 *       console.log(measureMatching({terms, samples: 15}));
 *
 * It needs no DOM, so it runs in any browser and in Node. Each size takes some
 * seconds, and the largest the longest; call them one by one. Everything comes
 * from seeded numbers, so two runs have the same text, names and mentions. The
 * mentions of every text node are compared with those of `findPlainly`, which
 * knows nothing of trees and tables; it throws where they differ.
 */
import {foldName} from '../../src/glossary/fold.js';
import type {TermNames, Vocabulary} from '../../src/glossary/source.js';
import {
  buildMatcher,
  createMatcher,
  type Matcher,
} from '../../src/matching/matcher.js';
import {nameForms} from '../../src/matching/name-forms.js';
import {pluralizer} from '../../src/matching/plurals.js';
import {Scanner, splitName} from '../../src/matching/scanner.js';
import {isWhole} from '../../src/matching/whole-words.js';
import {WordBreaks} from '../../src/matching/word-breaks.js';

export interface MatchingInput {
  /** In document order: text nodes of a page. */
  readonly texts: readonly string[];
  readonly vocabularies: readonly Vocabulary[];
}

/** Milliseconds, but for counts. */
export interface MatchingResult {
  readonly terms: number;
  readonly texts: number;
  /** UTF-16 units of all texts. */
  readonly units: number;
  readonly mentions: number;
  /** Mentions that the plain matcher finds in the same texts: the same number. */
  readonly expected: number;
  /** The first time: building, and the scan after it. */
  readonly cold: {readonly build: number; readonly scan: number};
  /** Medians of the times after that. */
  readonly build: number;
  readonly scan: number;
  /** The floor: reading the words of the texts and folding them, in the same rounds. */
  readonly words: number;
  /** The median of scan / words in each round. */
  readonly ratio: number;
  /** The longest step of a build that is done in slices; the worst of all rounds but the first. */
  readonly slice: number;
}

/** Mulberry32: small, and good enough to draw words with. */
const randomOf = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
};

/** Parts of words, the space between words, and the share of the page. */
interface Script {
  readonly parts: readonly string[];
  readonly space: string;
  readonly share: number;
}

const parts = (text: string) => text.split(' ');

const SCRIPTS: readonly Script[] = [
  {
    parts: parts('ma re to vi ka lo sen dor pi ul tra best ion gra ty co nu'),
    space: ' ',
    share: 0.7,
  },
  {parts: parts('é ção ñu ü mar só ède lè tri gão'), space: ' ', share: 0.08},
  {parts: parts('де ль та ма ржа оп ци он ры нок'), space: ' ', share: 0.08},
  {
    parts: Array.from({length: 800}, (_, index) =>
      String.fromCharCode(0x4e00 + index * 7),
    ),
    space: '',
    share: 0.06,
  },
  {parts: parts('옵 션 변 동 성 증 거 금 권 격'), space: ' ', share: 0.04},
  {parts: parts('ガ ン マ デ ル タ ボ ラ リ ティ'), space: '・', share: 0.02},
  {parts: parts('خ يار ت قلب س وق ها مش'), space: ' ', share: 0.02},
];

/** Words of a language, and how many of them are so frequent that they begin no name. */
const WORDS = 4000;
const FREQUENT = 100;

/** Units of one text node, about; 5,000 of them are a million. */
const NODE = 200;

/** Text of many nodes, and terms of which it names some, at about one mention in 110 units. */
export const matchingInput = (
  terms: number,
  {texts = 5000, seed = 7} = {},
): MatchingInput => {
  const random = randomOf(seed);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const script = (): Script => {
    let at = random();
    return SCRIPTS.find(({share}) => (at -= share) < 0) ?? SCRIPTS[0]!;
  };
  const word = ({parts}: Script, least: number) =>
    Array.from({length: least + below(4)}, () => pick(parts)).join('');

  const wordsOf = (each: Script): readonly string[] => {
    const words = new Set<string>();
    while (words.size < WORDS) words.add(word(each, 1));
    return [...words];
  };
  const dictionary = new Map(SCRIPTS.map((each) => [each, wordsOf(each)]));
  // A few words are frequent and most are rare, as in any language.
  const frequent = (each: Script) =>
    dictionary.get(each)![Math.floor(WORDS * random() ** 4)]!;
  // Those few ("the", "is") begin no names. The last word of a name is its own,
  // so that names are no chance hits.
  const rare = (each: Script) =>
    dictionary.get(each)![FREQUENT + below(WORDS - FREQUENT)]!;
  const names = Array.from({length: terms}, () => {
    const each = script();
    const words = [word(each, 4)];
    if (random() < 0.75) words.unshift(rare(each));
    if (random() < 0.25) words.unshift(rare(each));
    return {each, name: words.join(each.space)};
  });
  const vocabulary: Vocabulary = {
    language: 'en',
    terms: names.map(({name}, index): TermNames => ({id: `t${index}`, name})),
  };

  const node = (): string => {
    const each = script();
    let text = '';
    while (text.length < NODE) {
      text += random() < 0.05 ? pick(names).name : frequent(each);
      if (random() < 0.1) text += pick(parts('. , ; ) ’s'));
      text += each.space || (random() < 0.1 ? ' ' : '');
    }
    return text;
  };
  return {
    texts: Array.from({length: texts}, node),
    vocabularies: [vocabulary],
  };
};

/** The names that may begin with a character. */
type Names = ReadonlyMap<string, readonly (readonly string[])[]>;

const namesByCharacter = (vocabularies: readonly Vocabulary[]): Names => {
  const map = new Map<string, Map<string, readonly string[]>>();
  for (const {language, terms} of vocabularies) {
    const plurals = pluralizer(language);
    for (const term of terms) {
      for (const {words} of nameForms(term, plurals)) {
        const folded = words.map(foldName);
        const key = folded[0]!.slice(0, 3);
        const known = map.get(key) ?? new Map<string, readonly string[]>();
        map.set(key, known.set(folded.join(' '), folded));
      }
    }
  }
  return new Map(
    Array.from(map, ([key, names]) => [
      key,
      [...names.values()].sort((a, b) => b.length - a.length),
    ]),
  );
};

/**
 * Mentions as `start-end`, by trying each name at each word of the text; only
 * names that begin with the same three units as the word are tried, so that
 * 100,000 of them come to an end. It knows the texts made here, and not all
 * that a real text may have (capitals, addresses, particles).
 */
const findPlainly = (names: Names, text: string): readonly string[] => {
  const words = splitName(text);
  const folded = words.map(foldName);
  const starts: number[] = [];
  let at = 0;
  for (const word of words) {
    starts.push((at = text.indexOf(word, at)));
    at += word.length;
  }
  const breaks = new WordBreaks(text);
  const found: string[] = [];
  for (let first = 0; first < words.length; first++) {
    const start = starts[first]!;
    const name = names.get(folded[first]!.slice(0, 3))?.find((each) => {
      const last = first + each.length - 1;
      if (!each.every((word, index) => folded[first + index] === word)) {
        return false;
      }
      const end = starts[last]! + words[last]!.length;
      return isWhole(text, start, end, breaks);
    });
    if (!name) continue;
    first += name.length - 1;
    found.push(`${start}-${starts[first]! + words[first]!.length}`);
  }
  return found;
};

const time = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

const findIn = (matcher: Matcher, texts: readonly string[]): number => {
  let count = 0;
  for (const text of texts) count += matcher.find(text).length;
  return count;
};

const readWords = (scanner: Scanner, texts: readonly string[]): number => {
  let sum = 0;
  for (const text of texts) {
    scanner.begin(text);
    while (scanner.next()) sum ^= scanner.hash;
  }
  return sum;
};

/** The longest step of building in slices. */
const longestSlice = (vocabularies: readonly Vocabulary[]): number => {
  const building = buildMatcher(vocabularies);
  let longest = 0;
  for (let done: boolean | undefined = false; !done;) {
    const step = time(() => {
      ({done} = building.next());
    });
    longest = Math.max(longest, step);
  }
  return longest;
};

const compare = ({texts, vocabularies}: MatchingInput, matcher: Matcher) => {
  const names = namesByCharacter(vocabularies);
  let count = 0;
  for (const text of texts) {
    const expected = findPlainly(names, text);
    const found = matcher.find(text).map(({start, end}) => `${start}-${end}`);
    if (found.join() !== expected.join()) {
      const both = `found ${found.join()}, expected ${expected.join()}`;
      throw new Error(`In “${text}”: ${both}`);
    }
    count += expected.length;
  }
  return count;
};

/**
 * Measures one size of glossary.
 *
 * @param samples Rounds of scanning and reading words; a fifth of them build.
 * @throws {Error} Where the mentions are not those that the plain matcher finds.
 */
export const measureMatching = ({
  terms,
  samples = 15,
  input = matchingInput(terms),
}: {
  readonly terms: number;
  readonly samples?: number;
  readonly input?: MatchingInput;
}): MatchingResult => {
  const {texts, vocabularies} = input;
  let matcher!: Matcher;
  let mentions = 0;
  const build = time(() => {
    matcher = createMatcher(vocabularies);
  });
  const scan = time(() => {
    mentions = findIn(matcher, texts);
  });
  const expected = compare(input, matcher);

  const scanner = new Scanner(1);
  const scans: number[] = [];
  const words: number[] = [];
  for (let round = 0; round < samples; round++) {
    // What the round before left is not to be swept in this one.
    globalThis.gc?.();
    scans.push(time(() => findIn(matcher, texts)));
    words.push(time(() => readWords(scanner, texts)));
  }
  const builds: number[] = [];
  const slices: number[] = [];
  for (let round = 0; round < Math.max(3, samples / 5); round++) {
    globalThis.gc?.();
    builds.push(time(() => createMatcher(vocabularies)));
    slices.push(longestSlice(vocabularies));
  }
  return {
    terms,
    texts: texts.length,
    units: texts.reduce((sum, text) => sum + text.length, 0),
    mentions,
    expected,
    cold: {build, scan},
    build: median(builds),
    scan: median(scans),
    words: median(words),
    ratio: median(scans.map((each, round) => each / words[round]!)),
    slice: Math.max(...slices),
  };
};
