import {CommandError} from '../../terminal/errors.js';
import type {Place, Report} from '../../terminal/report.js';
import type {
  Imported,
  Importer,
  ImportInput,
  ImportOptions,
} from '../reading/importer.js';
import {keepValid} from '../reading/keep-valid.js';
import {cellValue, closeLists, type Column, putValue} from './column.js';
import {delimiterOf, headerOf} from './dialect.js';
import {openCell, splitList} from './cells.js';
import {readHeader} from './header.js';
import {rowsOf} from './rows.js';

/** Tables with a header row; each row is a term. Read row by row, in bounded memory. */
export const csvImporter: Importer = {
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
      if (cells.length > MOST_COLUMNS) {
        throw new CommandError(
          `${file}:${line}: expected at most ${MOST_COLUMNS} columns, received ${cells.length}`,
          'Is this the right file, and are its rows on lines of their own?',
        );
      }
      const names = cells.map((name) => columnName(name));
      columns = readHeader(names, map, place, report);
      requireName(columns, names, file, line);
      continue;
    }
    // Spreadsheets leave empty rows behind.
    if (cells.every((cell) => !cell)) continue;
    reportShape(cells, columns, place, report);
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

/** Our own names are some dozens for each language; a table of terms has no more. */
const MOST_COLUMNS = 10_000;

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
    'Name the columns: --map name=COLUMN --map summary=COLUMN',
  );
};

/** Rows that are longer or shorter than the header. */
const reportShape = (
  cells: readonly string[],
  columns: readonly unknown[],
  place: Place,
  report: Report,
) => {
  const count = `the header has ${columns.length} cells, this row has ${cells.length}`;
  if (cells.length < columns.length) {
    report.warning(place, `${count}: the missing ones are read as empty`);
  } else if (cells.slice(columns.length).some((cell) => cell.trim())) {
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
