/**
 * Splits a JSON document while it is read, so that it need not be held or
 * parsed as a whole. Pure; used by the builder and the page.
 */
import {
  characterAt,
  CLOSE_LIST,
  CLOSE_OBJECT,
  JsonPlace,
  JsonSyntaxError,
  JsonValueEnd,
  LINE_END,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
} from './json-value.js';

export {JsonSyntaxError};

/** One value of the document, for `JSON.parse` to read. */
export interface JsonPart {
  /** Name of the property of the document. */
  readonly key: string;
  /**
   * Place in the list, for an item of one of the lists. The list itself is a
   * part too, before its items: its text is `[]`, its index `undefined`.
   */
  readonly index: number | undefined;
  /** The JSON of the value, exactly as it is written. */
  readonly text: string;
  /** The value has more levels of lists and objects than are read: `text` is `null`. */
  readonly isTooDeep: boolean;
  /** Where it begins: line and column (in UTF-16 units), from 1. */
  readonly line: number;
  readonly column: number;
}

/** Levels of lists and objects, the document among them; no glossary has as many. */
export const MAX_DEPTH = 64;

/** What comes next in the document, as a message names it. */
const EXPECTED = {
  document: 'an object',
  firstKey: 'a property name in double quotes or "}"',
  key: 'a property name in double quotes',
  colon: '":"',
  value: 'a value',
  firstItem: 'a value or "]"',
  item: 'a value',
  afterItem: '"," or "]"',
  afterValue: '"," or "}"',
  nothing: 'the end of the document',
} as const;

type State = keyof typeof EXPECTED;

const COMMA = 0x2c;
const COLON = 0x3a;

const isSpace = (unit: number) =>
  unit === 0x20 || unit === LINE_END || unit === 0x0d || unit === 0x09;

/**
 * Splits the text of one JSON object into the values of its properties, and
 * those that are lists, where asked, into their items. It takes the text in
 * chunks, cut anywhere; the parts do not depend on the cuts. A byte order mark
 * at the beginning is passed over.
 *
 * Every fault is found by this or by `JSON.parse` of a part: together they take
 * what `JSON.parse` takes of the whole (if it is an object). A value that is
 * nested too deeply is passed over, and costs no other.
 */
export class JsonItems {
  readonly #lists: ReadonlySet<string>;
  readonly #place = new JsonPlace();
  readonly #name: JsonValueEnd;
  readonly #value: JsonValueEnd;
  readonly #item: JsonValueEnd;
  #state: State = 'document';
  /** What is being read, if anything; its text so far is in `#begun`. */
  #open: JsonValueEnd | undefined;
  #begun = '';
  #line = 1;
  #column = 1;
  #key = '';
  #index: number | undefined;
  #isFirst = true;

  /**
   * @param lists Names of the properties that are to be split into items.
   * @param limits `depth`: levels of lists and objects, the document among them.
   */
  constructor(
    lists: readonly string[],
    {depth = MAX_DEPTH}: {readonly depth?: number} = {},
  ) {
    this.#lists = new Set(lists);
    this.#name = new JsonValueEnd(this.#place, 0);
    this.#value = new JsonValueEnd(this.#place, depth - 1, true);
    this.#item = new JsonValueEnd(this.#place, depth - 2, true);
  }

  /**
   * Takes the next chunk of the text.
   *
   * @returns The parts that end in it.
   * @throws {JsonSyntaxError} Nothing after that place can be read.
   */
  push(text: string): JsonPart[] {
    const parts: JsonPart[] = [];
    let at = 0;
    if (this.#isFirst && text) {
      this.#isFirst = false;
      if (text.startsWith('\uFEFF')) {
        at = 1;
        this.#place.offset = -1;
      }
    }
    while (at < text.length) {
      at = this.#open
        ? this.#goOn(text, at, parts)
        : this.#between(text, at, parts);
    }
    this.#place.offset += text.length;
    return parts;
  }

