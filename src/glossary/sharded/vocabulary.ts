import {allReady} from '../awaitable.js';
/**
 * The words of a built glossary that some texts may name terms by. First the
 * sets of words say which sequences of words are names, nearly for certain;
 * then the files of these names are loaded. A false hit costs a file, and
 * changes nothing.
 */
import type {TermNames, TextRuns, Vocabulary} from '../source.js';
import {documentOrder} from './document-order.js';
import type {TextSet} from './golomb.js';
import {
  type LanguageTables,
  leafOf,
  type NameRecord,
  type Table,
} from './manifest.js';
import {
  beginningMark,
  LONGEST_NAME,
  nameMark,
  nameTableKey,
  wordKey,
} from './name-keys.js';
import {NAMES} from './shapes.js';
import type {Shards} from './shards.js';

/** The names of one language, and the tag by which its plurals are formed. */
export interface NameTables {
  readonly tables: Pick<LanguageTables, 'names' | 'words'>;
  readonly language: string | undefined;
}

/** The words of a text as keys, each computed once. */
class WordKeys {
  readonly #known = new Map<string, string>();

  of(word: string): string {
    let key = this.#known.get(word);
    if (key === undefined) this.#known.set(word, (key = wordKey(word)));
    return key;
  }

  /** All keys that a name in the texts can begin with. */
  get all(): Iterable<string> {
    return this.#known.values();
  }
}

