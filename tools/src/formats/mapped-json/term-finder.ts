import {isObject} from 'term-elements/glossary';
import {CommandError} from '../../terminal/errors.js';
import {LocatedJson} from '../../files/json/located.js';
import {Report} from '../../terminal/report.js';
import type {Imported} from '../reading/importer.js';
import {keepValid} from '../reading/keep-valid.js';
import type {JsonEntry, Open} from './entries.js';
import {termOf} from './term.js';

type Properties = Readonly<Record<string, unknown>>;

/** Decides which values are terms. */
export class TermFinder {
  /** Texts of the document itself: of the glossary, or all there is. */
  readonly #texts: {key: string; value: string; line: number}[] = [];
  /** Names of other things in it that are no entries. */
  readonly #others: string[] = [];
  #isFound = false;
  /** The list that the terms come from. */
  #list: string | undefined;

  constructor(
    readonly file: string,
    readonly where: readonly string[] | undefined,
    readonly map: ReadonlyMap<string, string>,
    readonly report: Report,
  ) {}

  /** @param start The beginning of the text. */
  opener(start: string): Open {
    const {where} = this;
    if (where) {
      return (path, isList) =>
        path.every((key, index) => key === where[index]) &&
        (path.length < where.length ? !isList : path.length === where.length);
    }
    const isLines =
      /\.(ndjson|jsonl)$/i.test(this.file) || isObjectPerLine(start);
    return (path, isList) => {
      if (path.length === 0) return isList || !isLines;
      return path.length === 1 && isList && !isLines;
    };
  }

  *read(entry: JsonEntry): Generator<Imported> {
    const {path, isItem, line} = entry;
    const {where, report, file} = this;
    const place = {file, line};
    const key = path.at(-1);
    const value = this.#valueOf(entry);
    if (where) {
      const isInside =
        path.length === where.length + (isItem ? 0 : 1) &&
        where.every((part, index) => path[index] === part);
      if (isInside) yield* this.#term(value, isItem ? undefined : key, line);
      else if (
        path.length === where.length &&
        path.join('.') === where.join('.')
      ) {
        throw new CommandError(
          `${file}:${line}: expected a list or an object at ${where.join('.')}, received another value`,
          'Say where the entries are: --map terms=data.items',
        );
      } else
        report.dropped(
          place,
          `${path.join('.')}: it is outside of --map terms=${where.join('.')}`,
        );
      return;
    }
    if (isItem && key !== undefined) {
      if (this.#list === undefined && isObject(value)) {
        this.#list = key;
        report.guessed(
          place,
          `the entries are those of ${JSON.stringify(key)}`,
        );
      }
      if (this.#list === key) yield* this.#term(value, undefined, line);
      else
        report.dropped(
          place,
          `${key}: a list that is not read; --map terms=${key} reads it`,
        );
    } else if (isItem || key === undefined) {
      yield* this.#term(value, undefined, line);
    } else if (typeof value === 'string') {
      this.#texts.push({key, value, line});
    } else if (isObject(value) && isEntry(value, this.map)) {
      yield* this.#term(value, key, line);
    } else {
      this.#others.push(key);
      report.dropped(
        place,
        `${key}: ${isObject(value) ? 'an object that is not an entry' : 'a value that is not an entry'}; --map terms=… says where the entries are`,
      );
    }
  }

  /** What the texts of the document are is known only in the end. */
  *end(): Generator<Imported> {
    const {file, report, where} = this;
    for (const {key, value, line} of this.#texts) {
      const place = {file, line};
      if (!this.#isFound) {
        report.guessed(
          place,
          'names and texts are read as names and summaries',
        );
        yield {type: 'term', value: {name: key, summary: value}, line};
      } else if (Object.hasOwn(HEAD, key)) {
        yield {type: 'glossary', value: {[HEAD[key]!]: value}};
      } else report.dropped(place, `${key}: a text of the document itself`);
    }
    const others = this.#others.slice(0, 5).map((key) => JSON.stringify(key));
    if (others.length && !this.#isFound && !this.#texts.length) {
      throw new CommandError(
        `${file}:1: expected a list of entries, or an object of them, received an object with ${others.join(', ').slice(0, 200)}`,
        'Say where the entries are: --map terms=data.items',
      );
    }
    if (where && !this.#isFound) {
      throw new CommandError(
        `${file}:1: expected entries at ${where.join('.')}, received none`,
        'Say where the entries are: --map terms=data.items',
      );
    }
  }

  *#term(
    value: unknown,
    key: string | undefined,
    line: number,
  ): Generator<Imported> {
    const {file, report, map} = this;
    const place = {file, line};
    this.#isFound = true;
    if (typeof value === 'string' && key !== undefined) {
      report.guessed(place, 'names and texts are read as names and summaries');
      yield {type: 'term', value: {name: key, summary: value}, line};
      return;
    }
    if (!isObject(value)) {
      report.dropped(place, 'an entry that is not an object');
      return;
    }
    const found = termOf(value, map, place, report);
    if (key !== undefined) {
      if (!Object.hasOwn(found, 'id')) {
        if (key) found.id = key;
      } else if (found.id !== key) {
        report.dropped(place, 'the key of an entry that has an id of its own');
      }
      if (!Object.hasOwn(found, 'name') && key) {
        report.guessed(place, 'the key of an entry is read as its name');
        found.name = key;
      }
    }
    const term = keepValid(found, place, report);
    if (term) yield {type: 'term', value: term, line};
  }

  #valueOf({text, line}: JsonEntry): unknown {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      const [fault] = new LocatedJson(text).faults;
      throw new CommandError(
        `${this.file}:${line + (fault?.line ?? 1) - 1}: ${fault?.message ?? 'expected JSON'}`,
        'The file has to be JSON, or one JSON object on each line.',
      );
    }
  }
}

/** Texts of a document that are those of a glossary. */
const HEAD: Readonly<Record<string, string>> = {
  name: 'name',
  title: 'name',
  url: 'url',
  language: 'language',
};

/** Whether an object of an object is an entry, by what it says of itself. */
const isEntry = (value: Properties, map: ReadonlyMap<string, string>) => {
  const found = termOf(value, map, {file: '', line: 0}, new Report());
  return Object.hasOwn(found, 'name') || Object.hasOwn(found, 'summary');
};

/** Whether the first line is an object, and another one follows it. */
const isObjectPerLine = (start: string): boolean => {
  const text = start.trimStart();
  const end = text.indexOf('\n');
  const first = end < 0 ? text : text.slice(0, end);
  if (!first.startsWith('{')) return false;
  try {
    JSON.parse(first);
  } catch {
    return false;
  }
  return text.slice(first.length).trimStart().startsWith('{');
};
