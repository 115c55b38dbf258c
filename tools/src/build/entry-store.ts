import {keyHash} from 'term-elements/glossary';
import type {Place} from '../files/json/located.js';
import {Partitions} from './partitions.js';

/** An entry of the glossary, as it is stored on disk. */
export interface Stored<T> {
  readonly value: T;
  /** Its JSON, minified. */
  readonly json: string;
  readonly hash: number;
  /** Place in the document. */
  readonly order: number;
  /** Line and column of the document: `12:3`. */
  readonly place: string;
}

/** Entries by the hash of their ids. */
export class EntryStore<T extends {readonly id: string}> {
  readonly #lines: Partitions;

  constructor(folder: string, name: string, bits: number) {
    this.#lines = new Partitions(folder, name, bits);
  }

  get size(): number {
    return this.#lines.count;
  }

  /** @returns Length of its JSON. */
  add(entry: T, {line, column}: Place): number {
    const json = JSON.stringify(entry);
    const text = `${line}:${column} ${json}`;
    this.#lines.add(keyHash(entry.id), this.#lines.count, text);
    return json.length;
  }

  /**
   * The entries, a part of them at a time. Of those with one id the first in
   * the document is given.
   *
   * @param doubled Called with the others.
   */
  *read(
    doubled: (entry: Stored<T>, first: Stored<T>) => void = () => undefined,
  ): Generator<readonly Stored<T>[]> {
    for (const lines of this.#lines.read()) {
      const entries = new Map<string, Stored<T>>();
      for (const {hash, order, text} of lines) {
        const gap = text.indexOf(' ');
        const json = text.slice(gap + 1);
        const value = JSON.parse(json) as T;
        const stored = {value, json, hash, order, place: text.slice(0, gap)};
        const first = entries.get(value.id);
        if (first) doubled(stored, first);
        else entries.set(value.id, stored);
      }
      yield [...entries.values()];
    }
  }
}
