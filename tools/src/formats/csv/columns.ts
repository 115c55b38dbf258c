import {guardCell, joinList} from './cells.js';
import {columnOf, isPossible} from './column.js';
import {
  innerShape,
  REQUIRED,
  type Shape,
  TERM_SHAPES,
} from '../../fields/shapes.js';
import {
  HALF_CHARACTER,
  hasHalf,
  type UnwrittenReport,
} from '../writing/unwritten-properties.js';

/** A cell, by the name of its column. */
export type Cell = readonly [column: string, text: string];

/** The cells of a term; what a table has no place for is reported. */
export function* cellsOf(
  term: object,
  unwritten: UnwrittenReport,
): Generator<Cell> {
  for (const [key, value] of Object.entries(term)) {
    if (value === undefined) continue;
    const shape = innerShape({fields: TERM_SHAPES}, key);
    const isOwnName = shape === undefined && !isReadBack(key);
    if (isOwnName) unwritten.drop(['terms', key], NAME);
    else yield* walk(value, shape, [key], unwritten);
  }
}

const NAME = 'no column can have its name';

/** Whether the reader takes a name for that of an unknown property. */
const isReadBack = (key: string) =>
  key !== '' && key === key.trim() && columnOf(key).keys.length === 1;

function* walk(
  value: unknown,
  shape: Shape | undefined,
  keys: readonly string[],
  unwritten: UnwrittenReport,
): Generator<Cell> {
  const path = ['terms', ...keys.filter((key) => !/^\d+$/.test(key))];
  const column = keys.join('.');
  if (typeof value === 'string') {
    if (value === '' && column !== 'summary') {
      unwritten.drop(path, 'the text is empty');
    } else {
      if (hasHalf(value)) unwritten.warn(path, HALF_CHARACTER);
      yield [column, guardCell(value)];
    }
  } else if (typeof value === 'number' || typeof value === 'boolean') {
    if (shape === undefined)
      unwritten.warn(path, `${typeof value} becomes a text`);
    yield [column, String(value)];
  } else if (Array.isArray(value) && shape === 'texts') {
    const texts = value as readonly string[];
    const items = texts.filter((item) => item !== '');
    if (!items.length) unwritten.drop(path, 'the list is empty');
    else if (items.length < texts.length)
      unwritten.drop(path, 'an item is empty');
    if (items.some(hasHalf)) unwritten.warn(path, HALF_CHARACTER);
    if (items.length) yield [column, guardCell(joinList(items))];
  } else if (Array.isArray(value) && isList(shape)) {
    if (!value.length) unwritten.drop(path, 'the list is empty');
    for (const [index, item] of value.entries()) {
      yield* walk(item, shape.list, [...keys, String(index)], unwritten);
    }
  } else if (typeof value === 'object' && value && shape !== undefined) {
    yield* walkObject(value, shape, keys, unwritten);
  } else {
    unwritten.drop(path, 'a cell holds a text');
  }
}

function* walkObject(
  value: object,
  shape: Shape,
  keys: readonly string[],
  unwritten: UnwrittenReport,
): Generator<Cell> {
  const path = ['terms', ...keys.filter((key) => !/^\d+$/.test(key))];
  const required = lacks(value, keys);
  if (required !== undefined) {
    unwritten.drop(path, `its ${required} is empty`);
    return;
  }
  let isEmpty = true;
  for (const [key, item] of Object.entries(value) as [string, unknown][]) {
    if (item === undefined) continue;
    isEmpty = false;
    const isName = key !== '' && key === key.trim() && !key.includes('.');
    const inner = innerShape(shape, key);
    if (isName && isPlace([...keys, key], inner)) {
      yield* walk(item, inner, [...keys, key], unwritten);
    } else {
      unwritten.drop([...path, key], NAME);
    }
  }
  if (isEmpty) unwritten.drop(path, 'there is nothing in it');
}

/** What is empty that a whole object hangs on. */
const lacks = (value: object, [key = '', ...deeper]: readonly string[]) => {
  const isWhole = deeper.every((inner) => /^\d+$/.test(inner));
  if (!isWhole || !Object.hasOwn(REQUIRED, key)) return undefined;
  const required = REQUIRED[key]!;
  return (value as Record<string, unknown>)[required] === ''
    ? required
    : undefined;
};

/** Objects are in several columns, whose names are looked at one by one. */
const isPlace = (keys: readonly string[], shape: Shape | undefined) =>
  typeof shape === 'object' ||
  shape === 'rich' ||
  isPossible(columnOf(keys.join('.')));

const isList = (
  shape: Shape | undefined,
): shape is Extract<Shape, {readonly list: Shape}> =>
  typeof shape === 'object' && 'list' in shape;

const ORDER = new Map(
  Object.keys(TERM_SHAPES).map((key, index) => [key, index]),
);

/** Columns in the order of the format, then unknown ones in that of the glossary. */
export const orderColumns = (columns: Iterable<string>): readonly string[] => {
  const placeOf = (column: string) =>
    ORDER.get(column) ?? ORDER.get(column.split('.')[0]!) ?? ORDER.size;
  const first = ['id', 'name', 'summary'];
  const others = [...columns].filter((column) => !first.includes(column));
  return [...first, ...others.toSorted((a, b) => placeOf(a) - placeOf(b))];
};
