/** Bits of the map; counts to some ten millions within a percent. */
const BITS = 25;

/**
 * About how many different hashes there are, in a few megabytes: by linear
 * counting (K.-Y. Whang, B. T. Vander-Zanden, H. M. Taylor, "A Linear-Time
 * Probabilistic Counting Algorithm", 1990).
 */
export class DistinctCount {
  readonly #map = new Uint8Array(2 ** (BITS - 3));
  #set = 0;

  /** @param hash 32 bits, evenly spread. */
  add(hash: number): void {
    const bit = hash >>> (32 - BITS);
    const mask = 1 << (bit & 7);
    if (this.#map[bit >>> 3]! & mask) return;
    this.#map[bit >>> 3]! |= mask;
    this.#set++;
  }

  get count(): number {
    const size = 2 ** BITS;
    const free = Math.max(1, size - this.#set);
    return -size * Math.log(free / size);
  }
}
