import {LONGEST_WORD, nextHash, type Scanner} from './scanner.js';

/** What `numberOf` says of a word that no name has. */
export const UNKNOWN = -1;

/**
 * Numbers the folded words of all names. It is asked by what a scanner has just
 * read, so that the words of a text need not become strings.
 */
export class WordTable {
  /**
   * Hashes begin with a number that nobody knows beforehand: otherwise words
   * could be chosen that all meet in one slot.
   */
  readonly seed = (Math.random() * 0x100000000) | 0;
  readonly #words: string[] = [];
  readonly #hashes: number[] = [];
  /** Number of a word plus one, at its hash or behind it; 0 where free. */
  #slots = new Int32Array(1024);

  /** Number of a folded word, given to it when it is new. It must not be too long. */
  add(word: string): number {
    let hash = this.seed;
    for (let index = 0; index < word.length; index++) {
      hash = nextHash(hash, word.charCodeAt(index));
    }
    const mask = this.#slots.length - 1;
    let slot = spread(hash) & mask;
    for (let entry; (entry = this.#slots[slot]!); slot = (slot + 1) & mask) {
      if (this.#words[entry - 1] === word) return entry - 1;
    }
    this.#slots[slot] = this.#words.push(word);
    this.#hashes.push(hash);
    if (this.#words.length * 2 > this.#slots.length) this.#grow();
    return this.#words.length - 1;
  }

  /**
   * Number of what was read.
   *
   * @param length How much of it, from its beginning; with the hash of that part.
   */
  numberOf({units}: Scanner, length: number, hash: number): number {
    if (length > LONGEST_WORD) return UNKNOWN;
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = spread(hash) & mask;
    for (let entry; (entry = slots[slot]!); slot = (slot + 1) & mask) {
      if (this.#hashes[entry - 1] === hash) {
        const word = this.#words[entry - 1]!;
        let index = word.length === length ? length : -1;
        while (index > 0 && word.charCodeAt(index - 1) === units[index - 1]) {
          index--;
        }
        if (!index) return entry - 1;
      }
    }
    return UNKNOWN;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let index = 0; index < this.#hashes.length; index++) {
      let slot = spread(this.#hashes[index]!) & mask;
      while (this.#slots[slot]) slot = (slot + 1) & mask;
      this.#slots[slot] = index + 1;
    }
  }
}

/** The lower bits of the hash depend on the last letters most. */
const spread = (hash: number) => hash ^ (hash >>> 15);
