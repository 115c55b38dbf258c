import {pipeline, Readable} from 'node:stream';
import {CsvError, parse} from 'csv-parse';
import {CommandError} from '../../errors.js';
import type {Place, Report} from '../../report.js';
import {beginningOf} from '../beginning.js';
import type {
  Imported,
  Importer,
  ImportInput,
  ImportOptions,
} from '../importer.js';
import {keepValid} from '../keep-valid.js';
import {cellValue, closeLists, type Column, putValue} from './column.js';
import {type Delimiter, delimiterOf, headerOf, RECORD_ENDS} from './dialect.js';
import {readHeader} from './header.js';
import {openCell, splitList} from './cells.js';

/** No row is as long; a quote that is never closed would take in the whole file. */
const MAX_ROW = 16 * 2 ** 20;

/** Tables with a header row; each row is a term. Read row by row, in bounded memory. */
export const csvImporter: Importer = {
  name: 'csv',
  title: 'CSV or TSV with a header row',
  recognises: (file, start) => {
    if (/\.(csv|tsv|tab)$/i.test(file)) return true;
    if (!/\.txt$/i.test(file)) return false;
    return headerOf(start, delimiterOf(start)).length > 1;
  },
  read,
};

async function* read(
  input: ImportInput,
  {map}: ImportOptions,
  report: Report,
): AsyncGenerator<Imported> {
  const {file} = input;
  let columns: readonly (Column | undefined)[] | undefined;
  for await (const {cells, line} of rowsOf(input, new Set(map.values()))) {
    const place = {file, line};
    if (!columns) {
      const names = cells.map((name) => columnName(name));
      columns = readHeader(names, map, place, report);
      requireName(columns, names, file, line);
      continue;
    }
    // Spreadsheets leave empty rows behind.
    if (cells.every((cell) => !cell)) continue;
    tellShape(cells, columns, place, report);
    const value = keepValid(
      termOf(cells, columns, place, report),
      place,
      report,
    );
    if (value) yield {type: 'term', value, line};
  }
  if (!columns) {
    throw new CommandError(
      `${file}:1: expected a header row, received an empty file`,
      'The first row names the properties: id,name,summary,aliases',
    );
  }
}

interface Row {
  readonly cells: readonly string[];
  /** Where it begins, from 1. */
  readonly line: number;
}

async function* rowsOf(
  input: ImportInput,
  names: ReadonlySet<string>,
): AsyncGenerator<Row> {
  const {start, pieces} = await beginningOf(input.pieces());
  // Excel's own way to name the delimiter, before the header.
  const named = /^sep=([,;|\t])(?:\r\n|\r|\n)/i.exec(start);
  const delimiter = (named?.[1] ?? delimiterOf(start, names)) as Delimiter;
  const lines = new RowLines(named ? 2 : 1);
  const parser = parse({
    delimiter,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: RECORD_ENDS,
    max_record_size: MAX_ROW,
    // Called while parsing, so that an error knows how far it came.
    on_record: ((found: unknown): Row => {
      const {record, raw} = found as {record: string[]; raw: string};
      return {cells: record, line: lines.begin(raw)};
      // The types know rows without `raw` only.
    }) as never,
  });
  // What fails is thrown by the loop below, at its place.
  pipeline(
    Readable.from(withoutStart(pieces, named?.[0].length ?? 0)),
    parser,
    () => undefined,
  );
  try {
    for await (const row of parser) yield row as Row;
  } catch (error) {
    throw error instanceof CsvError
      ? faultOf(error, input.file, lines.next, delimiter)
      : error;
  }
}

/** Counts lines by the raw rows: the parser takes CR LF for two of them. */
class RowLines {
  #isAfterReturn = false;

  /** @param next Line at which the next row begins, or empty lines before it. */
  constructor(public next: number) {}

  /** The line at which a row begins. */
  begin(raw: string): number {
    // Of a line end of two characters the second one is in the next row.
    const text =
      this.#isAfterReturn && raw.startsWith('\n') ? raw.slice(1) : raw;
    this.#isAfterReturn = raw.endsWith('\r');
    const blank = /^[\r\n]*/.exec(text)![0];
    const line = this.next + lineEnds(blank);
    this.next += lineEnds(text);
    return line;
  }
}

const lineEnds = (text: string): number => {
  let count = 0;
  for (const _ of text.matchAll(/\r\n|\r|\n/g)) count++;
  return count;
};

const NAMES: Readonly<Record<Delimiter, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

const FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED:
    'expected a closing quote, received the end of the file',
  CSV_INVALID_CLOSING_QUOTE:
    'expected the end of the cell after its closing quote, received more text',
  INVALID_OPENING_QUOTE:
    'expected a cell that is wholly in quotes, received a quote inside of it',
  CSV_MAX_RECORD_SIZE:
    'expected a row of less than 16 MiB; a quote may not be closed',
};

const faultOf = (
  {code, message}: CsvError,
  file: string,
  line: number,
  delimiter: Delimiter,
) =>
  new CommandError(
    `${file}:${line}: ${FAULTS[code] ?? message} (in the row that begins here)`,
    `Cells are read as parted by ${NAMES[delimiter]}. A quote inside a cell is written twice, and the cell is in quotes: "a ""word"" in quotes"`,
  );

async function* withoutStart(
  pieces: AsyncIterable<string>,
  length: number,
): AsyncGenerator<string> {
  let rest = length;
  for await (const piece of pieces) {
    const text = piece.slice(rest);
    rest = 0;
    if (text) yield text;
  }
}

const columnName = (cell: string) => openCell(cell).trim();

/** @throws {CommandError} Where no column can be the name of a term. */
const requireName = (
  columns: readonly (Column | undefined)[],
  names: readonly string[],
  file: string,
  line: number,
) => {
  if (columns.some((column) => column?.keys.join('.') === 'name')) return;
  const received = names
    .slice(0, 8)
    .map((name) => JSON.stringify(name.slice(0, 40)))
    .join(', ');
  throw new CommandError(
    `${file}:${line}: expected a column with the names of terms, received ${received}`,
    'Say which one it is: --map name=COLUMN --map summary=COLUMN',
  );
};

/** Rows that are longer or shorter than the header. */
const tellShape = (
  cells: readonly string[],
  columns: readonly unknown[],
  place: Place,
  report: Report,
) => {
  const count = `the header has ${columns.length} cells, this row has ${cells.length}`;
  if (cells.length < columns.length) {
    report.warning(place, `${count}: the last ones are taken as empty`);
  } else if (cells.slice(columns.length).some((cell) => cell)) {
    report.dropped(place, `${count}: the last ones belong to no column`);
  }
  if (cells.some((cell) => cell.includes('\uFFFD'))) {
    report.warning(
      place,
      'there is a character that stands for bytes that were not UTF-8 (U+FFFD); was the file saved in another encoding?',
    );
  }
};

const termOf = (
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
  place: Place,
  report: Report,
): Record<string, unknown> => {
  const term: Record<string, unknown> = {};
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (!column) continue;
    const value =
      column.keys.join('.') === 'sources'
        ? sourcesOf(cell)
        : cellValue(cell, column, place, report);
    if (value !== undefined && !putValue(term, column.keys, value)) {
      report.dropped(
        place,
        `${column.keys.join('.')}: another column gives this already`,
      );
    }
  }
  closeLists(term);
  return term;
};

/** Sources in one cell: addresses, or titles. */
const sourcesOf = (cell: string) => {
  const items = splitList(openCell(cell)).map((item) =>
    /^https?:\/\//i.test(item) ? {title: item, url: item} : {title: item},
  );
  return items.length ? {...items} : undefined;
};
