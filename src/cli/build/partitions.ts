import {appendFileSync, existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/** Characters that are gathered for a file before they are written. */
const PIECE = 32_768;

const HASH_LENGTH = 8;
const ORDER_LENGTH = 8;
const HEAD = HASH_LENGTH + ORDER_LENGTH;

/** A line as it is read back. */
export interface Line {
  readonly hash: number;
  readonly order: number;
  readonly text: string;
}

/**
 * Lines on disk, parted by the first bits of a hash: each part is small enough
 * to be sorted in memory, and the parts one after the other are all lines in
 * the order of their hashes. Lines of one hash come in the order of `order`.
 */
export class Partitions {
  /** Lines so far, and their characters. */
  count = 0;
  length = 0;
  readonly #pieces: string[];

  /** @param bits There are 2^bits files, named `NAME.0` and so on. */
  constructor(
    readonly folder: string,
    readonly name: string,
    readonly bits: number,
  ) {
    this.#pieces = new Array<string>(2 ** bits).fill('');
  }

  /** @param text Without line ends. */
  add(hash: number, order: number, text: string): void {
    const index = this.bits ? hash >>> (32 - this.bits) : 0;
    this.count++;
    this.length += text.length;
    const piece =
      this.#pieces[index]! +
      hash.toString(16).padStart(HASH_LENGTH, '0') +
      order.toString(36).padStart(ORDER_LENGTH, '0') +
      text +
      '\n';
    this.#pieces[index] =
      piece.length < PIECE ? piece : this.#write(index, piece);
  }

  /** The parts, each in order; all has been added by then. */
  *read(): Generator<readonly Line[], void> {
    for (const [index, piece] of this.#pieces.entries()) {
      if (piece) this.#pieces[index] = this.#write(index, piece);
      const path = this.#path(index);
      yield existsSync(path) ? linesOf(readFileSync(path, 'utf8')) : [];
    }
  }

  /** All lines, in order. */
  *lines(): Generator<Line> {
    for (const lines of this.read()) yield* lines;
  }

  #path(index: number) {
    return join(this.folder, `${this.name}.${index}`);
  }

  #write(index: number, piece: string): '' {
    appendFileSync(this.#path(index), piece);
    return '';
  }
}

const linesOf = (text: string): readonly Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .sort()
    .map((line) => ({
      hash: parseInt(line.slice(0, HASH_LENGTH), 16),
      order: parseInt(line.slice(HASH_LENGTH, HEAD), 36),
      text: line.slice(HEAD),
    }));
