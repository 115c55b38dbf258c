/**
 * Finds where one JSON value ends, in a text that comes in chunks. Pure.
 *
 * It looks at what is outside strings only and parses nothing: whether the
 * value is right is for `JSON.parse` to say.
 */

/** A text is not JSON. `message` begins with the place: `3:14: expected …`. */
export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError';

  constructor(
    /** From 1. */
    readonly line: number,
    /** In UTF-16 units, from 1. */
    readonly column: number,
    readonly expected: string,
    readonly received: string,
  ) {
    super(`${line}:${column}: expected ${expected}, received ${received}`);
  }
}

/** Where a chunk begins in the whole text, and in which line. */
export class JsonPlace {
  line = 1;
  /** Offset of the current chunk in the whole text. */
  offset = 0;
  #lineStart = 0;

  /** There is a line end at this index of the chunk. */
  newLine(index: number): void {
    this.line++;
    this.#lineStart = this.offset + index + 1;
  }

  /** Column of an index of the chunk, from 1. */
  column(index: number): number {
    return this.offset + index - this.#lineStart + 1;
  }

  /** @throws {JsonSyntaxError} Always. */
  fail(index: number, expected: string, received: string): never {
    throw new JsonSyntaxError(
      this.line,
      this.column(index),
      expected,
      received,
    );
  }
}

export const LINE_END = 0x0a;
export const QUOTE = 0x22;
const BACKSLASH = 0x5c;
export const OPEN_LIST = 0x5b;
export const CLOSE_LIST = 0x5d;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;

const among = (characters: string): Uint8Array => {
  const table = new Uint8Array(128);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
};

/** What numbers and the three words are made of. */
const SCALAR = among('0123456789+-.eEtrufalsn');
/** What may be outside strings in addition to brackets. */
const BETWEEN = among('0123456789+-.eEtrufalsn,: \t\r\n');

/** The character at an index, for a message. */
export const characterAt = (text: string, index: number): string =>
  JSON.stringify(String.fromCodePoint(text.codePointAt(index)!));

export class JsonValueEnd {
  /** The closing brackets that are expected, innermost last. */
  readonly #due: number[] = [];
  #kind: 'string' | 'nested' | 'scalar' = 'scalar';
  #inString = false;
  /** Brackets beyond the depth that are open; they are counted and no more. */
  #beyond = 0;
  /** Whether the value has more levels than `depth`: it is passed over, not read. */
  isTooDeep = false;
  /** The previous chunk ended in a backslash, which escapes what comes next. */
  #isEscaped = false;

  constructor(
    readonly place: JsonPlace,
    /** How deep lists and objects of the value may be nested. */
    readonly depth: number,
    /** Whether a value that is nested more deeply is passed over; else it is a fault. */
    readonly passesOver = false,
  ) {}

  /**
   * Begins at the first character of a value.
   *
   * @throws {JsonSyntaxError} Where no value begins with it.
   */
  begin(text: string, index: number): void {
    const unit = text.charCodeAt(index);
    this.#inString = this.#isEscaped = false;
    this.#due.length = this.#beyond = 0;
    this.isTooDeep = false;
    if (unit === QUOTE) this.#kind = 'string';
    else if (unit === OPEN_LIST || unit === OPEN_OBJECT) this.#kind = 'nested';
    else if (unit < 128 && SCALAR[unit]) this.#kind = 'scalar';
    else this.place.fail(index, 'a value', characterAt(text, index));
  }

  /**
   * Continues in a chunk.
   *
   * @param from Where to continue: where the value begins, or 0.
   * @returns The index behind the value, or -1 if it goes on after the chunk.
   * @throws {JsonSyntaxError} Where brackets do not match, or are too many.
   */
  find(text: string, from: number): number {
    if (this.#kind === 'scalar') return scalarEnd(text, from);
    if (this.#kind === 'nested') return this.#nestedEnd(text, from);
    if (this.#inString) return this.#stringEnd(text, from);
    this.#inString = true;
    return this.#stringEnd(text, from + 1);
  }

  #stringEnd(text: string, from: number): number {
    const {length} = text;
    let at = from;
    if (this.#isEscaped && at < length) {
      this.#isEscaped = false;
      at++;
    }
    for (;;) {
      const quote = text.indexOf('"', at);
      const end = quote < 0 ? length : quote;
      let slash = end;
      while (slash > at && text.charCodeAt(slash - 1) === BACKSLASH) slash--;
      const isEscaped = (end - slash) % 2 === 1;
      if (quote < 0) {
        // An empty chunk changes nothing.
        if (at < length) this.#isEscaped = isEscaped;
        return -1;
      }
      if (!isEscaped) {
        this.#inString = false;
        return quote + 1;
      }
      at = quote + 1;
    }
  }

  #nestedEnd(text: string, from: number): number {
    const due = this.#due;
    const {length} = text;
    let at = from;
    if (this.#inString) {
      at = this.#stringEnd(text, at);
      if (at < 0) return -1;
    }
    while (at < length) {
      const unit = text.charCodeAt(at);
      if (unit === QUOTE) {
        this.#inString = true;
        at = this.#stringEnd(text, at + 1);
        if (at < 0) return -1;
        continue;
      }
      if (unit === OPEN_OBJECT || unit === OPEN_LIST) {
        if (due.length === this.depth) {
          if (!this.passesOver) this.#tooDeep(at);
          this.isTooDeep = true;
          this.#beyond++;
        } else due.push(unit + 2); // in ASCII, each closes the one two before
      } else if (
        (unit === CLOSE_OBJECT || unit === CLOSE_LIST) &&
        this.#beyond > 0
      ) {
        this.#beyond--;
      } else if (unit === CLOSE_OBJECT || unit === CLOSE_LIST) {
        const wanted = due.pop()!;
        if (unit !== wanted) {
          this.place.fail(
            at,
            `"${String.fromCharCode(wanted)}"`,
            characterAt(text, at),
          );
        }
        if (!due.length) return at + 1;
      } else if (unit === LINE_END) {
        this.place.newLine(at);
      } else if (unit > 127 || !BETWEEN[unit]) {
        this.place.fail(at, 'JSON', characterAt(text, at));
      }
      at++;
    }
    return -1;
  }

  #tooDeep(index: number): never {
    return this.place.fail(
      index,
      'lists and objects that are nested less deeply',
      'one more',
    );
  }
}

const scalarEnd = (text: string, from: number): number => {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 127 || !SCALAR[unit]) return at;
  }
  return -1;
};
