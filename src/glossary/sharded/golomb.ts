/**
 * A set of texts in little more than `bits` bits for each: whether a text is in
 * it is answered wrongly for one in 2^bits that are not, and never for one that
 * is. Pure.
 *
 * A Golomb-coded set (F. Putze, P. Sanders, J. Singler, "Cache-, Hash- and
 * Space-Efficient Bloom Filters", 2007): each text is hashed to a number below
 * count × 2^bits, and the differences of the sorted numbers are Rice codes.
 *
 * The bytes: `bits`; the count, seven bits to a byte, lowest first, 0x80 on all
 * but the last; the codes, highest bit first, the rest of the last byte zero.
 */
import {keyHash} from '../key-hash.js';

/** Decides whether a text is in the set. */
export interface TextSet {
  has(text: string): boolean;
}

/** More than this takes more space than the texts. */
const MOST_BITS = 24;

/** The place of a hash of 32 bits among count × 2^bits. */
const numberOf = (hash: number, count: number, bits: number): number =>
  Math.floor((hash / 2 ** 32) * count * 2 ** bits);

/**
 * @param texts Each once or several times; their order does not matter.
 * @param bits From 1 to 24.
 */
export const encodeSet = (texts: Iterable<string>, bits: number): Uint8Array =>
  encodeHashes(Array.from(texts, keyHash), bits);

/** As `encodeSet`, of texts that are hashed by `keyHash` already. */
export const encodeHashes = (
  hashes: Iterable<number>,
  bits: number,
): Uint8Array => {
  const sorted = Uint32Array.from(new Set(hashes)).sort();
  const count = sorted.length;
  const bytes: number[] = [bits];
  for (let rest = count; ; rest >>>= 7) {
    bytes.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest);
    if (rest <= 0x7f) break;
  }
  let byte = 0;
  let used = 0;
  const write = (bit: number) => {
    byte = (byte << 1) | bit;
    if (++used < 8) return;
    bytes.push(byte);
    byte = used = 0;
  };
  let before = 0;
  for (const hash of sorted) {
    const number = numberOf(hash, count, bits);
    const step = number - before;
    before = number;
    for (let ones = Math.floor(step / 2 ** bits); ones > 0; ones--) write(1);
    write(0);
    for (let bit = bits - 1; bit >= 0; bit--) write((step >>> bit) & 1);
  }
  while (used) write(0);
  return Uint8Array.from(bytes);
};

const broken = (what: string) =>
  new RangeError(`expected a Golomb-coded set, received ${what}`);

/** @throws {RangeError} Where the bytes are not those of a set. */
export const decodeSet = (bytes: Uint8Array): TextSet => {
  const bits = bytes[0] ?? 0;
  if (bits < 1 || bits > MOST_BITS) throw broken(`${bits} bits for a text`);
  let at = 1;
  let count = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    if (byte === undefined || shift > 21) throw broken('no count');
    count |= (byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  const room = (bytes.length - at) * 8;
  if (count * (bits + 1) > room) throw broken('fewer than it counts');
  const numbers = new Float64Array(count);
  let next = at * 8;
  const end = bytes.length * 8;
  const read = () => {
    if (next >= end) throw broken('a part of one');
    return (bytes[next >>> 3]! >>> (7 - (next++ & 7))) & 1;
  };
  let before = 0;
  for (let index = 0; index < count; index++) {
    let ones = 0;
    while (read()) ones++;
    let low = 0;
    for (let bit = 0; bit < bits; bit++) low = (low << 1) | read();
    numbers[index] = before += ones * 2 ** bits + low;
  }
  if (end - next > 7) throw broken('more than it counts');
  return {
    has(text) {
      const wanted = numberOf(keyHash(text), count, bits);
      let [low, high] = [0, count];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (numbers[middle]! < wanted) low = middle + 1;
        else high = middle;
      }
      return numbers[low] === wanted;
    },
  };
};
