import {pipeline, Readable} from 'node:stream';
import {CsvError, parse} from 'csv-parse';
import {CommandError} from '../../terminal/errors.js';
import {beginningOf} from '../reading/beginning.js';
import type {ImportInput} from '../reading/importer.js';
import {type Delimiter, delimiterOf, RECORD_ENDS} from './dialect.js';

/** No row is as long; a quote that is never closed would take in the whole file. */
const MAX_ROW = 16 * 2 ** 20;

export interface Row {
  readonly cells: readonly string[];
  /** Where it begins, from 1. */
  readonly line: number;
}

/**
 * The rows of a table, the header among them, without empty lines.
 *
 * @param names What columns may be called other than our own names; they show the
 *     delimiter.
 * @throws {CommandError} Where quotes do not match; says in which row.
 */
export async function* rowsOf(
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
    'expected quotes around the whole cell, received a quote inside of it',
  CSV_MAX_RECORD_SIZE:
    'expected a row of less than 16 MiB; perhaps a quote is not closed',
};

const faultOf = (
  {code, message}: CsvError,
  file: string,
  line: number,
  delimiter: Delimiter,
) =>
  new CommandError(
    `${file}:${line}: ${FAULTS[code] ?? message} (in the row that begins here)`,
    `Cells are read as separated by ${NAMES[delimiter]}. A quote inside a cell is written twice, and the cell is in quotes: "a ""word"" in quotes"`,
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
