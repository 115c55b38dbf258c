/**
 * Walks through a document that may have faults: what does not follow the
 * format is skipped here, and reported by the schema.
 */
import {
  type Area,
  isObject,
  type Question,
  type Resource,
  type Term,
} from 'term-elements/glossary';
import type {Keys} from './finding.js';

/** A part of a document with the keys that lead to it. */
export interface Located<T> {
  readonly value: T;
  readonly keys: Keys;
}

/** Nothing is certain except that it is an object. */
type Loose<T> = {readonly [Key in keyof T]?: unknown};

/** The items of a list, if it is one. */
export const itemsOf = (value: unknown, keys: Keys): Located<unknown>[] =>
  Array.isArray(value)
    ? (value as unknown[]).map((item, index) => ({
        value: item,
        keys: [...keys, index],
      }))
    : [];

const objectsOf = <T>(value: unknown, keys: Keys) =>
  itemsOf(value, keys).filter(
    (item): item is Located<Loose<T> & Record<string, unknown>> =>
      isObject(item.value),
  );

/** The texts of a list. */
export const stringsOf = (value: unknown, keys: Keys) =>
  itemsOf(value, keys).filter(
    (item): item is Located<string> => typeof item.value === 'string',
  );

/** The terms that are not removals. */
export const termsOf = (document: unknown) =>
  isObject(document)
    ? objectsOf<Term>(document.terms, ['terms']).filter(
        ({value}) => value.name !== null,
      )
    : [];

export const areasOf = (document: unknown) =>
  isObject(document) ? objectsOf<Area>(document.areas, ['areas']) : [];

export const resourcesOf = ({value, keys}: Located<{resources?: unknown}>) =>
  objectsOf<Resource>(value.resources, [...keys, 'resources']);

/** The questions of an area and those that its pages have for themselves. */
export const questionsOf = (
  area: Located<{questions?: unknown; resources?: unknown}>,
) => [
  ...objectsOf<Question>(area.value.questions, [...area.keys, 'questions']),
  ...resourcesOf(area).flatMap(({value, keys}) =>
    isObject(value.page)
      ? objectsOf<Question>(value.page.questions, [
          ...keys,
          'page',
          'questions',
        ])
      : [],
  ),
];

/** A text in all its languages. */
export const textsOf = (
  {value, keys}: Located<Record<string, unknown>>,
  key: string,
): Located<unknown>[] => [
  {value: value[key], keys: [...keys, key]},
  ...(isObject(value.translations)
    ? Object.entries(value.translations).map(([language, texts]) => ({
        value: isObject(texts) ? texts[key] : undefined,
        keys: [...keys, 'translations', language, key],
      }))
    : []),
];

/** Everything in a document that stands under one of these names. */
export function* everyNamed(
  document: unknown,
  names: ReadonlySet<string>,
): Generator<Located<unknown>> {
  const stack: Located<unknown>[] = [{value: document, keys: []}];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const {value, keys} = next;
    if (Array.isArray(value)) {
      for (const item of itemsOf(value, keys).reverse()) stack.push(item);
    } else if (isObject(value)) {
      for (const [key, item] of Object.entries(value).reverse()) {
        const located = {value: item, keys: [...keys, key]};
        if (names.has(key) && typeof item === 'string') yield located;
        // Blocks of a page are its own nodes and are judged as they were found.
        else if (key !== 'blocks') stack.push(located);
      }
    }
  }
}
