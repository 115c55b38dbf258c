/**
 * The shapes of the files of a built glossary. They are remote data: each is
 * checked once, as far as its readers rely on it. Pure.
 */
import {isObject} from '../json-shapes.js';
import {describe, type Fault, pathText} from '../errors.js';
import type {Letter} from '../source.js';
import type {MergingTerm, Resource} from '../types.js';
import {
  type AreaKeyRecord,
  type AreaRecord,
  DIRECTORY_BITS,
  type FileHash,
  type KeyRecord,
  type ListedTerm,
  type NameRecord,
  type TermRecord,
} from './manifest.js';

/** A shape that a parsed JSON value can have. */
export interface Shape<T> {
  /** Identifies the shape in the cache. */
  readonly expected: string;
  /** The first fault. */
  fault(value: unknown): Fault | undefined;
  /** Carries the type of a value of this shape; never called. */
  readonly type?: T;
}

type Fields = Readonly<Record<string, unknown>>;

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNothing = (value: unknown) =>
  value === undefined || isText(value);
const isList = (value: unknown, fits: (item: unknown) => boolean) =>
  Array.isArray(value) && value.every(fits);

/** A place in a list. */
const isPlace = (value: unknown) =>
  Number.isSafeInteger(value) && (value as number) >= 0;

export const isHash = (value: unknown): value is FileHash =>
  isText(value) && /^[\da-f]{24}$/.test(value);

export const faultAt = (
  keys: readonly (string | number)[],
  expected: string,
  value: unknown,
): Fault => ({
  path: pathText(keys),
  keys,
  expected,
  received: describe(value),
});

const listOf = <T>(
  expected: string,
  fits: (item: unknown) => boolean,
): Shape<readonly T[]> => ({
  expected,
  fault(value) {
    if (!Array.isArray(value)) return faultAt([], 'an array', value);
    const index = value.findIndex((item) => !fits(item));
    return index < 0 ? undefined : faultAt([index], expected, value[index]);
  },
});

const hasReferences = (value: unknown): boolean =>
  value === undefined ||
  (isObject(value) &&
    Object.values(value).every(
      (item) => isList(item, isText) && (item as readonly string[]).length > 0,
    ));

const BITS_MOST = 32;

/** Whether a value can be traversed as a tree; no path in it leads outside. */
export const isTree = (value: unknown): boolean => {
  if (!isObject(value)) return false;
  const {bits, top} = value;
  if (!isPlace(bits) || !isList(top, (name) => name === '' || isHash(name)))
    return false;
  const topBits = Math.log2((top as readonly string[]).length);
  const rest = (bits as number) - topBits;
  return (
    (bits as number) <= BITS_MOST &&
    Number.isInteger(topBits) &&
    rest >= 0 &&
    rest % DIRECTORY_BITS === 0
  );
};

/** Many times what a glossary has; a pager is made for all of a list. */
const ITEMS_MOST = 2 ** 24;

/**
 * Whether a value can be traversed as a list; its leaves have room for its
 * count.
 */
export const isSequence = (value: unknown): boolean => {
  if (!isTree(value)) return false;
  const {bits, count, perLeaf} = value as Fields;
  return (
    isPlace(count) &&
    isPlace(perLeaf) &&
    (count as number) <= ITEMS_MOST &&
    (count as number) <= (perLeaf as number) * 2 ** (bits as number) &&
    perLeaf !== 0
  );
};

export const DIRECTORY = listOf<FileHash>(
  'the name of a file, or ""',
  (item) => item === '' || isHash(item),
);

export const TERMS = listOf<TermRecord>(
  'a term with its references',
  (item) =>
    isObject(item) &&
    isObject(item.term) &&
    isText(item.term.id) &&
    isTextOrNothing(item.language) &&
    isTextOrNothing(item.original) &&
    hasReferences(item.references),
);

export const KEYS = listOf<KeyRecord>(
  'a key with the id of a term',
  (item) => isList(item, isText) && (item as readonly string[]).length === 2,
);

export const AREAS = listOf<AreaRecord>(
  'an area with its pages',
  (item) =>
    isObject(item) &&
    isObject(item.area) &&
    isText(item.area.id) &&
    isTextOrNothing(item.language) &&
    isList(
      item.resources,
      (page) =>
        isObject(page) && isHash(page.file) && isTextOrNothing(page.url),
    ) &&
    (item.terms === undefined || isSequence(item.terms)) &&
    hasReferences(item.references),
);

export const AREA_KEYS = listOf<AreaKeyRecord>(
  'an address with the id of an area',
  (item) =>
    Array.isArray(item) &&
    isText(item[0]) &&
    isText(item[1]) &&
    (item[2] === undefined || isPlace(item[2])),
);

export const NAMES = listOf<NameRecord>(
  'a name with the id of its term',
  (item) =>
    isObject(item) &&
    isText(item.id) &&
    isText(item.name) &&
    isTextOrNothing(item.alias) &&
    isTextOrNothing(item.fullName) &&
    (item.keys === undefined || isList(item.keys, isText)),
);

export const CHANGES = listOf<MergingTerm>(
  'a term with "merge"',
  (item) => isObject(item) && isText(item.id) && item.merge === true,
);

export const IDS = listOf<string>('the id of a term', isText);

export const LISTED = listOf<ListedTerm>(
  'an id with its name',
  (item) => isList(item, isText) && (item as readonly string[]).length >= 2,
);

export const LETTERS = listOf<Letter>(
  'a letter with its place in the list',
  (item) =>
    isObject(item) &&
    isText(item.letter) &&
    isPlace(item.count) &&
    isPlace(item.start),
);

export const RESOURCE: Shape<Resource> = {
  expected: 'a page of an area',
  fault: (value) =>
    isObject(value) && isList(value.terms, isText)
      ? undefined
      : faultAt([], 'a page of an area, with the ids of its terms', value),
};
