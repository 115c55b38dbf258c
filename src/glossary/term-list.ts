/** The list of all terms of a source, whatever source it is. Pure. */
import {allReady, type Awaitable, whenReady} from './awaitable.js';
import {letterOf, letterOrder, nameOrder} from './letters.js';
import {nameKey} from './name-index.js';
import {listOf} from './json-shapes.js';
import type {
  Entry,
  GlossarySource,
  Letter,
  ListedEntry,
  TermList,
} from './source.js';

/** An entry as a list has it. */
export const listed = (entry: Entry): ListedEntry => ({
  id: entry.term.id,
  name: entry.term.name,
  url: entry.url,
  entry,
});

/** The names that a term goes by, its own first. */
export const namesOf = ({
  term: {name, abbreviation, aliases},
}: Entry): readonly string[] => [
  name,
  ...(abbreviation === undefined ? [] : [abbreviation]),
  ...listOf(aliases),
];

/** A list of entries that are in memory. */
export class WholeList implements TermList {
  readonly all: readonly Entry[];
  readonly letters: readonly Letter[];
  #places: ReadonlyMap<string, number> | undefined;

  /** @param language BCP 47 tag of the language that orders them. */
  constructor(
    entries: readonly Entry[],
    readonly language: string,
  ) {
    const order = nameOrder(language);
    const byLetters = letterOrder(language);
    const placed = entries
      .map((entry) => ({entry, letter: letterOf(entry.term.name, language)}))
      .sort(
        (a, b) =>
          byLetters(a.letter, b.letter) ||
          order(a.entry.term.name, b.entry.term.name),
      );
    const letters: Letter[] = [];
    for (const [start, {letter}] of placed.entries()) {
      const last = letters.at(-1);
      if (last?.letter === letter)
        letters[letters.length - 1] = {...last, count: last.count + 1};
      else letters.push({letter, count: 1, start});
    }
    this.letters = letters;
    this.all = placed.map(({entry}) => entry);
  }

  get count(): number {
    return this.all.length;
  }

  items(from: number, to: number): readonly ListedEntry[] {
    return this.all.slice(Math.max(0, from), Math.max(0, to)).map(listed);
  }

  placeOf(id: string): number | undefined {
    this.#places ??= new Map(
      this.all.map(({term}, place) => [term.id, place] as const),
    );
    return this.#places.get(id);
  }

  beginning(text: string, most: number): readonly ListedEntry[] {
    const key = nameKey(text);
    if (!key) return [];
    const named = this.all.filter((entry) =>
      namesOf(entry).some((name) => nameKey(name) === key),
    );
    const begin = this.all.filter((entry) =>
      nameKey(entry.term.name).startsWith(key),
    );
    return [...new Set([...named, ...begin])].slice(0, most).map(listed);
  }
}

/** Ids of all terms of a source, each once. */
const idsOf = async (
  source: GlossarySource,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> => {
  const vocabulary = await source.vocabulary(signal);
  return [...new Set(vocabulary.flatMap(({terms}) => terms.map(({id}) => id)))];
};

/**
 * All terms of a source. What has no list of its own is listed by the ids in its
 * vocabulary.
 *
 * @param language Of the reader; decides the order where the entries do not say
 *     a language.
 */
export const termListOf = (
  source: GlossarySource,
  language: string,
  signal?: AbortSignal,
): Awaitable<TermList> =>
  whenReady(
    source.list?.(signal),
    (own) => own ?? listedById(source, language, signal),
  );

const listedById = async (
  source: GlossarySource,
  language: string,
  signal: AbortSignal | undefined,
): Promise<TermList> => {
  const ids = await idsOf(source, signal);
  const found = await allReady(ids.map((id) => source.entry(id, signal)));
  return listOfEntries(
    found.flatMap((entry) => entry ?? []),
    language,
  );
};

/** A list in the language that most of its entries are in. */
export const listOfEntries = (
  entries: readonly Entry[],
  language: string,
): WholeList => {
  const counts = new Map<string, number>();
  for (const {language: own, glossary} of entries) {
    const tag = own ?? glossary.language ?? language;
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const [most = [language || 'en']] = [...counts].sort(([, a], [, b]) => b - a);
  return new WholeList(entries, most[0]);
};
