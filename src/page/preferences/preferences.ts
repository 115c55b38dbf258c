/** The reader's preferences for cards: `term-elements/preferences.js`. */
import {STORAGE_KEY} from './storage-key.js';
import {PreferenceStore, type PreferenceValues} from './store.js';

export type {PreferenceValues};

/**
 * A reader's preferences: remembered for the origin where storage works, the
 * same in all of its tabs. A `change` event reports every change, also of one
 * that was made in another tab.
 */
export class Preferences extends EventTarget {
  readonly #store = new PreferenceStore(() => globalThis.localStorage);

  constructor() {
    super();
    globalThis.addEventListener?.('storage', ({key}) => {
      if (key !== STORAGE_KEY && key !== null) return; // null: all was cleared
      this.#store.reload();
      this.dispatchEvent(new Event('change'));
    });
  }

  /** The current preferences. Storage is read on first use. */
  get current(): PreferenceValues {
    return this.#store.values;
  }

  /**
   * Turns cards on or off, or says from which difficulty (1 to 5) on terms are
   * explained. An invalid difficulty is ignored.
   */
  set(wanted: Partial<Pick<PreferenceValues, 'cards' | 'difficulty'>>): void {
    const {cards, difficulty} = wanted;
    this.#change(() => ({
      ...(cards !== undefined && {cards: Boolean(cards)}),
      ...(difficulty !== undefined && {difficulty}),
    }));
  }

  /** The reader knows a term: its card opens no more by itself. */
  know(id: string): void {
    this.#change(({known}) => ({known: new Set([...known, id])}));
  }

  /** The reader wants a term explained again. */
  forget(id: string): void {
    this.#change(({known}) => ({
      known: new Set([...known].filter((other) => other !== id)),
    }));
  }

  forgetAll(): void {
    this.#change(() => ({known: new Set(), read: new Set()}));
  }

  /** The reader has read the card of a term: pages with `fade-read` mark it more quietly. */
  markRead(id: string): void {
    if (!this.current.read.has(id))
      this.#change(({read}) => ({read: new Set([...read, id])}));
  }

  knows(id: string): boolean {
    return this.current.known.has(id);
  }

  #change(edit: (now: PreferenceValues) => Partial<PreferenceValues>): void {
    this.#store.change(edit);
    this.dispatchEvent(new Event('change'));
  }
}

const KEY = Symbol.for('term-elements.preferences.1');
const shared = globalThis as {[KEY]?: Preferences};

/** The preferences of this page; copies of the library share them. */
export const preferences: Preferences = (shared[KEY] ??= new Preferences());
