import {foldName} from '../glossary/fold.js';
import type {TermNames, Vocabulary} from '../glossary/source.js';
import {KnownWords} from './known-words.js';
import {remembering} from './memo.js';
import type {Mention} from './mention.js';
import {nameForms, writtenForm} from './name-forms.js';
import {type Meaning, NameTrie} from './name-trie.js';
import {type Pluralizer, pluralizer, type PluralRules} from './plurals.js';
import {LONGEST_WORD} from './scanner.js';
import {withoutSyntax} from './syntax.js';
import {isVerb, isWhole} from './whole-words.js';
import {WordBreaks} from './word-breaks.js';
import {UNKNOWN, WordTable} from './word-table.js';

/**
 * Words of the longest name that is looked for. It bounds what one word of a
 * text can cost; a character is a word in Chinese, Japanese and Thai. Longer
 * names are left out.
 */
export const LONGEST_NAME = 64;

/**
 * How many terms are read between two pauses of the builder: well under a
 * millisecond.
 */
const TERMS_AT_A_TIME = 64;

/** Finds the names of a glossary in texts. */
export interface Matcher {
  /** Terms that can be found; one with translations counts in each language. */
  readonly size: number;
  /**
   * The mentions in a text, from left to right: none overlaps another, the
   * leftmost wins, then the longest; nothing in what is written for a program
   * (references, templates, formulas, paths). Takes time linear in the text,
   * whatever it and the names are.
   */
  find(text: string): readonly Mention[];
}

export interface MatcherOptions {
  /** Plurals of a language (`it`), added to or in place of the rules that there are. */
  readonly plurals?: PluralRules;
}

/**
 * Makes a matcher in small steps, so that the caller can let others work in
 * between: it yields every so many terms and returns the matcher.
 *
 * All that names can be (plurals, case, accents) is worked out here, so that
 * finding them is one pass.
 */
export function* buildMatcher(
  vocabularies: readonly Vocabulary[],
  {plurals}: MatcherOptions = {},
): Generator<void, Matcher> {
  const expected = vocabularies.reduce((sum, {terms}) => sum + terms.length, 0);
  const names = new Names(expected);
  let count = 0;
  for (const {language, terms} of vocabularies) {
    const pluralize = pluralizer(language, plurals);
    for (const term of terms) {
      if (++count % TERMS_AT_A_TIME === 0) yield;
      if (term.autoLink !== false) names.add(term, pluralize, language);
    }
  }
  return new TrieMatcher(names);
}

/** As `buildMatcher`, in one go. */
export const createMatcher = (
  vocabularies: readonly Vocabulary[],
  options?: MatcherOptions,
): Matcher => {
  const building = buildMatcher(vocabularies, options);
  for (;;) {
    const {done, value} = building.next();
    if (done) return value;
  }
};

/** The names that are looked for. */
class Names {
  readonly table = new WordTable();
  readonly trie: NameTrie;
  /** Terms with a name that can be found. */
  size = 0;
  /** Number of a word as it is written. */
  readonly #numberOf = remembering((word) => {
    const folded = foldName(word);
    return folded && folded.length <= LONGEST_WORD
      ? this.table.add(folded)
      : UNKNOWN;
  });

  constructor(terms: number) {
    // A second word in most names, and its plural.
    this.trie = new NameTrie(terms * 2);
  }

  add(term: TermNames, pluralize: Pluralizer, language?: string): void {
    let isNamed = false;
    for (const {words, meaning} of nameForms(term, pluralize, language)) {
      const sequence: number[] = [];
      for (const word of words) sequence.push(this.#numberOf(word));
      if (words.length > LONGEST_NAME || sequence.includes(UNKNOWN)) continue;
      this.trie.add(sequence, meaning);
      isNamed = true;
    }
    if (isNamed) this.size++;
  }
}

class TrieMatcher implements Matcher {
  readonly #known: KnownWords;
  /** Number of the word to go on with. */
  #next = 0;
  /** Of the nodes that were mentioned. */
  readonly #senses = new Map<number, Senses>();

  readonly size: number;
  readonly #trie: NameTrie;

  constructor({table, trie, size}: Names) {
    this.#known = new KnownWords(table);
    this.#trie = trie;
    this.size = size;
  }

