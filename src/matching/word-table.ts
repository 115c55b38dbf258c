import {LONGEST_WORD, nextHash, type Scanner} from './scanner.js';

/** Returned by `numberOf` for a word that is in no name. */
export const UNKNOWN = -1;

/** A slot has the hash of a word, and its number plus one; 0 where free. */
const SLOT = 2;

/**
 * Numbers the folded words of all names. It is asked by what a scanner has just
 * read, so that the words of a text need not become strings; and it has its own
 * in a few typed arrays, so that being asked is a look or two into memory.
 */
export class WordTable {
  /**
   * Hashes begin with a number that nobody knows beforehand: otherwise words
   * could be chosen that all meet in one slot.
   */
  readonly seed = (Math.random() * 0x100000000) | 0;
  #slots = new Int32Array(1024 * SLOT);
  /** The units of all words, one word after the other. */
  #units = new Uint16Array(4096);
  /** Where in them each word begins, and after the last one where it ends. */
  #starts = new Int32Array(512);
  #count = 0;

  /** Number of a folded word, given to it when it is new. It must not be too long. */
  add(word: string): number {
    const {length} = word;
    const end = this.#starts[this.#count]!;
    if (end + length > this.#units.length) this.#units = doubled(this.#units);
    let hash = this.seed;
    for (let index = 0; index < length; index++) {
      const unit = word.charCodeAt(index);
      this.#units[end + index] = unit;
      hash = nextHash(hash, unit);
    }
    const slot = this.#slot(this.#units, end, length, hash);
    const known = this.#slots[slot + 1]!;
    if (known) return known - 1;
    const number = this.#count++;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = this.#count;
    if (this.#count === this.#starts.length) {
      this.#starts = doubled(this.#starts);
    }
    this.#starts[this.#count] = end + length;
    if (this.#count * 2 * SLOT > this.#slots.length) this.#grow();
    return number;
  }

  /**
   * Number of what was read.
   *
   * @param length How much of it, from its beginning; with the hash of that part.
   */
  numberOf({units}: Scanner, length: number, hash: number): number {
    if (length > LONGEST_WORD) return UNKNOWN;
    return this.#slots[this.#slot(units, 0, length, hash) + 1]! - 1;
  }

  /** Where the word is, or would be. */
  #slot(
    units: Uint16Array,
    from: number,
    length: number,
    hash: number,
  ): number {
    const slots = this.#slots;
    const last = slots.length - SLOT;
    for (let slot = first(hash) & last; ; slot = (slot + SLOT) & last) {
      const entry = slots[slot + 1]!;
      if (!entry) return slot;
      if (slots[slot] === hash) {
        const start = this.#starts[entry - 1]!;
        let rest = this.#starts[entry]! - start === length ? length : -1;
        while (
          rest > 0 &&
          this.#units[start + rest - 1] === units[from + rest - 1]
        ) {
          rest--;
        }
        if (!rest) return slot;
      }
    }
  }

  #grow(): void {
    const old = this.#slots;
    const slots = (this.#slots = new Int32Array(old.length * 2));
    const last = slots.length - SLOT;
    for (let from = 0; from < old.length; from += SLOT) {
      const entry = old[from + 1]!;
      if (!entry) continue;
      let slot = first(old[from]!) & last;
      while (slots[slot + 1]) slot = (slot + SLOT) & last;
      slots[slot] = old[from]!;
      slots[slot + 1] = entry;
    }
  }
}

/** Where the word of a hash is looked for first; its lower bits alone depend on the last letters most. */
const first = (hash: number) => (hash ^ (hash >>> 15)) * SLOT;

const doubled = <A extends Int32Array | Uint16Array>(old: A): A => {
  const array = new (old.constructor as new (length: number) => A)(
    old.length * 2,
  );
  array.set(old);
  return array;
};
