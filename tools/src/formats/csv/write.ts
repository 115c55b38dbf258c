import {stringify} from 'csv-stringify/sync';
import {type Glossary, isWhole} from 'term-elements/glossary';
import {guardCell} from './cells.js';
import {Report} from '../../terminal/report.js';
import type {ExportOptions, TextExporter} from '../writing/exporter.js';
import {UnwrittenReport} from '../writing/unwritten-properties.js';
import {cellsOf, orderColumns} from './columns.js';

const exporter = (format: string, delimiter: ',' | '\t'): TextExporter => ({
  text: (glossary, options, report) =>
    rowsOf(glossary, delimiter, format, options, report),
});

/** For spreadsheets and databases; a cell that a spreadsheet would run is made a text. */
export const csvExporter = exporter('CSV', ',');

export const tsvExporter = exporter('TSV', '\t');

function* rowsOf(
  glossary: Glossary,
  delimiter: string,
  format: string,
  {file}: ExportOptions,
  report: Report,
): Generator<string> {
  const unwritten = new UnwrittenReport(report, file, format);
  reportHead(glossary, unwritten);
  const columns = new Set<string>();
  const terms = tableTerms(glossary, unwritten);
  for (const term of terms) {
    for (const [column] of cellsOf(term, unwritten)) columns.add(column);
  }
  const order = orderColumns(columns);
  const write = (cells: readonly string[]) =>
    stringify([cells], {
      delimiter,
      // As RFC 4180 has it.
      record_delimiter: '\r\n',
      quoted_match: /[\r\n]|^\s|\s$/,
    });
  yield write(order.map(guardCell));
  const silent = new UnwrittenReport(new Report(), file, format);
  for (const term of terms) {
    const cells = new Map(cellsOf(term, silent));
    yield write(order.map((column) => cells.get(column) ?? ''));
  }
}

const reportHead = (glossary: Glossary, unwritten: UnwrittenReport) => {
  const head = unwritten.readerOf(glossary, []);
  for (const key of ['format', 'terms']) head.take(key);
  for (const area of head.items('areas')) unwritten.drop(area.keys);
  head.end();
};

/** Terms that a table can have: with a name, and not only for the layers of others. */
const tableTerms = ({terms}: Glossary, unwritten: UnwrittenReport) =>
  terms.filter((term) => {
    if (!isWhole(term)) {
      unwritten.drop(['terms'], 'it changes a term of another glossary');
      return false;
    }
    if (term.name === '') unwritten.drop(['terms'], 'it has no name');
    return term.name !== '';
  });
