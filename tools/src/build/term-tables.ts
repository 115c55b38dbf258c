import {
  encodeHashes,
  keyHash,
  type LanguageTables,
  type Letter,
  letterOf,
  letterOrder,
  type ListedTerm,
  localizeTerm,
  nameOrder,
  type RemovedTerm,
  type Table,
  type Term,
  type TermRecord,
} from 'term-elements/glossary';
import {pluralizer} from 'term-elements/matching';
import {DistinctCount} from './distinct-count.js';
import type {EntryStore, Stored} from './entry-store.js';
import {MarkFiles} from './mark-files.js';
import {LineFile, mergeSort} from './merge-sort.js';
import {termWords} from './names.js';
import {type Line, Partitions} from './partitions.js';
import {
  type Answers,
  type ReferenceJoin,
  referenceRecord,
} from './reference-join.js';
import {termReferences} from './references.js';
import {
  TERM_LEAF_BYTES,
  TERMS_TOP,
  TOP,
  writeLeaves,
  writeSequence,
  writeTable,
} from './tables.js';
import {bitsFor, type FileSink, writeTree} from './tree-writer.js';

/** What the tables of all languages are made from. */
export interface TermSource {
  readonly terms: EntryStore<Term | RemovedTerm>;
  readonly references: ReferenceJoin;
  /** Of the glossary. */
  readonly own: string | undefined;
  /** Terms that are not taken away. */
  readonly count: number;
  /** Characters of all terms in one language. */
  readonly length: number;
  readonly scratch: string;
  /** Files that each kind of scratch data is parted into: 2^bits. */
  readonly bits: number;
}

/**
 * Bytes of all sets of words up to which a page may as well load them all, and
 * what a set has then. Above, nearly each word of a page leads to a set of its
 * own; smaller ones save little, and are more requests.
 */
const FEW_BYTES = 100_000;
const FEW_LEAF_BYTES = 8192;
const MANY_LEAF_BYTES = 2048;

/**
 * Bits of a mark. With more terms a page pays more for each bit, and less for a
 * name that is looked for in vain: of 100,000 terms an article of 1,000 words
 * takes 740 kB with nine bits, 600 kB with six and 575 kB with five, but more
 * requests with each bit less.
 */
const markBits = (terms: number): number => {
  const bits = 10 - 2 * (Math.log10(Math.max(1, terms)) - 3);
  return Math.round(Math.min(10, Math.max(6, bits)));
};

/**
 * The tables of one language, areas aside.
 *
 * @param language BCP 47 tag; without one, those of the glossary's own texts.
 * @param progress Receives the progress, from 0 to 1.
 */
export const writeTermTables = (
  source: TermSource,
  sink: FileSink,
  language: string | undefined,
  progress: (part: number) => void,
): Omit<LanguageTables, 'areas'> => {
  const words = new WordTables(source, language);
  const records = recordsOf(source, language, words, (part) =>
    progress(part * 0.6),
  );
  const terms = writeTable(
    sink,
    records,
    source.length,
    TERMS_TOP,
    TERM_LEAF_BYTES,
  );
  const names = words.writeNames(sink);
  progress(0.7);
  const marks = words.writeMarks(sink);
  progress(0.8);
  return {terms, names, words: marks, ...words.writeList(sink)};
};

/** The term as it is in one language, and what else a record says. */
const localized = (
  {value, json}: Stored<Term>,
  language: string | undefined,
  own: string | undefined,
): {record: Omit<TermRecord, 'references'> & {term: Term}; json: string} => {
  if (!Object.hasOwn(value, 'translations')) {
    return {record: {term: value}, json};
  }
  const record =
    language === undefined
      ? {term: withoutTranslations(value)}
      : localizeTerm(value, language, own);
  return {record, json: JSON.stringify(record.term)};
};

const withoutTranslations = (term: Term): Term =>
  Object.fromEntries(
    Object.entries(term).filter(([key]) => key !== 'translations'),
  ) as unknown as Term;

