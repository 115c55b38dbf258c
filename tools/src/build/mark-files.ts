import {PartFiles} from './part-files.js';

const SIZE = 8;

/** The marks of a leaf of words, by their hashes. */
export interface LeafMark {
  readonly hash: number;
  readonly mark: number;
}

/** Pairs of hashes on disk: there are many more of them than of names. */
export class MarkFiles {
  readonly #files: PartFiles;

  constructor(folder: string, name: string, bits: number) {
    this.#files = new PartFiles(folder, name, bits);
  }

  /** @param hash Of the key whose leaf the mark is in. */
  add(hash: number, mark: number): void {
    this.#files.add(hash, SIZE, (piece, at) => {
      piece.writeUInt32BE(hash, at);
      return piece.writeUInt32BE(mark, at + 4) - at;
    });
  }

  /** In order, each once. */
  *marks(): Generator<LeafMark, void> {
    for (const bytes of this.#files.read()) {
      const count = bytes.length / SIZE;
      const pairs = BigUint64Array.from({length: count}, (_, index) =>
        bytes.readBigUInt64BE(index * SIZE),
      ).sort();
      for (let index = 0; index < count; index++) {
        const pair = pairs[index]!;
        if (index && pair === pairs[index - 1]) continue;
        yield {
          hash: Number(pair >> 32n),
          mark: Number(pair & 0xffff_ffffn),
        };
      }
    }
  }
}
