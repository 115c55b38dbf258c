import {appendFileSync, existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/** Bytes that are gathered for a file before they are written. */
const PIECE = 16_384;

/**
 * Bytes on disk, parted by the first bits of a hash: each part is small enough
 * to be sorted in memory, and what is in one part goes before the next.
 * They are gathered in buffers, not in strings, which would be garbage soon.
 */
export class PartFiles {
  readonly #pieces: (Buffer | undefined)[];
  readonly #used: number[];

  /** @param bits There are 2^bits files, named `NAME.0` and so on. */
  constructor(
    readonly folder: string,
    readonly name: string,
    readonly bits: number,
  ) {
    this.#pieces = new Array<undefined>(2 ** bits).fill(undefined);
    this.#used = new Array<number>(2 ** bits).fill(0);
  }

  /**
   * Puts bytes into the part of a hash.
   *
   * @param size The most that `fill` writes.
   * @param fill Writes them there; returns how many.
   */
  add(
    hash: number,
    size: number,
    fill: (piece: Buffer, at: number) => number,
  ): void {
    const index = this.bits ? hash >>> (32 - this.bits) : 0;
    if (size > PIECE) {
      this.#flush(index);
      const bytes = Buffer.allocUnsafe(size);
      this.#write(index, bytes.subarray(0, fill(bytes, 0)));
      return;
    }
    if (this.#used[index]! + size > PIECE) this.#flush(index);
    const piece = (this.#pieces[index] ??= Buffer.allocUnsafeSlow(PIECE));
    this.#used[index]! += fill(piece, this.#used[index]!);
  }

  /** The bytes of each part; all has been added by then. */
  *read(): Generator<Buffer, void> {
    for (const index of this.#pieces.keys()) {
      this.#flush(index);
      this.#pieces[index] = undefined;
      const path = this.#path(index);
      yield existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    }
  }

  #path(index: number) {
    return join(this.folder, `${this.name}.${index}`);
  }

  #flush(index: number): void {
    const used = this.#used[index]!;
    if (used) this.#write(index, this.#pieces[index]!.subarray(0, used));
    this.#used[index] = 0;
  }

  #write(index: number, bytes: Buffer): void {
    appendFileSync(this.#path(index), bytes);
  }
}
