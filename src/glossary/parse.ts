/**
 * Checks a glossary document against the schema. This is the only module of
 * the data layer that needs valibot, so it is loaded when data is to be
 * checked, and not before.
 */
import * as v from 'valibot';
import {
  describe,
  type Fault,
  faultText,
  GlossaryFormatError,
  pathText,
} from './errors.js';
import {isObject} from './json-shapes.js';
import {GlossarySchema} from './schema.js';
import {isManifest} from './sharded/manifest.js';
import type {Glossary} from './types.js';

type Key = string | number;

/** What was found in a document: faults make it invalid, near misses do not. */
export interface Examination {
  readonly faults: readonly Fault[];
  /** Unknown properties whose name is nearly a known one. */
  readonly nearMisses: readonly Fault[];
}

/** Every fault of a parsed JSON value, in the order of the format. Throws nothing. */
export const examineGlossary = (value: unknown): Examination => {
  const {issues} = v.safeParse(GlossarySchema, value);
  return {
    faults: issues?.flatMap((issue) => faultsOf(issue, [])) ?? [],
    nearMisses: [
      ...nearMisses(GlossarySchema as unknown as SchemaNode, value, []),
    ],
  };
};

/** Every fault of a document, as an error. */
export const explainFaults = (
  value: unknown,
  source?: string,
): GlossaryFormatError =>
  new GlossaryFormatError(
    isManifest(value) ? [MISPLACED] : examineGlossary(value).faults,
    source,
  );

/**
 * Its files are beside the manifest, so a manifest without an address is of no
 * use.
 */
const MISPLACED: Fault = {
  path: 'sharded',
  keys: ['sharded'],
  expected:
    'a whole glossary; the manifest of a built one is loaded by its address: src="…/manifest.json"',
  received: 'a manifest',
};

/**
 * The value as a glossary: the same object, so unknown properties and their
 * order are preserved.
 *
 * @throws {GlossaryFormatError} With every fault: path, expected, received.
 */
export const parseGlossary = (value: unknown, source?: string): Glossary => {
  const {faults} = examineGlossary(value);
  if (faults.length) throw new GlossaryFormatError(faults, source);
  return value as Glossary;
};

/** The top-level lists whose items can be left out one by one. */
const LISTS = ['terms', 'areas'] as const;

/**
 * As `parseGlossary`, for pages: a term or area with a fault is left out, the
 * rest of the glossary is not.
 *
 * @returns The glossary without its faulty entries, and the faults.
 * @throws {GlossaryFormatError} When the document as a whole is not readable.
 */
export const salvageGlossary = (
  value: unknown,
  source?: string,
): {glossary: Glossary; faults: readonly Fault[]} => {
  const {faults} = examineGlossary(value);
  const bad = {terms: new Set<Key>(), areas: new Set<Key>()};
  const fatal = faults.filter(({keys: [list, index]}) => {
    const known = LISTS.find((name) => name === list);
    if (!known || index === undefined) return true;
    bad[known].add(index);
    return false;
  });
  if (fatal.length) throw new GlossaryFormatError(fatal, source);
  const whole = value as Glossary;
  if (!faults.length) return {glossary: whole, faults};
  const without = <T>(list: readonly T[], drop: ReadonlySet<Key>) =>
    list.filter((_, index) => !drop.has(index));
  return {
    glossary: {
      ...whole,
      terms: without(whole.terms, bad.terms),
      areas: without(whole.areas ?? [], bad.areas),
    },
    faults,
  };
};

/** Branches of a union with the same fault report it once. */
const distinct = (faults: readonly Fault[]): Fault[] => [
  ...new Map(faults.map((fault) => [faultText(fault), fault])).values(),
];

const keysOf = (issue: v.BaseIssue<unknown>): Key[] =>
  (issue.path ?? []).map((item) => item.key as Key);

/**
 * A value that matches no branch of a union is explained by the closest branch:
 * the one whose faults lie deepest, fewest first.
 */
