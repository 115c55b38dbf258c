import {isObject} from 'term-elements/glossary';
import type {Place, Report} from '../../terminal/report.js';
import {innerShape, type Shape, TERM_SHAPES} from '../../fields/shapes.js';

/**
 * A value as the property of the format holds it. A value of another type is
 * converted if possible, which is reported as a guess; `undefined` for empty
 * values, and for those that cannot be converted, which are reported as
 * dropped.
 *
 * @param keys Path of the property in a term.
 */
export const convert = (
  value: unknown,
  keys: readonly string[],
  place: Place,
  report: Report,
): unknown => {
  if (value === null || value === undefined) return undefined;
  let shape: Shape | undefined = {fields: TERM_SHAPES};
  for (const key of keys) shape = innerShape(shape, key);
  if (shape === undefined) return value;
  const path = keys.join('.');
  const found = toShape(value, shape, keys.at(-1)!);
  if (found === undefined) {
    report.dropped(
      place,
      `${path}: expected ${nameOf(shape)}, received ${kindOf(value)}`,
    );
  } else if (found.isGuess) {
    report.guessed(
      place,
      `${path}: ${kindOf(value)} is read as ${nameOf(shape)}`,
    );
  }
  return found?.value;
};

interface Converted {
  readonly value: unknown;
  readonly isGuess: boolean;
}

const asIs = (value: unknown): Converted => ({value, isGuess: false});
const guess = (value: unknown): Converted => ({value, isGuess: true});

const toShape = (
  value: unknown,
  shape: Shape,
  key: string,
): Converted | undefined => {
  if (shape === 'text' || shape === 'date') return toText(value);
  if (shape === 'texts') return toTexts(value);
  if (shape === 'rich') return isObject(value) ? asIs(value) : toText(value);
  if (shape === 'number') {
    if (typeof value === 'number') return asIs(value);
    return typeof value === 'string' && /^\d{1,9}$/.test(value.trim())
      ? guess(Number(value))
      : undefined;
  }
  if (shape === 'flag') {
    if (typeof value === 'boolean') return asIs(value);
    return value === 'true' || value === 'false'
      ? guess(value === 'true')
      : undefined;
  }
  if ('list' in shape) return toObjects(value, key);
  return isObject(value) ? asIs(value) : toObject(value, key);
};

const toText = (value: unknown): Converted | undefined => {
  if (typeof value === 'string') return asIs(value);
  return typeof value === 'number' || typeof value === 'boolean'
    ? guess(String(value))
    : undefined;
};

const toTexts = (value: unknown): Converted | undefined => {
  if (typeof value === 'string') {
    const items = value.split(',').map((item) => item.trim());
    return guess(items.filter(Boolean));
  }
  if (typeof value === 'number') return guess([String(value)]);
  if (!Array.isArray(value)) return undefined;
  if (value.every((item) => typeof item === 'string')) return asIs(value);
  const items = value.map(toText);
  return items.every((item) => item !== undefined)
    ? guess(items.map((item) => item.value))
    : undefined;
};

/** What an object is known by, where an input has only that. */
const MAIN: Readonly<Record<string, string>> = {
  image: 'url',
  author: 'name',
  deprecated: 'use',
};

const toObject = (value: unknown, key: string): Converted | undefined => {
  if (key === 'deprecated' && value === true) return guess({});
  return typeof value === 'string' && Object.hasOwn(MAIN, key)
    ? guess({[MAIN[key]!]: value})
    : undefined;
};

const toObjects = (value: unknown, key: string): Converted | undefined => {
  if (key !== 'sources') return undefined;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (items.every(isObject)) {
    return Array.isArray(value) ? asIs(value) : guess(items);
  }
  if (!items.every((item) => typeof item === 'string')) return undefined;
  return guess(
    items.map((item) =>
      /^https?:\/\//i.test(item) ? {title: item, url: item} : {title: item},
    ),
  );
};

const kindOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  if (typeof value === 'boolean') return 'true or false';
  return typeof value === 'number' ? 'a number' : 'a text';
};

const nameOf = (shape: Shape): string => {
  if (shape === 'texts') return 'a list of texts';
  if (shape === 'number') return 'a number';
  if (shape === 'flag') return 'true or false';
  if (typeof shape === 'string') return 'a text';
  return 'list' in shape ? 'a list of objects' : 'an object';
};
