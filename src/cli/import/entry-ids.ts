import {termPath, slugOf} from '../page-form/address.js';
import type {ImportedTerm} from './keep-valid.js';

/** Gives ids to entries that have none, and knows which are taken. */
export class EntryIds {
  readonly #taken = new Set<string>();

  has(id: string): boolean {
    return this.#taken.has(id);
  }

  add(id: string): void {
    this.#taken.add(id);
  }

  /**
   * A free id for an entry without one: the last part of its address, else its
   * name. Where the slug is taken, the kind goes before it.
   */
  for({url, name, kind}: ImportedTerm): string {
    const path = url === undefined ? undefined : termPath(url);
    const slug = path?.slug ?? (slugOf(name) || 'term');
    if (!this.has(slug)) return slug;
    const sort = kind ?? path?.kind;
    const base = sort === undefined ? slug : `${sort}/${slug}`;
    let number = 1;
    while (this.has(number > 1 ? `${base}-${number}` : base)) number++;
    return number > 1 ? `${base}-${number}` : base;
  }
}
