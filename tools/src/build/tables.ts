/** How records become the leaves of a table, and items those of a list. */
import type {FileHash, Sequence, Table} from 'term-elements/glossary';
import type {Line} from './partitions.js';
import {
  bitsFor,
  bitsForLeaves,
  type FileSink,
  writeTree,
} from './tree-writer.js';

/** What a leaf should have, so that there are not too many files. */
export const LEAF_BYTES = 4096;

/**
 * Of terms, a page pays a whole leaf for each: with 5.2 kB, which 4096 gives a
 * million terms, five of them take 21 to 23 kB with gzip; the limit is 20 kB.
 */
export const TERM_LEAF_BYTES = 3400;

/**
 * Bits of the top that are in the manifest, which every page loads: a term is
 * asked for often enough to save a step on the way to it.
 */
export const TERMS_TOP = 7;
export const TOP = 3;

/** The leaf of a hash, as `leafOf` has it of a key. */
const leafOfHash = (hash: number, bits: number) =>
  bits ? hash >>> (32 - bits) : 0;

/**
 * What has a hash, in the order of these, leaf by leaf.
 *
 * @param write Writes a leaf; `""` where nothing is left of it.
 */
export const writeLeaves = <T extends {readonly hash: number}>(
  lines: Iterable<T>,
  bits: number,
  write: (lines: readonly T[]) => FileHash,
): FileHash[] => {
  const leaves: FileHash[] = [];
  let current = 0;
  let own: T[] = [];
  const end = () => {
    leaves[current] = own.length ? write(own) : '';
  };
  for (const line of lines) {
    const leaf = leafOfHash(line.hash, bits);
    if (leaf !== current) {
      end();
      current = leaf;
      own = [];
    }
    own.push(line);
  }
  end();
  return leaves;
};

/**
 * A table of JSON records.
 *
 * @param lines One JSON record each, in the order of the hashes of their keys.
 * @param length Characters of all of them, as nearly as it is known.
 */
export const writeTable = (
  sink: FileSink,
  lines: Iterable<Line>,
  length: number,
  topBits = TOP,
  leafBytes = LEAF_BYTES,
): Table => {
  const bits = bitsFor(length, leafBytes, topBits);
  const leaves = writeLeaves(lines, bits, (own) =>
    sink.write(`[${inDocumentOrder(own).join(',')}]`, 'json'),
  );
  return writeTree(sink, leaves, bits, topBits);
};

/** The records of a leaf; one that several keys lead to is there once. */
const inDocumentOrder = (lines: readonly Line[]): readonly string[] => [
  ...new Set(lines.toSorted((a, b) => a.order - b.order).map(({text}) => text)),
];

/**
 * A list in parts.
 *
 * @param items JSON, in order.
 * @param length Characters of all of them.
 * @param count How many there are.
 */
export const writeSequence = (
  sink: FileSink,
  items: Iterable<string>,
  length: number,
  count: number,
): Sequence => {
  const perLeaf = Math.max(
    1,
    Math.round(LEAF_BYTES / (length / Math.max(1, count))),
  );
  const leaves: FileHash[] = [];
  let texts: string[] = [];
  const end = () => {
    if (texts.length) leaves.push(sink.write(`[${texts.join(',')}]`, 'json'));
    texts = [];
  };
  for (const item of items) {
    if (texts.push(item) === perLeaf) end();
  }
  end();
  const bits = bitsForLeaves(leaves.length, TOP);
  return {...writeTree(sink, leaves, bits, TOP), count, perLeaf};
};
