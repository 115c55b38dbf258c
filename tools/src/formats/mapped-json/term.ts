import {set} from '../../files/json/set.js';
import type {Place, Report} from '../../terminal/report.js';
import {putValue} from '../csv/column.js';
import {guessProperties} from '../reading/guess-property.js';
import {TERM_SHAPES} from '../../fields/shapes.js';
import {convert} from './convert.js';

type Properties = Readonly<Record<string, unknown>>;

/**
 * One entry of another shape as a term.
 *
 * @param map Properties of the format, and where the entry has them: names of
 *     its properties, with dots for those inside others.
 */
export const termOf = (
  entry: Properties,
  map: ReadonlyMap<string, string>,
  place: Place,
  report: Report,
): Record<string, unknown> => {
  const term: Record<string, unknown> = {};
  let rest = entry;
  const from = namesOf(entry, map, place, report);
  for (const [property, name] of from) {
    const path = pathIn(entry, name);
    if (!path) continue;
    rest = without(rest, path);
    const keys = property.split('.');
    const value = convert(valueAt(entry, path), keys, place, report);
    if (value !== undefined) putValue(term, keys, value);
  }
  for (const [key, value] of Object.entries(rest)) {
    if (Object.hasOwn(term, key)) {
      report.dropped(
        place,
        `${key}: the entry has one of its own, but ${key} is read from ${from.get(key) ?? 'elsewhere'}`,
      );
      continue;
    }
    const kept = convert(value, [key], place, report);
    const isKnown = Object.hasOwn(TERM_SHAPES, key);
    if (kept !== undefined) set(term, key, kept);
    else if (!isKnown) set(term, key, value);
  }
  return term;
};

/** The mapping of the command line, with guesses for what it leaves out. */
const namesOf = (
  entry: Properties,
  map: ReadonlyMap<string, string>,
  place: Place,
  report: Report,
): ReadonlyMap<string, string> => {
  const names = Object.keys(entry);
  if (names.includes('name') && names.includes('summary')) return map;
  const spoken = new Set([...map.values()].map((path) => path.split('.')[0]!));
  const guesses = guessProperties(
    names.filter(
      (name) => !spoken.has(name) && !Object.hasOwn(TERM_SHAPES, name),
    ),
    new Set([
      ...map.keys(),
      ...names.filter((name) => Object.hasOwn(TERM_SHAPES, name)),
    ]),
  );
  const all = new Map(map);
  // A definition without a summary is the sentence that a card shows.
  const isSummary =
    Object.hasOwn(entry, 'definition') &&
    !all.has('summary') &&
    !all.has('definition') &&
    !names.includes('summary');
  for (const {property, name} of guesses) {
    if (isSummary && property === 'summary') continue;
    all.set(property, name);
    report.guessed(
      place,
      `${JSON.stringify(name.slice(0, 60))} is read as ${property}`,
    );
  }
  if (isSummary) {
    all.set('summary', 'definition');
    report.guessed(place, '"definition" is read as summary');
  }
  return all;
};

/** The way to a value: a name with dots may be one name. */
const pathIn = (
  entry: Properties,
  name: string,
): readonly string[] | undefined => {
  if (Object.hasOwn(entry, name)) return [name];
  const path = name.split('.');
  return valueAt(entry, path) === undefined ? undefined : path;
};

const valueAt = (entry: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Properties)[key]
        : undefined,
    entry,
  );

/** The properties but for one, which may be inside others; what it leaves empty goes too. */
const without = (
  value: Properties,
  [key, ...deeper]: readonly string[],
): Properties =>
  Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) => {
      if (name !== key) return [[name, item]];
      if (!deeper.length || typeof item !== 'object' || !item) return [];
      const left = without(item as Properties, deeper);
      return Object.keys(left).length ? [[name, left]] : [];
    }),
  );
