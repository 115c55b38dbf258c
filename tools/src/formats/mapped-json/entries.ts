/**
 * Finds the entries in a JSON document of any shape while it is read, so that a
 * large one is never in memory as a whole.
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
} from 'term-elements/glossary';

/** A value that is read by itself. */
export interface JsonEntry {
  /**
   * Names of the properties on the way to it, from the document on; that of
   * the value last, if it has one.
   */
  readonly path: readonly string[];
  /** Whether it is an item of a list that stands at `path`. */
  readonly isItem: boolean;
  /** Its JSON. */
  readonly text: string;
  /** Line where it begins, from 1. */
  readonly line: number;
}

/** Maximum depth of one value; no term is nested that deeply. */
const MAX_DEPTH = 64;

/** Decides what to do with a list or an object that begins at a path. */
export type Open = (path: readonly string[], isList: boolean) => boolean;

const COMMA = 0x2c;
const COLON = 0x3a;
const MARK = 0xfeff;

const EXPECTED = {
  value: 'a value',
  item: 'a value or "]"',
  name: 'a property name in double quotes or "}"',
  colon: '":"',
  after: '"," or the end of a list or an object',
  root: 'the end of the document',
} as const;

/** A list or an object that is traversed, rather than read as a value. */
interface Level {
  readonly isList: boolean;
  /** Whether nothing of it has come yet. */
  isFirst: boolean;
}

const isSpace = (unit: number) =>
  unit === 0x20 || unit === LINE_END || unit === 0x0d || unit === 0x09;

/**
 * Splits text into entries. It takes the text in chunks, cut anywhere. After
 * one document may come another one, as in a file with one on each line
 * (NDJSON); a comma after a comma, or none between values, is a fault.
 */
export class JsonEntries {
  readonly #open: Open;
  readonly #place = new JsonPlace();
  readonly #value = new JsonValueEnd(this.#place, MAX_DEPTH);
  readonly #levels: Level[] = [];
  readonly #path: string[] = [];
  #state: keyof typeof EXPECTED = 'value';
  #reading: 'name' | 'value' | undefined;
  #begun: string[] = [];
  #line = 1;
  #column = 1;
  /** How many documents there were. */
  documents = 0;

  /** @param open Whether a list or an object is gone through; else it is one entry. */
  constructor(open: Open) {
    this.#open = open;
  }

  /** @throws {JsonSyntaxError} */
  push(text: string): JsonEntry[] {
    const entries: JsonEntry[] = [];
    let at = 0;
    while (at < text.length) {
      at = this.#reading
        ? this.#goOn(text, at, entries)
        : this.#between(text, at, entries);
    }
    this.#place.offset += text.length;
    return entries;
  }

  /**
   * @returns The entry that ends with the text.
   * @throws {JsonSyntaxError} Where the text ends before the document does.
   */
  end(): JsonEntry[] {
    const entries = this.#reading ? this.push(' ') : [];
    if (this.#reading) {
      throw new JsonSyntaxError(
        this.#line,
        this.#column,
        'a value that ends',
        'the end of the text',
      );
    }
    if (this.#levels.length) {
      this.#place.fail(0, EXPECTED[this.#state], 'the end of the text');
    }
    return entries;
  }

  /** One character of the structure; returns where to go on. */
  #between(text: string, at: number, entries: JsonEntry[]): number {
    const unit = text.charCodeAt(at);
    if (unit === LINE_END) this.#place.newLine(at);
    if (isSpace(unit) || (unit === MARK && this.#place.offset + at === 0)) {
      return at + 1;
    }
    const level = this.#levels.at(-1);
    switch (this.#state) {
      case 'root':
        this.#state = 'value';
        return at;
      case 'value':
      case 'item':
        if (unit === CLOSE_LIST && this.#state === 'item' && level?.isFirst) {
          return this.#close(at);
        }
        if (unit === OPEN_LIST || unit === OPEN_OBJECT) {
          const isList = unit === OPEN_LIST;
          if (!level?.isList && this.#open(this.#path, isList)) {
            return this.#enter(isList, at);
          }
        }
        return this.#begin('value', text, at, entries);
      case 'name':
        if (unit === QUOTE) return this.#begin('name', text, at, entries);
        if (unit === CLOSE_OBJECT && level?.isFirst) return this.#close(at);
        break;
      case 'colon':
        if (unit !== COLON) break;
        this.#state = 'value';
        return at + 1;
      case 'after':
        if (unit === COMMA) {
          level!.isFirst = false;
          if (!level!.isList) this.#path.pop();
          this.#state = level!.isList ? 'item' : 'name';
          return at + 1;
        }
        if (unit !== (level!.isList ? CLOSE_LIST : CLOSE_OBJECT)) break;
        if (!level!.isList) this.#path.pop();
        return this.#close(at);
    }
    return this.#place.fail(at, EXPECTED[this.#state], characterAt(text, at));
  }

  #enter(isList: boolean, at: number): number {
    this.#levels.push({isList, isFirst: true});
    this.#state = isList ? 'item' : 'name';
    return at + 1;
  }

  #close(at: number): number {
    this.#levels.pop();
    this.#ended();
    return at + 1;
  }

  #ended(): void {
    if (!this.#levels.length) this.documents++;
    this.#state = this.#levels.length ? 'after' : 'root';
  }

  #begin(
    what: 'name' | 'value',
    text: string,
    at: number,
    entries: JsonEntry[],
  ): number {
    this.#line = this.#place.line;
    this.#column = this.#place.column(at);
    this.#value.begin(text, at);
    this.#reading = what;
    return this.#goOn(text, at, entries);
  }

  #goOn(text: string, from: number, entries: JsonEntry[]): number {
    const end = this.#value.find(text, from);
    this.#begun.push(text.slice(from, end < 0 ? undefined : end));
    if (end < 0) return text.length;
    const whole = this.#begun.join('');
    const what = this.#reading;
    this.#begun = [];
    this.#reading = undefined;
    if (what === 'name') {
      this.#path.push(this.#nameOf(whole));
      this.#state = 'colon';
    } else {
      entries.push({
        path: [...this.#path],
        isItem: this.#levels.at(-1)?.isList === true,
        text: whole,
        line: this.#line,
      });
      this.#ended();
    }
    return end;
  }

  #nameOf(text: string): string {
    try {
      return JSON.parse(text) as string;
    } catch {
      throw new JsonSyntaxError(
        this.#line,
        this.#column,
        'a property name',
        text.slice(0, 60),
      );
    }
  }
}
