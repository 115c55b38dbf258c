/**
 * What the search of a site is made from: entries by the beginnings of their
 * words, so that a page loads those it is asked for. Pure.
 */
import type {Edition} from './edition.js';
import {shortened} from './frame.js';

/** Entries in one file, about 200 bytes each. */
const MOST_IN_SHARD = 500;
const SUMMARY = 120;
/** Beginnings are distinguished by this many characters at most. */
const LONGEST_KEY = 4;

/** An entry as the search shows it: name, address from the folder of the index, other names, sentence. */
export type SearchEntry = readonly [
  name: string,
  address: string,
  others: string,
  summary: string,
];

/** `index.json`: the numbers of the files, by the beginnings of words. */
export interface SearchManifest {
  readonly shards: Readonly<Record<string, number>>;
}

/** Scripts that set no spaces between words: any character may begin one. */
const SPACELESS =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** The words of a query; assets/site.js does the same. */
export const queryWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** The words by which a text is found, which a query is the beginning of. */
export const searchWords = (text: string): string[] =>
  queryWords(text).flatMap((word) =>
    SPACELESS.test(word)
      ? [...word].map((_, at, all) => all.slice(at).join(''))
      : word,
  );

/** The files of the search index, by their names in its folder. */
export const searchIndex = (edition: Edition): ReadonlyMap<string, string> => {
  const files = new Map<string, string>();
  const shards: [string, number][] = [];
  const write = (key: string, entries: readonly SearchEntry[]) => {
    files.set(`${shards.length}.json`, JSON.stringify(entries));
    shards.push([key, shards.length]);
  };
  const all = entriesOf(edition);
  if (all.length <= MOST_IN_SHARD) {
    write(
      '',
      all.map(({entry}) => entry),
    );
  } else {
    for (const [key, entries] of split(all, '')) write(key, entries);
  }
  // Through entries, because `__proto__` may begin a word.
  const manifest: SearchManifest = {shards: Object.fromEntries(shards)};
  files.set('index.json', JSON.stringify(manifest));
  return files;
};

interface Indexed {
  readonly entry: SearchEntry;
  readonly words: ReadonlySet<string>;
}

const entriesOf = (edition: Edition): readonly Indexed[] => {
  const {terms, prefix, paths} = edition;
  const up = '../'.repeat(
    paths.search.address.slice(prefix.length).split('/').length - 1,
  );
  return terms.map((term) => {
    const others = [
      ...(term.abbreviation === undefined ? [] : [term.abbreviation]),
      ...(term.aliases ?? []),
    ].join(', ');
    const address = up + edition.pathOf(term).address.slice(prefix.length);
    return {
      entry: [term.name, address, others, shortened(term.summary, SUMMARY)],
      words: new Set(searchWords(`${term.name} ${others}`)),
    };
  });
};

/** Entries under the first characters of their words, as many as it takes. */
const split = (
  entries: readonly Indexed[],
  prefix: string,
): [string, SearchEntry[]][] => {
  const groups = new Map<string, Set<Indexed>>();
  for (const indexed of entries) {
    for (const word of indexed.words) {
      if (!word.startsWith(prefix)) continue;
      const key = [...word].slice(0, [...prefix].length + 1).join('');
      const group = groups.get(key);
      if (group) group.add(indexed);
      else groups.set(key, new Set([indexed]));
    }
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, group]) => {
      const isSmall =
        group.size <= MOST_IN_SHARD ||
        key === prefix ||
        [...key].length >= LONGEST_KEY;
      return isSmall
        ? [[key, [...group].map(({entry}) => entry)]]
        : split([...group], key);
    });
};
