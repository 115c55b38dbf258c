/** A glossary that has everything the schema knows, made by walking the schema. */
import {GlossarySchema} from '../../src/glossary/schema.js';

/** The parts of a valibot schema that are walked. */
export interface Node {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly items?: readonly Node[];
  readonly wrapped?: Node;
  readonly value?: Node;
  readonly options?: readonly (Node | string | number)[];
  readonly literal?: unknown;
  readonly pipe?: readonly unknown[];
}

/** A value that has everything that a schema knows. */
export const full = (node: Node): unknown => {
  switch (node.type) {
    case 'optional':
    case 'nullable':
    case 'nullish':
      return full(node.wrapped!);
    case 'object':
      return Object.fromEntries(
        Object.entries(node.entries!).map(([key, entry]) => [key, full(entry)]),
      );
    case 'array':
      return [full(node.item!)];
    case 'record':
      return {en: full(node.value!)};
    case 'literal':
      return node.literal;
    case 'picklist':
      return node.options![0];
    case 'tuple':
      return node.items!.map(full);
    case 'variant':
      return undefined; // a figure: it has a check of its own
    case 'union': {
      // The first branch: a whole term, a plain text.
      return full(node.options![0] as Node);
    }
    case 'boolean':
      return true;
    case 'number':
      return 1;
    case 'null':
      return null;
    case 'unknown':
      return 5;
    default:
      // Fits a text and a form; dates and addresses are set below.
      return 'text {}';
  }
};

const dated = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(dated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      ['published', 'modified', 'reviewed'].includes(key)
        ? '2026-03-19T10:00:43+00:00'
        : key === 'sameAs'
          ? ['https://x.example/same']
          : dated(item),
    ]),
  );
};

/** Every property of the format, once. */
export const FULL = dated(full(GlossarySchema as unknown as Node)) as object;

/** Keys and indexes that lead to a value. */
export type Path = readonly (string | number)[];

/** Every place in a value, itself first. */
export function* places(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value))
    yield* places((value as Record<string, unknown>)[key], [
      ...path,
      Array.isArray(value) ? Number(key) : key,
    ]);
}

/** A copy with another value in one place. */
export const withAt = (
  value: unknown,
  [key, ...rest]: Path,
  item: unknown,
): unknown => {
  if (key === undefined) return item;
  const inside = (value as Record<string | number, unknown>)[key];
  const changed = withAt(inside, rest, item);
  return Array.isArray(value)
    ? value.with(Number(key), changed)
    : {...(value as object), [key]: changed};
};