  /** @throws {JsonSyntaxError} Where the text ends before the document does. */
  end(): void {
    if (this.#open) {
      throw new JsonSyntaxError(
        this.#line,
        this.#column,
        'a value that ends',
        'the end of the text',
      );
    }
    if (this.#state !== 'nothing') {
      this.#place.fail(0, EXPECTED[this.#state], 'the end of the text');
    }
  }

  /** One character of the document's own; returns where to go on. */
  #between(text: string, at: number, parts: JsonPart[]): number {
    const unit = text.charCodeAt(at);
    if (unit === LINE_END) this.#place.newLine(at);
    if (isSpace(unit)) return at + 1;
    switch (this.#state) {
      case 'document':
        if (unit !== OPEN_OBJECT) break;
        this.#state = 'firstKey';
        return at + 1;
      case 'firstKey':
      case 'key':
        if (unit === QUOTE) return this.#begin(this.#name, text, at, parts);
        if (unit !== CLOSE_OBJECT || this.#state === 'key') break;
        this.#state = 'nothing';
        return at + 1;
      case 'colon':
        if (unit !== COLON) break;
        this.#state = 'value';
        return at + 1;
      case 'value':
        if (unit === OPEN_LIST && this.#lists.has(this.#key)) {
          this.#remember(at);
          parts.push(this.#part('[]'));
          this.#index = 0;
          this.#state = 'firstItem';
          return at + 1;
        }
        return this.#begin(this.#value, text, at, parts);
      case 'firstItem':
      case 'item':
        if (unit !== CLOSE_LIST) {
          return this.#begin(this.#item, text, at, parts);
        }
        if (this.#state === 'item') break;
        return this.#closeList(at);
      case 'afterItem':
        if (unit === CLOSE_LIST) return this.#closeList(at);
        if (unit !== COMMA) break;
        this.#state = 'item';
        return at + 1;
      case 'afterValue':
        if (unit === COMMA) this.#state = 'key';
        else if (unit === CLOSE_OBJECT) this.#state = 'nothing';
        else break;
        return at + 1;
      case 'nothing':
    }
    const {[this.#state]: expected} = EXPECTED;
    return this.#place.fail(at, expected, characterAt(text, at));
  }

  #closeList(at: number): number {
    this.#index = undefined;
    this.#state = 'afterValue';
    return at + 1;
  }

  #remember(at: number): void {
    this.#line = this.#place.line;
    this.#column = this.#place.column(at);
  }

  #begin(value: JsonValueEnd, text: string, at: number, parts: JsonPart[]) {
    this.#remember(at);
    value.begin(text, at);
    this.#open = value;
    return this.#goOn(text, at, parts);
  }

  /** Continues in a value; returns where it ends, or the end of the chunk. */
  #goOn(text: string, from: number, parts: JsonPart[]): number {
    const value = this.#open!;
    const end = value.find(text, from);
    if (end < 0) {
      // What is passed over is not collected.
      this.#begun = value.isTooDeep ? '' : this.#begun + text.slice(from);
      return text.length;
    }
    const whole = this.#begun + text.slice(from, end);
    this.#begun = '';
    this.#open = undefined;
    if (value === this.#name) {
      this.#key = this.#nameOf(whole);
      this.#state = 'colon';
    } else {
      parts.push(
        value.isTooDeep ? this.#part('null', true) : this.#part(whole),
      );
      if (this.#index === undefined) {
        this.#state = 'afterValue';
      } else {
        this.#index++;
        this.#state = 'afterItem';
      }
    }
    return end;
  }

  #part(text: string, isTooDeep = false): JsonPart {
    return {
      key: this.#key,
      index: this.#index,
      text,
      isTooDeep,
      line: this.#line,
      column: this.#column,
    };
  }

  #nameOf(text: string): string {
    try {
      return JSON.parse(text) as string;
    } catch {
      throw new JsonSyntaxError(
        this.#line,
        this.#column,
        EXPECTED.key,
        text.slice(0, 60),
      );
    }
  }
}
