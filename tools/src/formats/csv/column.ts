import {set} from '../../files/json/set.js';
import type {Place, Report} from '../../terminal/report.js';
import {
  fieldsOf,
  innerShape,
  type Shape,
  TERM_SHAPES,
} from '../../fields/shapes.js';
import {openCell, splitList} from './cells.js';

/** A column: which property of a term its cells hold. */
export interface Column {
  /** The property, `["translations", "es", "name"]` for `translations.es.name`. */
  readonly keys: readonly string[];
  readonly shape: Shape | undefined;
}

/** Lists longer than this are no lists; a name of a column may be anything. */
const MAX_INDEX = 999;

const TERM: Shape = {fields: TERM_SHAPES};

/**
 * What a column holds by its name. A name whose first part the format does not
 * know is one property, dots and all.
 */
export const columnOf = (name: string): Column => {
  const keys = name.split('.');
  if (!Object.hasOwn(TERM_SHAPES, keys[0]!)) {
    return {keys: [name], shape: undefined};
  }
  let shape: Shape | undefined = TERM;
  for (const key of keys) {
    const list: Shape | undefined = itemShape(shape);
    shape = list ? (isIndex(key) ? list : undefined) : innerShape(shape, key);
  }
  return {keys, shape};
};

const itemShape = (shape: Shape | undefined): Shape | undefined =>
  typeof shape === 'object' && 'list' in shape ? shape.list : undefined;

const isIndex = (key: string) =>
  /^(0|[1-9]\d{0,2})$/.test(key) && Number(key) <= MAX_INDEX;

/** Whether a column names a place that a term can have. */
export const isPossible = ({keys}: Column): boolean => {
  let shape: Shape | undefined = TERM;
  for (const [depth, key] of keys.entries()) {
    if (!key) return false;
    const list: Shape | undefined = itemShape(shape);
    const isInside =
      depth === 0 || list
        ? list === undefined || isIndex(key)
        : fieldsOf(shape) !== undefined || isRecord(shape);
    if (!isInside) return false;
    shape = list ?? innerShape(shape, key);
  }
  // The whole of an object is in several columns, never in one.
  return shape === undefined || typeof shape === 'string';
};

const isRecord = (shape: Shape | undefined) =>
  typeof shape === 'object' && 'each' in shape;

/** The value of a cell; `undefined` where it says nothing. */
export const cellValue = (
  cell: string,
  {keys, shape}: Column,
  place: Place,
  report: Report,
): unknown => {
  const text = openCell(cell);
  if (shape === 'texts') {
    const items = splitList(text);
    return items.length ? items : undefined;
  }
  const isRequired = keys.length === 1 && keys[0] === 'summary';
  if (text === '' && !isRequired) return undefined;
  if (shape === 'number' || shape === 'flag') {
    const value = shape === 'number' ? numberOf(text) : flagOf(text);
    if (value === undefined && text.trim()) {
      const expected = shape === 'number' ? 'a number' : 'true or false';
      report.dropped(
        place,
        `${keys.join('.')}: expected ${expected}, received ${JSON.stringify(text.slice(0, 60))}`,
      );
    }
    return value;
  }
  return text;
};

const numberOf = (text: string): number | undefined =>
  /^\s{0,9}[+-]?\d{1,15}(\.\d{1,15})?\s{0,9}$/.test(text)
    ? Number(text)
    : undefined;

const FLAGS = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
]);

const flagOf = (text: string): boolean | undefined =>
  FLAGS.get(text.trim().toLowerCase());

/**
 * Puts a value at its place; lists of objects are closed up by `closeLists`.
 *
 * @returns Whether it is there; not where a text or a list is in its way.
 */
export const putValue = (
  term: object,
  keys: readonly string[],
  value: unknown,
): boolean => {
  let inner = term as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) {
    if (!Object.hasOwn(inner, key)) set(inner, key, {});
    const next = inner[key];
    if (typeof next !== 'object' || !next || Array.isArray(next)) return false;
    inner = next as Record<string, unknown>;
  }
  const last = keys.at(-1)!;
  if (Object.hasOwn(inner, last)) return false;
  set(inner, last, value);
  return true;
};

/** Makes lists of what `sources.0.title`, `sources.1.title` … gave. */
export const closeLists = (term: Record<string, unknown>): void => {
  for (const [key, shape] of Object.entries(TERM_SHAPES)) {
    if (itemShape(shape) && Object.hasOwn(term, key)) {
      // Keys that are whole numbers are in their order.
      term[key] = Object.values(term[key] as object);
    }
  }
};
