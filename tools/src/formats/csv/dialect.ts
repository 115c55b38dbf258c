import {parse} from 'csv-parse/sync';
import {propertyNamed} from '../reading/guess-property.js';
import {TERM_SHAPES} from '../../fields/shapes.js';

const DELIMITERS = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/** As RFC 4180 has it, as Unix has it, as old programs had it. */
export const RECORD_ENDS = ['\r\n', '\n', '\r'];

/**
 * What parts the cells: of all delimiters the one by which the header has most
 * names that a glossary has, then most names.
 *
 * @param start The first characters of the text, the header row among them.
 */
export const delimiterOf = (
  start: string,
  names: ReadonlySet<string> = new Set(),
): Delimiter => {
  const rated = DELIMITERS.map((delimiter) => {
    const header = headerOf(start, delimiter);
    const known = header.filter(
      (name) => names.has(name) || isOurs(name) || propertyNamed(name),
    ).length;
    return {delimiter, rate: known * 10_000 + header.length};
  });
  return rated.reduce((best, next) => (next.rate > best.rate ? next : best))
    .delimiter;
};

/** Names of the columns, in as far as the start of the text has them. */
export const headerOf = (
  start: string,
  delimiter: Delimiter,
): readonly string[] => {
  try {
    const [header] = parse(start, {
      delimiter,
      to: 1,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      record_delimiter: RECORD_ENDS,
    });
    return (header ?? []).map((name) => name.trim());
  } catch {
    return []; // a quote that does not end: not in this dialect
  }
};

const isOurs = (name: string) =>
  Object.hasOwn(TERM_SHAPES, name.split('.')[0]!);
