import {statSync} from 'node:fs';
import {
  type Area,
  documentAddressKeys,
  type GlossaryInfo,
  type KeyRecord,
  type LanguageTables,
  type Manifest,
  type MergingTerm,
  type RemovedTerm,
  tagKey,
  type Term,
} from 'term-elements/glossary';
import type {Place} from '../files/json/located.js';
import {
  type AreaSource,
  Members,
  writeAreaKeys,
  writeAreas,
} from './area-tables.js';
import {EntryStore} from './entry-store.js';
import {KeyTable} from './key-table.js';
import type {OutputFolder, Written} from './output-folder.js';
import {type PlacedFault, readInput} from './read-input.js';
import {ReferenceJoin} from './reference-join.js';
import {allAreaReferences, allTermReferences} from './references.js';
import {type TermSource, writeTermTables} from './term-tables.js';

/** Callbacks of a build. */
export interface Listener {
  progress(phase: string, part: number): void;
  /** Something was not read as it is written. */
  warning(warning: PlacedFault): void;
}

export type Result =
  | {readonly terms: number; readonly written: Written}
  | {readonly faults: readonly PlacedFault[]; readonly count: number};

/**
 * Bytes of the document for each file that scratch data is split into. One file
 * of each kind is in memory at a time.
 */
const PART_BYTES = 2_000_000;
const MOST_BITS = 9;

/**
 * Builds a glossary into a folder. Readers see nothing of it until all of it is
 * there.
 *
 * @throws {CommandError} Where the input cannot be read.
 */
export const buildGlossary = async (
  input: string,
  folder: OutputFolder,
  listener: Listener,
): Promise<Result> => {
  const size = statSync(input).size;
  const parts = Math.max(1, size / PART_BYTES);
  const bits = Math.min(MOST_BITS, Math.ceil(Math.log2(parts)));
  const build = new Build(folder, bits, listener);
  const reading = await readInput(input, {
    term: (term, place) => build.term(term, place),
    area: (area, place) => build.area(area, place),
    change: (change) => build.changes.push(change),
    progress: (bytes) => listener.progress('reading', bytes / size),
  });
  if (reading.faults) return reading;
  const manifest = build.write(reading.glossary);
  listener.progress('publishing', 0);
  return {terms: manifest.count, written: folder.publish(manifest)};
};

class Build {
  /** Few: they are for other glossaries. */
  readonly changes: MergingTerm[] = [];
  readonly #scratch: string;
  readonly #terms: EntryStore<Term | RemovedTerm>;
  readonly #areas: EntryStore<Area>;
  readonly #references: ReferenceJoin;
  readonly #unpagedAreas = new Set<string>();
  readonly #members: Members;
  /** Languages of translations, as they are written first. */
  readonly #languages = new Map<string, string>();
  #areaLength = 0;

  constructor(
    readonly folder: OutputFolder,
    readonly bits: number,
    readonly listener: Listener,
  ) {
    const {scratch} = folder;
    this.#scratch = scratch;
    this.#terms = new EntryStore(scratch, 'terms', bits);
    this.#areas = new EntryStore(scratch, 'areas', bits);
    this.#references = new ReferenceJoin(scratch, bits);
    this.#members = new Members(scratch, bits, this.#unpagedAreas);
  }

  term(term: Term | RemovedTerm, place: Place): void {
    this.#terms.add(term, place);
    if (term.name === null) return;
    this.#references.ask('terms', term.id, allTermReferences(term));
    this.#note(term.translations);
  }

  area(area: Area, place: Place): void {
    this.#areaLength += this.#areas.add(area, place);
    this.#references.ask('areas', area.id, allAreaReferences(area));
    if (!area.resources?.length) this.#unpagedAreas.add(area.id);
    this.#note(area.translations);
    const pages = area.resources ?? [];
    for (const {translations} of [
      ...(area.questions ?? []),
      ...pages.flatMap(({page}) => page?.questions ?? []),
    ]) {
      this.#note(translations);
    }
  }

  write(glossary: GlossaryInfo): Manifest {
    const {folder, bits, listener} = this;
    const {count, length, keys} = this.#index();
    this.#references.join();
    const own = glossary.language;
    const terms: TermSource = {
      terms: this.#terms,
      references: this.#references,
      own,
      count,
      length,
      scratch: this.#scratch,
      bits,
    };
    const areas: AreaSource = {
      areas: this.#areas,
      members: this.#members,
      references: this.#references,
      own,
      length: this.#areaLength,
    };
    const tablesIn = (language?: string): LanguageTables => {
      const phase = language === undefined ? 'writing' : `writing ${language}`;
      return {
        ...writeTermTables(terms, folder, language, (part) =>
          listener.progress(phase, part),
        ),
        ...(this.#areas.size && {areas: writeAreas(areas, folder, language)}),
      };
    };
    const tables = tablesIn();
    const keyTable = keys.write(folder);
    const areaKeys = writeAreaKeys(areas, folder, this.#scratch, bits);
    const languages = [...this.#languages]
      .filter(([tag]) => own === undefined || tag !== tagKey(own))
      .map(([, tag]) => [tag, tablesIn(tag)] as const);
    return {
      format: 1,
      sharded: 1,
      glossary,
      count,
      ...tables,
      ...(keyTable && {keys: keyTable}),
      ...(areaKeys && {areaKeys}),
      ...(this.changes.length && {
        changes: folder.write(JSON.stringify(this.changes), 'json'),
      }),
      ...(languages.length && {languages: Object.fromEntries(languages)}),
    };
  }

  /**
   * Writes the tables that are the same in all languages, and collects what is
   * needed of all terms.
   */
  #index() {
    const keys = new KeyTable<KeyRecord>(this.#scratch, 'keys', this.bits);
    let count = 0;
    let length = 0;
    let part = 0;
    for (const entries of this.#terms.read(this.#doubled('terms'))) {
      for (const {value: term, order, json} of entries) {
        length += RECORD_LENGTH + json.length - translationsLength(term);
        this.#references.offer(term, order);
        if (term.name === null) continue;
        count++;
        for (const id of term.formerIds ?? []) keys.add([id, term.id], order);
        for (const key of term.url ? documentAddressKeys(term.url) : []) {
          keys.add([key, term.id], order);
        }
        this.#members.add(term, order);
      }
      this.listener.progress('indexing', ++part / 2 ** this.bits);
    }
    for (const _ of this.#areas.read(this.#doubled('areas'))) continue;
    return {keys, count, length};
  }

  #doubled(list: string) {
    return (
      {place, value}: {place: string; value: {id: string}},
      first: {place: string},
    ) => {
      const [line = 1, column = 1] = place.split(':').map(Number);
      const message = `${list}: the id ${JSON.stringify(value.id.slice(0, 60))} belongs to the entry at ${first.place}, which counts`;
      this.listener.warning({line, column, message});
    };
  }

  #note(translations: Readonly<Record<string, unknown>> | undefined): void {
    for (const tag of Object.keys(translations ?? {})) {
      if (!this.#languages.has(tagKey(tag))) {
        this.#languages.set(tagKey(tag), tag);
      }
    }
  }
}

/** Length of a record without the JSON of its term: `{"term":},`. */
const RECORD_LENGTH = 10;

const translationsLength = (term: Term | RemovedTerm): number =>
  'translations' in term ? JSON.stringify(term.translations).length + 16 : 0;
