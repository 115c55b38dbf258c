import {foldName} from 'term-elements/glossary';

/**
 * What a heading and the fragments that name it have in common. Generators
 * write `What's new?` as `#whats-new`, `#what-s-new` or `#whats_new`; letters
 * and digits are the same in all of them.
 */
export const headingKey = (text: string): string =>
  foldName(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** Collects what fragments of addresses can name. */
export class AnchorSet {
  readonly ids = new Set<string>();
  readonly headings = new Set<string>();
  readonly #counts = new Map<string, number>();

  /** @param text Of a heading; `{#own-id}` at its end is its id. */
  addHeading(text: string): void {
    const own = /\{#([^\s{}]{1,200})\}\s*$/.exec(text)?.[1];
    if (own) this.ids.add(own);
    const key = headingKey(text);
    const count = this.#counts.get(key) ?? 0;
    this.#counts.set(key, count + 1);
    // The second of two equal ones is `#name-1`, or `#name_2`.
    for (const number of count ? [count, count + 1] : ['']) {
      this.headings.add(`${key}${number}`);
    }
  }

  has(fragment: string): boolean {
    return this.ids.has(fragment) || this.headings.has(headingKey(fragment));
  }
}
