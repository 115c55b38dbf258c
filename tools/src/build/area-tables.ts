import {
  type Area,
  type AreaKeyRecord,
  type AreaRecord,
  documentAddressKeys,
  keyHash,
  localizeArea,
  localizeQuestion,
  type Resource,
  type Table,
  type Term,
} from 'term-elements/glossary';
import type {EntryStore} from './entry-store.js';
import {KeyTable} from './key-table.js';
import {type Line, Partitions} from './partitions.js';
import {type ReferenceJoin, referenceRecord} from './reference-join.js';
import {areaReferences} from './references.js';
import {writeSequence, writeTable} from './tables.js';
import type {FileSink} from './tree-writer.js';

export interface AreaSource {
  readonly areas: EntryStore<Area>;
  readonly members: Members;
  readonly references: ReferenceJoin;
  /** Language of the glossary. */
  readonly own: string | undefined;
  readonly length: number;
}

/** The terms of areas that have no pages of their own. */
export class Members {
  readonly #lines: Partitions;

  constructor(
    folder: string,
    bits: number,
    /** Ids of the areas that are asked for. */
    readonly areas: ReadonlySet<string>,
  ) {
    this.#lines = new Partitions(folder, 'members', bits);
  }

  /** @param order Place of the term in the document. */
  add({id, areas = []}: Term, order: number): void {
    for (const area of new Set(areas)) {
      if (!this.areas.has(area)) continue;
      this.#lines.add(keyHash(area), order, JSON.stringify([area, id]));
    }
  }

  /** Ids of terms by the id of the area, parted as the areas are. */
  *read(): Generator<ReadonlyMap<string, readonly string[]>, void> {
    for (const lines of this.#lines.read()) {
      const members = new Map<string, string[]>();
      for (const {text} of lines) {
        const [area, id] = JSON.parse(text) as [string, string];
        const ids = members.get(area);
        if (ids) ids.push(id);
        else members.set(area, [id]);
      }
      yield members;
    }
  }
}

/**
 * The areas in one language.
 *
 * @param language BCP 47 tag; without one, the glossary's own texts.
 */
export const writeAreas = (
  source: AreaSource,
  sink: FileSink,
  language?: string,
): Table => writeTable(sink, recordsOf(source, sink, language), source.length);

function* recordsOf(
  {areas, members, references, own}: AreaSource,
  sink: FileSink,
  language: string | undefined,
): Generator<Line> {
  const answers = references.answers('areas');
  const memberships = members.read();
  for (const entries of areas.read()) {
    const answersOf = answers.next().value;
    const membersOf = memberships.next().value;
    for (const {value, hash, order} of entries) {
      const pages = (value.resources ?? []).map((page) =>
        localizedPage(page, language, own),
      );
      const localized =
        language === undefined
          ? {area: value}
          : localizeArea(value, language, own);
      const area = without(localized.area, ['resources', 'translations']);
      const found = answersOf
        ? referenceRecord(
            areaReferences({...localized.area, resources: pages}),
            answersOf(value.id),
            language,
            own,
          )
        : undefined;
      const ids = (membersOf?.get(value.id) ?? []).map((id) =>
        JSON.stringify(id),
      );
      const length = ids.reduce((sum, id) => sum + id.length + 1, 0);
      const record: AreaRecord = {
        area,
        ...('language' in localized &&
          localized.language !== undefined && {language: localized.language}),
        resources: pages.map((page) => ({
          ...(page.number !== undefined && {number: page.number}),
          ...(page.url !== undefined && {url: page.url}),
          file: sink.write(JSON.stringify(page), 'json'),
        })),
        ...(ids.length && {
          terms: writeSequence(sink, ids, length, ids.length),
        }),
        ...(found && {references: found}),
      };
      yield {hash, order, text: JSON.stringify(record)};
    }
  }
}

const without = <T extends object, Key extends string>(
  value: T,
  names: readonly Key[],
): Omit<T, Key> =>
  Object.fromEntries(
    Object.entries(value).filter(([name]) => !names.includes(name as Key)),
  ) as Omit<T, Key>;

const localizedPage = (
  resource: Resource,
  language: string | undefined,
  own: string | undefined,
): Resource => {
  const {page} = resource;
  if (language === undefined || !page?.questions) return resource;
  const questions = page.questions.map((question) =>
    localizeQuestion(question, language, own),
  );
  return {...resource, page: {...page, questions}};
};

/** More than the pages of any area: orders them after their area. */
const MOST_PAGES = 100_000;

/** The addresses of areas, and of their pages. */
export const writeAreaKeys = (
  {areas}: AreaSource,
  sink: FileSink,
  folder: string,
  bits: number,
): Table | undefined => {
  const table = new KeyTable<AreaKeyRecord>(
    folder,
    'area-keys',
    bits,
    // A page comes before its area, and has a key of its own.
    ([key, , page]) => `${page === undefined ? 'area' : 'page'} ${key}`,
  );
  for (const entries of areas.read()) {
    for (const {value, order} of entries) {
      for (const key of value.url ? documentAddressKeys(value.url) : []) {
        table.add([key, value.id], order * MOST_PAGES);
      }
      for (const [place, {url}] of (value.resources ?? []).entries()) {
        for (const key of url ? documentAddressKeys(url) : []) {
          table.add([key, value.id, place], order * MOST_PAGES + place);
        }
      }
    }
  }
  return table.write(sink);
};
