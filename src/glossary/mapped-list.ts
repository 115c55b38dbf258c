/** The list of a source by way of another one that adds to its entries. Pure. */
import {whenReady} from './awaitable.js';
import type {Entry, ListedEntry, TermList} from './source.js';

/** What becomes of the terms of a list. */
interface ListChange {
  readonly item: (item: ListedEntry) => ListedEntry;
  readonly entry: (entry: Entry) => Entry;
}

/** The same list, with its items and entries changed. */
export const mappedList = (list: TermList, change: ListChange): TermList => {
  const mapItems = (items: readonly ListedEntry[]) =>
    items.map((item) => {
      const entry = item.entry && change.entry(item.entry);
      return change.item({...item, url: entry?.url ?? item.url, entry});
    });
  return {
    language: list.language,
    count: list.count,
    letters: list.letters,
    all: list.all?.map(change.entry),
    items: (from, to, signal) =>
      whenReady(list.items(from, to, signal), mapItems),
    placeOf: (id, signal) => list.placeOf(id, signal),
    beginning: (text, most, signal) =>
      whenReady(list.beginning(text, most, signal), mapItems),
  };
};
