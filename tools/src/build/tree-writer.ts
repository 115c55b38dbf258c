import {DIRECTORY_BITS, type FileHash, type Tree} from 'term-elements/glossary';

/** Where files go: into a folder, under the name that their content has. */
export interface FileSink {
  /** @returns The name of the file. */
  write(content: string | Uint8Array, kind: 'json' | 'bin'): FileHash;
}

/** Whether a tree of so many bits fits: its directories are all of one size. */
const fits = (bits: number, topBits: number) =>
  bits % DIRECTORY_BITS <= topBits;

/**
 * Bits of a table: its leaves have about so many bytes.
 *
 * @param bytes Of all leaves.
 * @param topBits Bits that the manifest may resolve.
 */
export const bitsFor = (
  bytes: number,
  leafBytes: number,
  topBits: number,
): number => {
  const wanted = Math.max(0, Math.log2(Math.max(1, bytes) / leafBytes));
  const near = Array.from({length: 31}, (_, bits) => bits)
    .filter((bits) => fits(bits, topBits))
    .sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
  return near[0]!;
};

/** Bits of a list that has so many leaves. */
export const bitsForLeaves = (leaves: number, topBits: number): number => {
  let bits = 0;
  while (2 ** bits < leaves || !fits(bits, topBits)) bits++;
  return bits;
};

/**
 * Writes the directories over leaves that are written.
 *
 * @param leaves Names of the leaves, fewer than 2^bits where the last are empty.
 */
export const writeTree = (
  sink: FileSink,
  leaves: readonly FileHash[],
  bits: number,
  topBits: number,
): Tree => {
  let names: readonly FileHash[] = Array.from(
    {length: 2 ** bits},
    (_, leaf) => leaves[leaf] ?? '',
  );
  const size = 2 ** DIRECTORY_BITS;
  while (names.length > 2 ** topBits) {
    const level = names;
    names = Array.from({length: level.length / size}, (_, index) => {
      const directory = level.slice(index * size, (index + 1) * size);
      return directory.some(Boolean)
        ? sink.write(JSON.stringify(directory), 'json')
        : '';
    });
  }
  return {bits, top: names};
};
