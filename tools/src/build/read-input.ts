import {createReadStream} from 'node:fs';
import * as v from 'valibot';
import {
  type Area,
  AreaSchema,
  describe,
  examineGlossary,
  type Fault,
  faultText,
  type GlossaryInfo,
  isMerging,
  JsonItems,
  type JsonPart,
  JsonSyntaxError,
  MAX_DEPTH,
  type MergingTerm,
  MergingTermSchema,
  pathText,
  type RemovedTerm,
  RemovedTermSchema,
  type Term,
  TermSchema,
} from 'term-elements/glossary';
import {CommandError, reasonOf} from '../terminal/errors.js';
import {LocatedJson, type Place} from '../files/json/located.js';

/** Receives the entries of a glossary, one after the other. */
export interface Reader {
  term(term: Term | RemovedTerm, place: Place): void;
  area(area: Area, place: Place): void;
  /** Some fields of a term of the layers below. */
  change(change: MergingTerm): void;
  /** Bytes read so far. */
  progress(bytes: number): void;
}

/** A fault, and where in the file it is. */
export interface PlacedFault extends Place {
  readonly message: string;
}

/** The result: the document without its entries, or its faults. */
export type Reading =
  | {readonly glossary: GlossaryInfo; readonly faults?: undefined}
  | {
      readonly faults: readonly PlacedFault[];
      /** How many there are in all. */
      readonly count: number;
    };

/**
 * Characters of changes in one glossary: they are one file, which a page reads
 * whole, and readers take no file above four megabytes.
 */
const CHANGES_MOST = 1_000_000;

/** Faults that are listed; the others are counted. */
const SHOWN = 10;

const LISTS = ['terms', 'areas'] as const;
type List = (typeof LISTS)[number];

const isTerm = (value: unknown): value is Term | RemovedTerm =>
  v.is(TermSchema, value) || v.is(RemovedTermSchema, value);
const isChange = (value: unknown): value is MergingTerm =>
  isMerging(Object(value) as object) && v.is(MergingTermSchema, value);
const isArea = (value: unknown): value is Area => v.is(AreaSchema, value);

/**
 * Reads a glossary without holding it in memory: entries are checked and passed
 * on one by one, up to the first fault.
 *
 * @throws {CommandError} Where the file cannot be read.
 */
export const readInput = async (
  file: string,
  reader: Reader,
): Promise<Reading> => {
  const input = new Input(reader);
  try {
    for await (const text of decoded(file, reader)) {
      for (const part of input.items.push(text)) input.take(part);
    }
    input.items.end();
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const {line, column, expected, received} = error;
    const message = `expected ${expected}, received ${received}`;
    input.add({line, column, message});
    return input.result();
  }
  input.end();
  return input.result();
};

/** The text of a file, in chunks. */
async function* decoded(file: string, reader: Reader): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
  let bytes = 0;
  const decode = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, {stream: chunk !== undefined});
    } catch {
      throw new CommandError(
        `cannot read ${file}: expected UTF-8, received other bytes between byte ${Math.max(0, bytes - (chunk?.length ?? 4))} and ${bytes}`,
        'Save the file as UTF-8.',
      );
    }
  };
  const stream = createReadStream(file, {highWaterMark: 262_144});
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      yield decode(chunk);
      reader.progress(bytes);
    }
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    throw new CommandError(
      `cannot read ${file}: ${reasonOf(error)}`,
      'Paths are taken from the current folder.',
    );
  }
  yield decode();
}

class Input {
  readonly items = new JsonItems(LISTS);
  readonly #faults: PlacedFault[] = [];
  #count = 0;
  /** Characters of changes so far. */
  #changed = 0;
  /** Where the properties of the document begin, by their names. */
  readonly #places = new Map<string, Place>();
  readonly #rest = new Map<string, unknown>();

  constructor(readonly reader: Reader) {}

  take(part: JsonPart): void {
    if (part.isTooDeep) {
      const {key, index, line, column} = part;
      const path = pathText(index === undefined ? [key] : [key, index]);
      const message = `${path}: expected lists and objects in at most ${MAX_DEPTH} levels, received more`;
      this.add({line, column, message});
      return;
    }
    let value: unknown;
    try {
      value = JSON.parse(part.text);
    } catch {
      const [fault] = new LocatedJson(part.text).faults;
      this.add({
        ...within(part, fault ?? {line: 1, column: 1}),
        message: fault?.message ?? 'expected JSON',
      });
      return;
    }
    const {key, index} = part;
    if (index === undefined) this.#property(part, value);
    else if (key === 'terms') {
      if (isChange(value)) this.#change(part, value);
      else if (!isTerm(value)) this.#explain('terms', part, value);
      else if (!this.#count) this.reader.term(value, part);
    } else if (!isArea(value)) this.#explain('areas', part, value);
    else if (!this.#count) this.reader.area(value, part);
  }

  add(fault: PlacedFault): void {
    if (this.#count++ < SHOWN) this.#faults.push(fault);
  }

  /** Checks the properties of the document itself. */
  end(): void {
    const value = Object.fromEntries(this.#rest);
    for (const fault of examineGlossary(value).faults) {
      const place = this.#places.get(String(fault.keys[0]));
      this.add({...(place ?? {line: 1, column: 1}), message: faultText(fault)});
    }
  }

  result(): Reading {
    if (this.#count) return {faults: this.#faults, count: this.#count};
    this.#rest.delete('terms');
    this.#rest.delete('areas');
    return {
      glossary: Object.fromEntries(this.#rest) as unknown as GlossaryInfo,
    };
  }

  #change(part: JsonPart, change: MergingTerm): void {
    const before = this.#changed;
    this.#changed += part.text.length;
    if (this.#changed <= CHANGES_MOST) {
      if (!this.#count) this.reader.change(change);
    } else if (before <= CHANGES_MOST) {
      const {line, column} = part;
      this.add({
        line,
        column,
        message: `terms: expected at most ${CHANGES_MOST} characters of entries with "merge", received more; every page loads them all, so give so many terms whole`,
      });
    }
  }

  #property({key, line, column}: JsonPart, value: unknown): void {
    if (this.#places.has(key)) {
      const fault = {
        path: pathText([key]),
        keys: [key],
        expected: 'each property once',
        received: 'it again',
      };
      this.add({line, column, message: faultText(fault)});
    }
    this.#places.set(key, {line, column});
    this.#rest.set(key, value);
  }

  #explain(list: List, part: JsonPart, value: unknown): void {
    const {faults} = examineGlossary({
      format: 1,
      name: '',
      terms: [],
      [list]: [value],
    });
    const located = new LocatedJson(part.text);
    const reported: readonly Fault[] = faults.length
      ? faults
      : [unexplained(value)];
    for (const {keys, expected, received} of reported) {
      const inside = keys.slice(2);
      const path = pathText([list, part.index!, ...inside]);
      this.add({
        ...within(part, located.place(inside)),
        message: faultText({path, keys, expected, received}),
      });
    }
  }
}

const unexplained = (value: unknown): Fault => ({
  path: '',
  keys: [],
  expected: 'an entry that follows the format',
  received: describe(value),
});

/** A place inside a part, as a place in the file. */
const within = (part: Place, {line, column}: Place): Place => ({
  line: part.line + line - 1,
  column: line === 1 ? part.column + column - 1 : column,
});
