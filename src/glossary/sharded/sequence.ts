import {type Awaitable, whenReady, allReady} from '../awaitable.js';
import type {Sequence} from './manifest.js';
import type {Shape} from './shapes.js';
import type {Shards} from './shards.js';

/**
 * The items of a list from one place up to another; the files that have them
 * are asked for beside each other.
 */
export const readItems = <T>(
  shards: Shards,
  sequence: Sequence,
  shape: Shape<readonly T[]>,
  from: number,
  to: number,
  signal?: AbortSignal,
): Awaitable<readonly T[]> => {
  const {count, perLeaf} = sequence;
  const start = Math.max(0, from);
  const end = Math.min(count, to);
  if (start >= end) return [];
  const first = Math.floor(start / perLeaf);
  const last = Math.floor((end - 1) / perLeaf);
  const leaves = Array.from({length: last - first + 1}, (_, index) =>
    shards.leaf(sequence, first + index, shape, signal),
  );
  return whenReady(allReady(leaves), (found) =>
    found
      .flatMap((items) => items ?? [])
      .slice(start - first * perLeaf, end - first * perLeaf),
  );
};