/** The records of `terms`; on the way, what they are called is put into the other tables. */
function* recordsOf(
  {terms, references, own, bits}: TermSource,
  language: string | undefined,
  words: WordTables,
  progress: (part: number) => void,
): Generator<Line> {
  const answers = references.answers('terms');
  let part = 0;
  for (const entries of terms.read()) {
    const answersOf = answers.next().value;
    for (const stored of entries) {
      const {hash, order} = stored;
      if (stored.value.name === null) {
        yield {hash, order, text: `{"term":${stored.json}}`};
        continue;
      }
      const {record, json} = localized(stored as Stored<Term>, language, own);
      words.add(record.term, order);
      const found = referenceRecord(
        termReferences(record.term),
        answersOf?.(record.term.id) ?? NO_ANSWERS,
        language,
        own,
      );
      const {term: _, ...others} = record;
      const more = JSON.stringify({
        ...(found && {references: found}),
        ...others,
      });
      const text = `{"term":${json}${more === '{}' ? '}' : `,${more.slice(1)}`}`;
      yield {hash, order, text};
    }
    progress(++part / 2 ** bits);
  }
}

const NO_ANSWERS: Answers = new Map();

/** The words by which the terms are known in one language, and their order. */
class WordTables {
  readonly #names: Partitions;
  readonly #marks: MarkFiles;
  readonly #distinctMarks = new DistinctCount();
  readonly #list: LineFile;
  #listLength = 0;
  readonly #plurals;
  readonly #language: string;
  readonly #prefix: string;

  constructor(
    readonly source: TermSource,
    language: string | undefined,
  ) {
    const {scratch, bits, own} = source;
    const tag = language ?? own;
    this.#prefix = language === undefined ? 'own' : `in-${keyHash(language)}`;
    this.#names = new Partitions(scratch, `${this.#prefix}-names`, bits);
    this.#marks = new MarkFiles(scratch, `${this.#prefix}-marks`, bits);
    this.#list = new LineFile(scratch, `${this.#prefix}-list`);
    this.#plurals = pluralizer(tag);
    this.#language = tag ?? 'und';
  }

  add(term: Term, order: number): void {
    const {records, marks} = termWords(term, this.#plurals);
    for (const {keys, record} of records) {
      const json = JSON.stringify(record);
      for (const key of keys) this.#names.add(keyHash(key), order, json);
    }
    for (const {leaf, mark} of marks) {
      this.#distinctMarks.add(leaf ^ mark);
      this.#marks.add(leaf, mark);
    }
    const {id, name, url} = term;
    const listed: ListedTerm = url === undefined ? [id, name] : [id, name, url];
    const text = JSON.stringify(listed);
    this.#listLength += text.length;
    this.#list.add(text);
  }

  writeNames(sink: FileSink): Table {
    return writeTable(sink, this.#names.lines(), this.#names.length);
  }

  writeMarks(sink: FileSink): Table {
    const size = markBits(this.source.count);
    // A Rice code of numbers that are spread evenly takes one and a half bits more.
    const bytes = (this.#distinctMarks.count * (size + 1.5)) / 8;
    const leafBytes = bytes < FEW_BYTES ? FEW_LEAF_BYTES : MANY_LEAF_BYTES;
    const bits = bitsFor(bytes, leafBytes, TOP);
    const leaves = writeLeaves(this.#marks.marks(), bits, (own) =>
      sink.write(
        encodeHashes(
          own.map(({mark}) => mark),
          size,
        ),
        'bin',
      ),
    );
    return writeTree(sink, leaves, bits, TOP);
  }

  writeList(sink: FileSink): Pick<LanguageTables, 'list' | 'letters'> {
    const byName = nameOrder(this.#language);
    const byLetter = letterOrder(this.#language);
    const letters: Letter[] = [];
    const sorted = mergeSort(
      this.#list.lines(),
      {
        compare: (a: Item, b: Item) =>
          byLetter(a.letter, b.letter) ||
          byName(a.name, b.name) ||
          byUnits(a.name, b.name) ||
          byUnits(a.id, b.id),
        read: (text): Item => {
          const [id, name] = JSON.parse(text) as ListedTerm;
          return {id, name, letter: letterOf(name, this.#language), text};
        },
      },
      `${this.#list.path}-run`,
    );
    let place = 0;
    const items = function* () {
      for (const {letter, text} of sorted) {
        const last = letters.at(-1);
        if (last?.letter === letter) {
          letters[letters.length - 1] = {...last, count: last.count + 1};
        } else {
          letters.push({letter, count: 1, start: place});
        }
        place++;
        yield text;
      }
    };
    const list = writeSequence(
      sink,
      items(),
      this.#listLength,
      this.source.count,
    );
    return {list, letters: sink.write(JSON.stringify(letters), 'json')};
  }
}

/** A term in the list, and what it is ordered by. */
interface Item {
  readonly id: string;
  readonly name: string;
  readonly letter: string;
  readonly text: string;
}

const byUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
