/** Reads the glossary from its sources, in any format that is imported. */
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, normalize} from 'node:path';
import type {GlossaryPlace} from '../lint/finding.js';
import type {Position} from '../lint/lines.js';
import type {Imported, ImportOptions} from '../formats/reading/importer.js';
import {importEntries} from '../import/import-entries.js';
import {importPages} from '../import/import-pages.js';
import {PAGE, type PlacedInput, placedInputs} from '../import/inputs.js';
import type {Io} from '../terminal/io.js';
import {LocatedJson} from '../files/json/located.js';
import {type Note, type Place, Report} from '../terminal/report.js';

/** A place in a source. */
export interface Located {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** The sources as one document. */
export interface Reading {
  /** The document in JSON; it may be none, where the source is JSON itself. */
  readonly text: string;
  /** What the document is called in messages. */
  readonly file: string;
  readonly place: (place: GlossaryPlace) => Located;
  /** What was dropped or guessed on the way. */
  readonly notes: readonly Note[];
}

export interface SourceOptions extends ImportOptions {
  readonly from: string | undefined;
}

/** Whether the sources are a glossary document, which is not imported. */
export const isDocument = (
  words: readonly string[],
  {from, map}: Pick<SourceOptions, 'from' | 'map'>,
): boolean =>
  words.length === 1 &&
  /\.json$/i.test(words[0]!) &&
  from === undefined &&
  !map.size;

/** @throws {CommandError} Where a source cannot be read. */
export const readSources = async (
  words: readonly string[],
  options: SourceOptions,
  io: Io,
): Promise<Reading> => {
  if (!isDocument(words, options)) return imported(words, options, io);
  const file = words[0]!;
  const text = (await io.files.read(file)).replace(/^\uFEFF/, '');
  let located: LocatedJson | undefined;
  const place = ({keys, name}: GlossaryPlace) => {
    located ??= new LocatedJson(text);
    return {file, ...located.range(keys, {key: name ?? false})};
  };
  return {text, file, place, notes: []};
};

const imported = async (
  words: readonly string[],
  options: SourceOptions,
  io: Io,
): Promise<Reading> => {
  const folder = await mkdtemp(join(tmpdir(), 'term-elements-'));
  try {
    const output = join(folder, 'glossary.json');
    const report = new Report();
    const places = new EntryPlaces();
    const inputs = await placedInputs(words, {
      from: options.from,
      fetch: false,
      files: io.files,
    });
    if (inputs.every(({importer}) => importer === PAGE)) {
      const pages = inputs.map(({input}) => input);
      await importPages(pages, output, io);
    } else {
      const recorded = inputs.map((input) => places.record(input));
      await importEntries(recorded, output, {options, report, io});
    }
    const text = await readFile(output, 'utf8');
    const document = JSON.parse(text) as unknown;
    const first = {file: inputs[0]!.input.file, line: 1};
    return {
      text,
      file: words.join(', '),
      place: ({keys}) => pointAt(places.of(document, keys) ?? first),
      notes: report.notes,
    };
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
};

const pointAt = ({file, line}: Place): Located => ({
  file: normalize(file),
  start: {line, column: 1},
  end: {line, column: 1},
});

type Entry = {readonly id?: string; readonly name?: string | null} | undefined;

/** Remembers where imported entries stand, by the id or the name that they have. */
class EntryPlaces {
  readonly #places = new Map<string, Place>();

  /** The same input; what is read of it is remembered. */
  record({input, importer}: PlacedInput): PlacedInput {
    if (importer === PAGE) return {input, importer};
    const add = (item: Imported) => this.#add(item, input.file);
    return {
      input,
      importer: {
        recognises: (file, start) => importer.recognises(file, start),
        async *read(...args) {
          for await (const item of importer.read(...args)) {
            add(item);
            yield item;
          }
        },
      },
    };
  }

  /** The place of the entry that keys of the document lead to. */
  of(
    document: unknown,
    [list, index]: readonly (string | number)[],
  ): Place | undefined {
    if (list !== 'terms' && list !== 'areas') return undefined;
    const entries = (document as Readonly<Record<string, unknown>>)[list];
    const entry = (entries as readonly Entry[] | undefined)?.[Number(index)];
    return (
      this.#places.get(`${list}\nid\n${entry?.id}`) ??
      this.#places.get(`${list}\nname\n${entry?.name}`)
    );
  }

  #add(item: Imported, file: string): void {
    if (item.type === 'glossary') return;
    const {line, value} = item;
    const {id, name}: NonNullable<Entry> = value;
    const key = id === undefined ? `name\n${name}` : `id\n${id}`;
    this.#places.set(`${item.type}s\n${key}`, {file, line});
  }
}