const faultsOf = (
  issue: v.BaseIssue<unknown>,
  prefix: readonly Key[],
): Fault[] => {
  const keys = [...prefix, ...keysOf(issue)];
  if (issue.type === 'union' && issue.issues?.length && isObject(issue.input)) {
    const {merge} = issue.input;
    const deep = issue.issues.filter(
      (nested) => nested.path && !isOfAnother(merge === true, nested),
    );
    const removal = deep.some((nested) => nested.expected === 'null');
    const closest = removal
      ? deep.filter((nested) => nested.expected !== 'null')
      : deep;
    const reported = closest.length ? closest : deep;
    const faults = reported.flatMap((nested) => faultsOf(nested, keys));
    if (faults.length) return distinct(faults);
  }
  return [
    {
      path: pathText(keys),
      keys,
      expected: expectedText(issue),
      received: describe(issue.input),
    },
  ];
};

/**
 * Whether a fault belongs to a branch that is not meant: a term with `merge`
 * may lack fields and cannot be removed; other terms have no `merge`.
 */
const isOfAnother = (
  isMerge: boolean,
  issue: v.BaseIssue<unknown>,
): boolean => {
  const [key, ...deeper] = keysOf(issue);
  if (deeper.length) return false;
  return isMerge
    ? (['name', 'summary'].includes(String(key)) && issue.input == null) ||
        issue.expected === 'null'
    : key === 'merge';
};

const expectedText = (issue: v.BaseIssue<unknown>): string => {
  const own = /^Expected (.+)$/.exec(issue.message)?.[1];
  if (own && issue.kind === 'validation') return own;
  if (issue.type === 'literal' && own) return own;
  const {expected} = issue;
  if (expected === null) return own ?? issue.message;
  if (/^"[^"]*"$/.test(expected)) return `the property ${expected}`;
  return expected
    .replace(/^\((.*)\)$/s, '$1')
    .split(' | ')
    .map(inWords)
    .join(' or ');
};

const TYPES: Readonly<Record<string, string>> = {
  Object: 'an object',
  Array: 'an array',
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
};

/** One alternative of valibot's `(string | "\n")`; it does not escape. */
const inWords = (type: string): string =>
  TYPES[type] ??
  (/^".*"$/s.test(type) ? JSON.stringify(type.slice(1, -1)) : type);

/** The parts of a valibot schema that are walked for known names. */
interface SchemaNode {
  readonly type: string;
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly item?: SchemaNode;
  readonly wrapped?: SchemaNode;
  readonly value?: SchemaNode;
  readonly options?: readonly SchemaNode[];
}

function* nearMisses(
  schema: SchemaNode,
  value: unknown,
  keys: readonly Key[],
): Generator<Fault> {
  if (schema.wrapped) {
    yield* nearMisses(schema.wrapped, value, keys);
  } else if (schema.type === 'union') {
    const branch = schema.options?.find((option) => option.type === 'object');
    if (branch) yield* nearMisses(branch, value, keys);
  } else if (schema.item && Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* nearMisses(schema.item, item, [...keys, index]);
    }
  } else if (isObject(value) && schema.entries) {
    const known = Object.keys(schema.entries);
    for (const [key, item] of Object.entries(value)) {
      const entry = Object.hasOwn(schema.entries, key)
        ? schema.entries[key]
        : undefined;
      if (entry) {
        yield* nearMisses(entry, item, [...keys, key]);
        continue;
      }
      const meant = known.find(
        (name) => !Object.hasOwn(value, name) && isNear(key, name),
      );
      if (meant) {
        const path = [...keys, key];
        yield {
          path: pathText(path),
          keys: path,
          expected: `the property "${meant}"`,
          received: `"${key}"`,
        };
      }
    }
  } else if (isObject(value) && schema.type === 'record' && schema.value) {
    for (const [key, item] of Object.entries(value)) {
      yield* nearMisses(schema.value, item, [...keys, key]);
    }
  }
}

const plain = (name: string) => name.replace(/[-_\s]/g, '').toLowerCase();

/** One letter too many, too few, other or swapped; case and dashes aside. */
const isNear = (name: string, known: string): boolean => {
  const [a, b] = [plain(name), plain(known)];
  if (a === b || `${a}es` === b) return true;
  if (Math.abs(a.length - b.length) > 1 || b.length < 4) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (
    end < Math.min(a.length, b.length) - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  ) {
    end++;
  }
  const [restA, restB] = [
    a.slice(start, a.length - end),
    b.slice(start, b.length - end),
  ];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restA === [...restB].reverse().join('');
};
