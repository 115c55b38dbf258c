import {STORAGE_KEY} from './storage-key.js';

/** What a reader wants of cards; the same on all pages of an origin. */
export interface PreferenceValues {
  /** Whether cards open by themselves. A click or a tap opens them anyway. */
  readonly cards: boolean;
  /** Terms that are easier than this (1 to 5) are not explained; 1 explains all. */
  readonly difficulty: number;
  /** Ids of the terms that the reader knows. */
  readonly known: ReadonlySet<string>;
  /** Ids of the terms whose card the reader has read, on pages with `fade-read`. */
  readonly read: ReadonlySet<string>;
}

/** Where preferences are kept: `localStorage`, or nothing that works. */
export type PreferenceStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Ids that are remembered; of more, the oldest are forgotten. A page reads them all. */
const MOST_KNOWN = 5000;
const HARDEST = 5;

const DEFAULTS: PreferenceValues = {
  cards: true,
  difficulty: 1,
  known: new Set(),
  read: new Set(),
};

const parse = (text: string | null): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return Object(value) as Record<string, unknown>;
  } catch {
    return {}; // not ours, or cut off
  }
};

const valuesOf = (stored: Record<string, unknown>): PreferenceValues => {
  const {cards, difficulty, known, read} = stored;
  return {
    cards: typeof cards === 'boolean' ? cards : DEFAULTS.cards,
    difficulty: levelOf(difficulty) ?? DEFAULTS.difficulty,
    known: idsOf(known),
    read: idsOf(read),
  };
};

const idsOf = (value: unknown): ReadonlySet<string> =>
  new Set(
    Array.isArray(value)
      ? value.filter((id) => typeof id === 'string').slice(-MOST_KNOWN)
      : [],
  );

const levelOf = (value: unknown): number | undefined =>
  Number.isInteger(value) &&
  (value as number) >= 1 &&
  (value as number) <= HARDEST
    ? (value as number)
    : undefined;

/**
 * Preferences in a storage, as one JSON text. It is read again before each
 * change, so that two tabs do not take each other's terms away, and fields that
 * this version does not know are kept. Where the storage fails or is denied,
 * preferences last as long as the page.
 */
export class PreferenceStore {
  #stored: Record<string, unknown> | undefined;
  #values: PreferenceValues | undefined;
  /** What was written is there when it is read. */
  #works = true;

  /** @param storage Asked for when it is needed: to ask may throw. */
  constructor(readonly storage: () => PreferenceStorage | undefined) {}

  get values(): PreferenceValues {
    return (this.#values ??= valuesOf((this.#stored ??= this.#read())));
  }

  /** Looks again: another tab has written. */
  reload(): void {
    this.#stored = this.#read();
    this.#values = undefined;
  }

  change(edit: (now: PreferenceValues) => Partial<PreferenceValues>): void {
    this.reload();
    const values = {...this.values, ...edit(this.values)};
    const {known, read} = values;
    this.#stored = {
      ...this.#stored,
      ...values,
      difficulty: levelOf(values.difficulty) ?? this.values.difficulty,
      known: [...known].slice(-MOST_KNOWN),
      // Only where a page wants it.
      read: read.size ? [...read].slice(-MOST_KNOWN) : undefined,
    };
    this.#values = undefined;
    try {
      this.storage()?.setItem(STORAGE_KEY, JSON.stringify(this.#stored));
    } catch {
      this.#works = false; // full, or denied: what the reader wants holds for this page
    }
  }

  /** What is stored; in memory what was, where the storage does not answer. */
  #read(): Record<string, unknown> {
    try {
      const storage = this.storage();
      if (storage && this.#works) return parse(storage.getItem(STORAGE_KEY));
    } catch {
      // Denied.
    }
    return this.#stored ?? {};
  }
}
