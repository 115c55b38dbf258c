import {PartFiles} from './part-files.js';

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
 * Lines on disk, parted by their hashes: read back they are in the order of
 * these, and lines of one hash in that of `order`.
 */
export class Partitions {
  /** Lines so far, and their characters. */
  count = 0;
  length = 0;
  readonly #files: PartFiles;

  constructor(folder: string, name: string, bits: number) {
    this.#files = new PartFiles(folder, name, bits);
  }

  /** @param text Without line ends. */
  add(hash: number, order: number, text: string): void {
    this.count++;
    this.length += text.length;
    const line =
      hash.toString(16).padStart(HASH_LENGTH, '0') +
      order.toString(36).padStart(ORDER_LENGTH, '0') +
      text +
      '\n';
    // A UTF-16 unit takes three bytes of UTF-8 at most.
    this.#files.add(hash, line.length * 3, (piece, at) =>
      piece.write(line, at, 'utf8'),
    );
  }

  /** The parts, each in order; all has been added by then. */
  *read(): Generator<readonly Line[], void> {
    for (const bytes of this.#files.read()) yield linesOf(bytes.toString());
  }

  /** All lines, in order. */
  *lines(): Generator<Line, void> {
    for (const lines of this.read()) yield* lines;
  }
}

const linesOf = (text: string): readonly Line[] => {
  const lines = text.split('\n');
  lines.pop(); // behind the last line end
  return lines.sort().map((line) => ({
    hash: parseInt(line.slice(0, HASH_LENGTH), 16),
    order: parseInt(line.slice(HASH_LENGTH, HEAD), 36),
    text: line.slice(HEAD),
  }));
};
