import {foldName} from '../glossary/fold.js';
import {HANGUL, SYMBOL} from './characters.js';
import {isParticle, LONGEST_PARTICLE} from './particles.js';
import {nextHash, Scanner} from './scanner.js';
import {addressAt} from './web-address.js';
import {UNKNOWN, type WordTable} from './word-table.js';

/** The part of a Korean word before its particle. */
export interface Stem {
  readonly word: number;
  readonly end: number;
}

/** Numbers the words that count; those of all names, or of a text itself. */
export type WordNumbers = Pick<WordTable, 'seed' | 'numberOf'>;

/**
 * The words of a text that names are made of, by number: one pass, and what no
 * name has is only a break between them. Nothing inside an address is a word.
 */
export class KnownWords {
  /** How many there are; the lists may be longer. */
  count = 0;
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly words: number[] = [];
  /** Nothing but a gap is between the word and the one before it. */
  readonly follows: boolean[] = [];
  /** Of a Korean word, longest first. */
  readonly stems = new Map<number, readonly Stem[]>();
  readonly #scanner: Scanner;

  constructor(readonly table: WordNumbers) {
    this.#scanner = new Scanner(table.seed);
  }

  read(text: string): void {
    const scanner = this.#scanner;
    const {ends, follows, starts, stems, table, words} = this;
    let count = 0;
    let isNext = false;
    if (stems.size) stems.clear();
    scanner.begin(text);
    while (scanner.next()) {
      const {kind, start} = scanner;
      const address = kind === SYMBOL ? addressAt(text, start) : undefined;
      if (address) {
        while (count && ends[count - 1]! > address.start) stems.delete(--count);
        scanner.moveTo(address.end);
        isNext = false;
        continue;
      }
      const word = table.numberOf(scanner, scanner.length, scanner.hash);
      const parts = kind === HANGUL ? this.#stems() : undefined;
      if (word === UNKNOWN && !parts) {
        isNext = false;
        continue;
      }
      if (parts) stems.set(count, parts);
      starts[count] = start;
      ends[count] = scanner.end;
      words[count] = word;
      follows[count++] = isNext;
      isNext = true;
    }
    this.count = count;
  }

  #stems(): readonly Stem[] | undefined {
    const scanner = this.#scanner;
    const {units, length, text, start, end} = scanner;
    let stems: Stem[] | undefined;
    let hash = scanner.seed;
    if (length > units.length) return undefined;
    for (let size = 1; size < length; size++) {
      hash = nextHash(hash, units[size - 1]!);
      if (length - size > LONGEST_PARTICLE) continue;
      const word = this.table.numberOf(scanner, size, hash);
      if (word === UNKNOWN) continue;
      const particle = String.fromCharCode(...units.subarray(size, length));
      if (!isParticle(particle)) continue;
      const cut = particleAt(text, start, end, particle);
      if (cut) (stems ??= []).unshift({word, end: cut});
    }
    return stems;
  }
}

/**
 * Where the particle at the end of a word begins in the text; 0 if not found.
 * A text may have its syllables in parts (NFD), as file names do, so up to
 * four units are looked through for each.
 */
const particleAt = (
  text: string,
  start: number,
  end: number,
  particle: string,
): number => {
  const least = Math.max(start, end - 4 * particle.length);
  for (let at = end - particle.length; at > least; at--) {
    if (foldName(text.slice(at, end)) === particle) return at;
  }
  return 0;
};
