import {termPath, slugOf} from '../formats/published-page/address.js';
import type {ImportedTerm} from '../formats/reading/keep-valid.js';

/** Gives ids to entries that have none, and knows which are taken. */
export class EntryIds {
  readonly #taken = new Set<string>();
  /** By ids that are taken, the number to try next: many may have one name. */
  readonly #next = new Map<string, number>();

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
    let number = this.#next.get(base) ?? 1;
    const id = () => (number > 1 ? `${base}-${number}` : base);
    while (this.has(id())) number++;
    this.#next.set(base, number);
    return id();
  }
}

/** What is reported of an entry that is left out. */
export const takenId = (id: string): string =>
  `an entry whose id is taken (${JSON.stringify(id)}); ids have to differ`;
