import {set} from '../../files/json/set.js';

/** Part of an entry while it is being read. */
export type Draft = Record<string, unknown>;

/** Texts in other languages, put together as the format has them. */
export class Translations {
  readonly #byTag = new Map<string, Draft>();

  /** @param keys The property, and the one inside of it for a caption of an image. */
  put(tag: string, keys: readonly [string, string?], value: unknown): void {
    if (!this.#byTag.has(tag)) this.#byTag.set(tag, {});
    let draft = this.#byTag.get(tag)!;
    const [key, inner] = keys;
    if (inner !== undefined) {
      if (!Object.hasOwn(draft, key)) set(draft, key, {});
      draft = draft[key] as Draft;
    }
    set(draft, inner ?? key, value);
  }

  /** Gives an entry its translations, if there are any. */
  into(draft: Draft): void {
    if (!this.#byTag.size) return;
    set(draft, 'translations', Object.fromEntries(this.#byTag));
  }
}
