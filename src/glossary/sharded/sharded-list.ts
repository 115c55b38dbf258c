/** The list of a built glossary: names, in files that are loaded as they are shown. */
import {linkAddress} from '../address.js';
import {bothReady, whenReady} from '../awaitable.js';
import {letterOf, nameOrder} from '../letters.js';
import {nameKey} from '../name-index.js';
import type {Letter, ListedEntry, TermList} from '../source.js';
import type {ListedTerm} from './manifest.js';
import {readItems} from './sequence.js';
import {LETTERS, LISTED} from './shapes.js';
import type {ShardedView} from './sharded-view.js';

export const shardedList = async (
  view: ShardedView,
  signal?: AbortSignal,
): Promise<TermList> => {
  const {shards} = view.shared;
  const letters = await shards.read(view.tables.letters, LETTERS, signal);
  return new ShardedList(view, letters);
};

class ShardedList implements TermList {
  readonly language: string;
  readonly count: number;

  constructor(
    readonly view: ShardedView,
    readonly letters: readonly Letter[],
  ) {
    this.language = view.language ?? view.glossary.language ?? 'en';
    this.count = view.tables.list.count;
  }

  items(from: number, to: number, signal?: AbortSignal) {
    return whenReady(this.#read(from, to, signal), (items) =>
      items.map(this.#listed),
    );
  }

  async placeOf(id: string, signal?: AbortSignal): Promise<number | undefined> {
    const entry = await this.view.entry(id, signal);
    if (!entry) return undefined;
    const {id: own, name} = entry.term;
    for (let place = await this.#place(name, signal); ; place++) {
      const [item] = await this.#read(place, place + 1, signal);
      if (!item || item[0] === own) return item && place;
      if (item[1] !== name) return undefined;
    }
  }

  /** Of the aliases, whole ones only: the list does not have them. */
  async beginning(
    text: string,
    most: number,
    signal?: AbortSignal,
  ): Promise<readonly ListedEntry[]> {
    const key = nameKey(text);
    if (!key) return [];
    const [named, place] = await bothReady(
      this.view.named(text, signal),
      this.#place(text, signal),
    );
    const found = new Map<string, ListedEntry>();
    for (const {term, url} of named)
      found.set(term.id, {id: term.id, name: term.name, url});
    const items = await this.#read(place, place + most, signal);
    for (const item of items) {
      if (!nameKey(item[1]).startsWith(key)) break;
      if (!found.has(item[0])) found.set(item[0], this.#listed(item));
    }
    return [...found.values()].slice(0, most);
  }

  /** The first place whose name does not come before a text. */
  async #place(text: string, signal?: AbortSignal): Promise<number> {
    const order = nameOrder(this.language);
    const letter = letterOf(text, this.language);
    const own = this.letters.find((one) => one.letter === letter);
    let low = own?.start ?? 0;
    let high = own ? own.start + own.count : this.count;
    const {perLeaf} = this.view.tables.list;
    while (low < high) {
      // A file at a time: all that it has is there when one of its items is.
      const middle = (low + high) >>> 1;
      const start = Math.max(low, middle - (middle % perLeaf));
      const end = Math.min(high, start + perLeaf - (start % perLeaf));
      const items = await this.#read(start, end, signal);
      const at = items.findIndex(([, name]) => order(name, text) >= 0);
      if (at > 0) return start + at;
      if (at === 0) high = start;
      else low = end;
    }
    return low;
  }

  #read(from: number, to: number, signal?: AbortSignal) {
    const {shared, tables} = this.view;
    return readItems(shared.shards, tables.list, LISTED, from, to, signal);
  }

  readonly #listed = ([id, name, url]: ListedTerm): ListedEntry => ({
    id,
    name,
    url: linkAddress(url, this.view.shared.shards.files.origin),
  });
}
