import {nameKey} from 'term-elements/glossary';
import {absoluteKey} from '../formats/published-page/address.js';
import type {ImportedTerm} from '../formats/reading/keep-valid.js';

/**
 * Decides, without holding entries in memory, whether all of them are distinct.
 */
export class DistinctEntries {
  readonly #addresses = new Set<string>();
  readonly #names = new Set<string>();

  /** @param isTaken Whether an entry before has an id, of its own or made up. */
  constructor(readonly isTaken: (id: string) => boolean) {}

  /** Whether an entry shares no id, address or name with those before it. */
  add({id, url, name}: ImportedTerm): boolean {
    return [
      id === undefined || !this.isTaken(id),
      !url || addTo(this.#addresses, absoluteKey(url)),
      addTo(this.#names, nameKey(name)),
    ].every(Boolean);
  }
}

const addTo = (set: Set<string>, key: string): boolean =>
  set.size < set.add(key).size;
