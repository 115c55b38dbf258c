/**
 * Finds entries by what a reader types: names and aliases first, then texts, with
 * typing errors. Pure.
 */
import MiniSearch, {type SearchResult} from 'minisearch';
import {foldName} from '../glossary/fold.js';
import {workInSlices} from '../glossary/slices.js';

/** What is searched of an entry. */
export interface SearchedText {
  readonly name: string;
  /** Aliases and abbreviation. */
  readonly others: readonly string[];
  /** Summary and whatever else it says. */
  readonly text: string;
}

/** An entry that was found. */
export interface Found<T> {
  readonly item: T;
  /** Words of the entry that were found, folded, by the word that was typed. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** The alias that was found, where the name was not. */
  readonly alias: string | undefined;
}

/** Scripts without spaces between words: any character may begin one. */
const SPACELESS =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/**
 * Letters that may be wrong, missing or too many in a word of a length. Shorter
 * words would be other words; two letters that change places are two errors.
 */
const errorsIn = (word: string): number | false =>
  word.length > 5 ? 2 : word.length > 3 && 1;

/** The words of a text, folded. */
export const searchWords = (text: string): readonly string[] =>
  foldName(text)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean);

/** The words by which a text is found. */
const indexedWords = (text: string): string[] =>
  searchWords(text).flatMap((word) =>
    SPACELESS.test(word)
      ? [...word].map((_, at, all) => all.slice(at).join(''))
      : word,
  );

const plain = (text: string) => searchWords(text).join(' ');

/** An entry as it is compared with what is typed. */
interface Indexed<T> extends SearchedText {
  readonly id: number;
  readonly item: T;
  readonly names: readonly string[];
}

/** How well a name fits what is typed. */
const WHOLE = 3;
const BEGINNING = 2;
const WITHIN = 1;
const NOT = 0;

const fitOf = (name: string, typed: string): number => {
  if (name === typed) return WHOLE;
  if (name.startsWith(typed)) return BEGINNING;
  return name.includes(` ${typed}`) ? WITHIN : NOT;
};

/** Index of the texts of all entries. */
export class TermSearch<T> {
  readonly #entries: Indexed<T>[] = [];
  readonly #index = new MiniSearch<{
    id: number;
    name: string;
    others: string;
    text: string;
  }>({
    fields: ['name', 'others', 'text'],
    tokenize: indexedWords,
    processTerm: (word) => word,
    searchOptions: {
      tokenize: (text) => [...searchWords(text)],
      boost: {name: 6, others: 4},
      prefix: true,
      fuzzy: errorsIn,
      weights: {fuzzy: 0.3, prefix: 0.6},
    },
  });

  /** Makes the index in slices, which leave the page its turn. */
  static async of<T>(
    items: readonly T[],
    read: (item: T) => SearchedText,
    signal?: AbortSignal,
  ): Promise<TermSearch<T>> {
    const search = new TermSearch<T>();
    await workInSlices(search.#add(items, read), signal);
    return search;
  }

  *#add(
    items: readonly T[],
    read: (item: T) => SearchedText,
  ): Generator<void, void> {
    for (const [id, item] of items.entries()) {
      const {name, others, text} = read(item);
      const names = [name, ...others].map(plain);
      this.#entries.push({id, item, name, others, text, names});
      this.#index.add({id, name, others: others.join('\n'), text});
      yield;
    }
  }

  /** All entries that fit, the best first. */
  find(typed: string): readonly Found<T>[] {
    const key = plain(typed);
    if (!key) return [];
    const all = this.#index.search(typed, {combineWith: 'AND'});
    const results = all.length
      ? all
      : this.#index.search(typed, {combineWith: 'OR'});
    return results
      .map((result) => {
        const entry = this.#entries[result.id as number]!;
        return {entry, result, rank: rankOf(entry, result, key)};
      })
      .sort((a, b) => b.rank - a.rank || b.result.score - a.result.score)
      .map(({entry, result}) => foundOf(entry, result, key));
  }

  /** The entries whose names are most alike to what is typed: for what is not found. */
  nearest(typed: string, most: number): readonly T[] {
    const wanted = pairsOf(plain(typed));
    return this.#entries
      .map(({item, names}) => ({
        item,
        likeness: Math.max(
          ...names.map((name) => likeness(wanted, pairsOf(name))),
        ),
      }))
      .filter(({likeness: value}) => value >= ALIKE)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, most)
      .map(({item}) => item);
  }
}

/** The name counts more than an alias that fits as well, an exact alias more than part of a name. */
const rankOf = <T>(
  {names}: Indexed<T>,
  {match}: SearchResult,
  typed: string,
): number => {
  const [own = '', ...others] = names;
  const name = fitOf(own, typed);
  const other = Math.max(NOT, ...others.map((alias) => fitOf(alias, typed)));
  const best = Math.max(name * 2 + (name ? 1 : 0), other * 2);
  if (best) return best + 1;
  // Some word of a name, as opposed to those of the texts.
  const isNamed = Object.values(match).some((fields) =>
    fields.some((field) => field !== 'text'),
  );
  return isNamed ? 1 : 0;
};

const foundOf = <T>(
  {item, name, others, names}: Indexed<T>,
  {match, queryTerms}: SearchResult,
  typed: string,
): Found<T> => {
  const found = Object.keys(match);
  const words = new Map(
    queryTerms.map((query) => {
      const beginning = found.filter((word) => word.startsWith(query));
      return [query, beginning.length ? beginning : found] as const;
    }),
  );
  const has = (text: string) =>
    searchWords(typed).every((word) => plain(text).includes(word));
  const alias = has(name)
    ? undefined
    : (others.find((_, at) => fitOf(names[at + 1]!, typed) > NOT) ??
      others.find(has));
  return {item, words, alias};
};

/** Two names have at least this part of their pairs of letters in common if one may be meant for the other. */
const ALIKE = 0.35;

const pairsOf = (text: string): readonly string[] => {
  const padded = ` ${text} `;
  return Array.from({length: padded.length - 1}, (_, at) =>
    padded.slice(at, at + 2),
  );
};

/** Dice's coefficient of pairs of letters. */
const likeness = (a: readonly string[], b: readonly string[]): number => {
  const rest = new Map<string, number>();
  for (const pair of b) rest.set(pair, (rest.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of a) {
    const left = rest.get(pair) ?? 0;
    if (!left) continue;
    rest.set(pair, left - 1);
    common++;
  }
  return (2 * common) / (a.length + b.length);
};