  find(text: string): readonly Mention[] {
    const known = this.#known;
    const breaks = new WordBreaks(text);
    const mentions: Mention[] = [];
    known.read(text);
    const {count, stems, words} = known;
    for (let index = 0; index < count;) {
      this.#next = index + 1;
      const word = words[index]!;
      const isFirst = word !== UNKNOWN && this.#trie.first(word) > 0;
      if (isFirst || (stems.size && stems.has(index))) {
        const mention = this.#longestAt(text, index, breaks);
        if (mention) mentions.push(mention);
      }
      index = this.#next;
    }
    return withoutSyntax(text, mentions);
  }

  /** The longest name that begins with a word; `#next` is then the word behind it. */
  #longestAt(
    text: string,
    first: number,
    breaks: WordBreaks,
  ): Mention | undefined {
    const trie = this.#trie;
    const {count, ends, follows, stems, words} = this.#known;
    const limit = Math.min(count, first + LONGEST_NAME);
    let node = 0;
    let found: Mention | undefined;
    for (let index = first; index < limit; index++) {
      if (index > first && !follows[index]) break;
      const child = this.#child(node, words[index]!);
      let longer =
        child && trie.hasMeaning(child)
          ? this.#mention(text, child, first, index, ends[index]!, breaks)
          : undefined;
      if (stems.size) {
        for (const {word, end} of stems.get(index) ?? []) {
          if (longer) break;
          const last = this.#child(node, word);
          longer = this.#mention(text, last, first, index, end, breaks);
        }
      }
      if (longer) {
        found = longer;
        this.#next = index + 1;
      }
      if (!child) break;
      node = child;
    }
    return found;
  }

  /** The node behind a word; of node 0, as the first of a name. */
  #child(node: number, word: number): number {
    if (word === UNKNOWN) return 0;
    return node ? this.#trie.child(node, word) : this.#trie.first(word);
  }

  #mention(
    text: string,
    node: number,
    first: number,
    last: number,
    end: number,
    breaks: WordBreaks,
  ): Mention | undefined {
    if (!this.#trie.hasMeaning(node)) return undefined;
    const start = this.#known.starts[first]!;
    if (!isWhole(text, start, end, breaks)) return undefined;
    let senses = this.#senses.get(node);
    if (!senses) {
      const all = this.#trie.meanings(node);
      const hasWritten = all.some(({written}) => written);
      senses = {
        all,
        mayBeVerb: all.every((meaning) => meaning.mayBeVerb),
        sense: hasWritten ? undefined : senseOf(all),
      };
      this.#senses.set(node, senses);
    }
    const {all, mayBeVerb, sense} = senses;
    if (mayBeVerb && isVerb(text, start, end)) return undefined;
    if (sense) return {start, end, ...sense};
    const fitting = this.#asWritten(text, all, first, last, end);
    return fitting.length ? {start, end, ...senseOf(fitting)} : undefined;
  }

  /** The meanings whose required spelling matches the text. */
  #asWritten(
    text: string,
    meanings: readonly Meaning[],
    first: number,
    last: number,
    end: number,
  ): readonly Meaning[] {
    const {starts, ends} = this.#known;
    const words: string[] = [];
    for (let index = first; index <= last; index++) {
      words.push(text.slice(starts[index], index === last ? end : ends[index]));
    }
    const form = writtenForm(words);
    return meanings.filter(({written}) => written?.includes(form) ?? true);
  }
}

/** The meaning of words, without their place. */
type Sense = Omit<Mention, 'start' | 'end'>;

interface Senses {
  readonly all: readonly Meaning[];
  readonly mayBeVerb: boolean;
  /** Of all, where none of them has to be written in a certain way. */
  readonly sense: Sense | undefined;
}

const senseOf = (meanings: readonly Meaning[]): Sense => {
  const terms = new Map<string, TermNames>();
  for (const {term} of meanings) {
    if (!terms.has(term.id)) terms.set(term.id, term);
  }
  const [first] = terms.keys();
  const fullName = meanings.find(
    ({term, fullName}) => fullName !== undefined && term.id === first,
  )?.fullName;
  return {
    terms: [...terms.values()],
    isAbbreviation: fullName !== undefined,
    fullName,
    // For a name of several terms the card offers a choice, so nothing is
    // guessed.
    isAmbiguous:
      terms.size === 1 && meanings.some(({isAmbiguous}) => isAmbiguous),
  };
};