/** The sets of first words that the texts have, by first word. */
const loadSets = async (
  shards: Shards,
  words: Table,
  keys: WordKeys,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, TextSet>> => {
  const byLeaf = new Map<number, Set<string>>();
  for (const key of keys.all) {
    const leaf = leafOf(key, words.bits);
    const same = byLeaf.get(leaf);
    if (same) same.add(key);
    else byLeaf.set(leaf, new Set([key]));
  }
  const sets = new Map<string, TextSet>();
  await Promise.all(
    [...byLeaf].map(async ([leaf, first]) => {
      const set = await shards.set(words, leaf, signal);
      if (!set) return;
      for (const key of first) {
        // Most words begin no name, and need no further look.
        if (set.has(nameMark(key)) || set.has(beginningMark(key)))
          sets.set(key, set);
      }
    }),
  );
  return sets;
};

/** The keys of what may be names in the texts. */
const findNames = async (
  runs: TextRuns,
  keys: WordKeys,
  sets: ReadonlyMap<string, TextSet>,
): Promise<ReadonlySet<string>> => {
  const names = new Set<string>();
  for await (const run of runs()) {
    for (let first = 0; first < run.length; first++) {
      const {word, stems = []} = run[first]!;
      for (const stem of stems) {
        const key = keys.of(stem);
        if (sets.get(key)?.has(nameMark(key))) names.add(key);
      }
      let key = keys.of(word);
      const set = sets.get(key);
      if (!set) continue;
      if (set.has(nameMark(key))) names.add(key);
      const end = Math.min(run.length, first + LONGEST_NAME);
      for (let next = first + 1; next < end; next++) {
        if (!set.has(beginningMark(key))) break;
        const {word: last, stems: parts = []} = run[next]!;
        for (const stem of parts) {
          const whole = key + keys.of(stem);
          if (set.has(nameMark(whole))) names.add(whole);
        }
        key += keys.of(last);
        if (set.has(nameMark(key))) names.add(key);
      }
    }
  }
  return names;
};

/** The records of these names, those of a name in the order of their file. */
const loadRecords = async (
  shards: Shards,
  table: Table,
  names: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<readonly (readonly NameRecord[])[]> => {
  const byLeaf = new Map<number, string[]>();
  for (const key of names) {
    const leaf = leafOf(key, table.bits);
    const same = byLeaf.get(leaf);
    if (same) same.push(key);
    else byLeaf.set(leaf, [key]);
  }
  const found = await Promise.all(
    [...byLeaf].map(async ([leaf, keys]) => {
      const records = (await shards.leaf(table, leaf, NAMES, signal)) ?? [];
      const byKey = new Map(keys.map((key) => [key, [] as NameRecord[]]));
      for (const record of records) {
        const written = nameTableKey(record.alias ?? record.name);
        for (const key of new Set([written, ...(record.keys ?? [])]))
          byKey.get(key)?.push(record);
      }
      return [...byKey.values()];
    }),
  );
  return found.flat();
};

/** How many files are read in parallel when all are read. */
const AT_A_TIME = 32;

/** Twice what a million terms have; their names take hundreds of megabytes. */
const MOST_LEAVES = 2 ** 17;

const allRecords = async (
  shards: Shards,
  table: Table,
  signal?: AbortSignal,
): Promise<readonly (readonly NameRecord[])[]> => {
  // Each once: a manifest may name one file in all places.
  const all = new Set<readonly NameRecord[]>();
  const count = 2 ** table.bits;
  if (count > MOST_LEAVES) {
    throw new RangeError(
      `${shards.files.label}: expected texts to find words for, received none; all names are in ${count} files, and at most ${MOST_LEAVES} are read`,
    );
  }
  for (let from = 0; from < count; from += AT_A_TIME) {
    const size = Math.min(AT_A_TIME, count - from);
    const leaves = await allReady(
      Array.from({length: size}, (_, index) =>
        shards.leaf(table, from + index, NAMES, signal),
      ),
    );
    signal?.throwIfAborted();
    for (const leaf of leaves) if (leaf) all.add(leaf);
  }
  return [...all];
};

/** Distinguishes the records of one term. */
const nameOf = ({alias, isAbbreviation, name}: NameRecord): string =>
  `${isAbbreviation ? 'a' : alias === undefined ? 'n' : 'o'}${alias ?? name}`;

/** The terms of records, each once, by what was found of its names. */
const termsOf = (
  groups: readonly (readonly NameRecord[])[],
  isKnown: (record: NameRecord) => boolean,
): readonly TermNames[] => {
  const byId = new Map<string, Map<string, NameRecord>>();
  for (const record of groups.flat()) {
    if (record.autoLink === false || isKnown(record)) continue;
    let names = byId.get(record.id);
    if (!names) byId.set(record.id, (names = new Map<string, NameRecord>()));
    names.set(nameOf(record), record);
  }
  const order = documentOrder(groups.map((group) => group.map(({id}) => id)));
  return order.flatMap((id) => {
    const records = [...(byId.get(id)?.values() ?? [])];
    const [first] = records;
    if (!first) return [];
    const {name, caseSensitive, autoLink, ambiguous, difficulty} = first;
    const abbreviation = records.find(({isAbbreviation}) => isAbbreviation);
    const others = records.flatMap(({alias, isAbbreviation}) =>
      alias === undefined || isAbbreviation ? [] : [alias],
    );
    const {fullName} = abbreviation ?? {};
    const aliases = fullName === undefined ? others : [fullName, ...others];
    const linking = {caseSensitive, autoLink, ambiguous, difficulty};
    return [
      {
        id,
        name,
        aliases,
        abbreviation: abbreviation && (abbreviation.alias ?? name),
        ...linking,
      },
    ];
  });
};

/**
 * One vocabulary for each language, as texts need it.
 *
 * @param languages The glossary's own first.
 * @param runs The texts; without them all files of names are read.
 */
export const vocabularyOf = async (
  shards: Shards,
  languages: readonly NameTables[],
  runs: TextRuns | undefined,
  signal?: AbortSignal,
): Promise<readonly Vocabulary[]> => {
  const keys = new WordKeys();
  if (runs) {
    for await (const run of runs()) {
      for (const {word, stems = []} of run) {
        keys.of(word);
        for (const stem of stems) keys.of(stem);
      }
    }
  }
  const recordsIn = async ({names, words}: NameTables['tables']) => {
    if (!runs) return allRecords(shards, names, signal);
    const sets = await loadSets(shards, words, keys, signal);
    const found = await findNames(runs, keys, sets);
    return loadRecords(shards, names, found, signal);
  };
  const found = await Promise.all(
    languages.map(({tables}) => recordsIn(tables)),
  );
  signal?.throwIfAborted();
  // What is not translated is in the tables of every language.
  const own = new Set<string>();
  const identity = (record: NameRecord) => `${record.id}\n${nameOf(record)}`;
  for (const record of found[0]?.flat() ?? []) own.add(identity(record));
  return languages.map(({language}, index) => ({
    language,
    terms: termsOf(
      found[index]!,
      (record) => index > 0 && own.has(identity(record)),
    ),
  }));
};
