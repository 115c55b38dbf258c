import {type Fault, pathText} from '../errors.js';
import {
  JsonItems,
  type JsonPart,
  JsonSyntaxError,
  MAX_DEPTH,
} from '../json-items.js';
import {GlossaryLoadError} from '../load-error.js';
import {isPlainHead, LISTS} from '../quick-check.js';
import {isPlainEntry} from '../quick-figure-check.js';
import {isManifest} from '../sharded/manifest.js';
import type {LoadLimits} from './platform.js';

/** Content that is to be read, as it came. */
export interface RawContent {
  readonly pieces: readonly Uint8Array[];
  readonly bytes: number;
  readonly type: string;
}

/** The content of a response. */
export type Content =
  | {readonly manifest: unknown}
  | {
      readonly document: unknown;
      /** Whether it is plainly right; if not, the schema has to judge it. */
      readonly isPlain: boolean;
      /**
       * What was left out while it was read. In a list, `undefined` is in its
       * place, so that the faults of later entries have their indexes.
       */
      readonly faults: readonly Fault[];
    };

type ListName = (typeof LISTS)[number];

/** Bytes that are read at a time: one or two milliseconds of work. */
const STEP = 2 ** 16;

function* textOf(
  pieces: readonly Uint8Array[],
  address: string,
): Generator<string> {
  const decoder = new TextDecoder('utf-8', {fatal: true});
  try {
    for (const piece of pieces) {
      for (let at = 0; at < piece.length; at += STEP) {
        yield decoder.decode(piece.subarray(at, at + STEP), {stream: true});
      }
    }
    yield decoder.decode();
  } catch (cause) {
    throw new GlossaryLoadError(
      'encoding',
      address,
      'expected UTF-8, received other bytes; save the file as UTF-8',
      {cause},
    );
  }
}

const valueOf = ({text, line, column}: JsonPart): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const why = cause instanceof Error ? `: ${cause.message}` : '';
    throw new SyntaxError(`${line}:${column}: not JSON${why}`, {cause});
  }
};

const isList = (key: string): key is ListName =>
  LISTS.some((list) => list === key);

/**
 * Takes what an address answered for a document or a manifest. A document is
 * read, parsed and checked part by part; it may be interrupted wherever this
 * yields.
 *
 * @throws {GlossaryLoadError} Where it is not UTF-8, not JSON, or too much.
 */
export function* readContent(
  {pieces, bytes, type}: RawContent,
  address: string,
  limits: Pick<LoadLimits, 'terms' | 'manifest'>,
): Generator<void, Content> {
  const items = new JsonItems(LISTS);
  const properties = new Map<string, unknown>();
  const lists = new Map<ListName, unknown[]>();
  const faults: Fault[] = [];
  let isPlain = true;
  const take = (part: JsonPart) => {
    const {key, index} = part;
    if (part.isTooDeep) {
      // The property, or the entry of a list, is left out.
      faults.push(tooDeep(index === undefined ? [key] : [key, index]));
      if (index !== undefined && isList(key)) lists.get(key)!.push(undefined);
      return;
    }
    const value = valueOf(part);
    if (!isList(key)) {
      properties.set(key, value);
      return;
    }
    if (index === undefined) {
      // The list itself, or another value in its place, which is reported
      // below.
      if (Array.isArray(value)) lists.set(key, value);
      else lists.delete(key);
      properties.set(key, value);
      return;
    }
    if (index >= limits.terms) tooMany(address, limits.terms);
    isPlain &&= isPlainEntry[key](value);
    lists.get(key)!.push(value);
  };
  try {
    for (const text of textOf(pieces, address)) {
      for (const part of items.push(text)) {
        take(part);
        yield;
      }
      yield;
    }
    items.end();
  } catch (cause) {
    if (cause instanceof JsonSyntaxError || cause instanceof SyntaxError) {
      throw new GlossaryLoadError(
        'json',
        address,
        `expected JSON, received ${type} (${cause.message})`,
        {cause},
      );
    }
    throw cause;
  }
  const whole: unknown = Object.fromEntries(properties);
  if (isManifest(whole)) {
    if (bytes > limits.manifest) {
      throw new GlossaryLoadError(
        'size',
        address,
        `expected a manifest of at most ${limits.manifest} bytes, received ${bytes}; rebuild it with "term-elements build"`,
      );
    }
    return {manifest: whole};
  }
  isPlain &&= !faults.length && isPlainHead(whole);
  return {document: whole, isPlain, faults};
}

const tooDeep = (keys: Fault['keys']): Fault => ({
  path: pathText(keys),
  keys,
  expected: `lists and objects in at most ${MAX_DEPTH} levels`,
  received: 'more',
});

const tooMany = (address: string, most: number): never => {
  throw new GlossaryLoadError(
    'size',
    address,
    `expected at most ${most} entries in one document; split the glossary with "term-elements build"`,
  );
};
