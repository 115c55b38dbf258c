/** The lines in which two texts differ, as few as may be. */
import type {Page} from 'term-elements/glossary';

/** One place where lines give way to others. `line` counts from 1. */
export type Hunk = NonNullable<Page['patch']>[number];

/**
 * Lines that may differ before the rest is taken as one change. The search
 * takes time and room in proportion to its square.
 */
const MAX_EDITS = 500;

type Step = readonly [x: number, y: number];

/**
 * What to do to `from` so that it is `to`. A hunk that would remove nothing
 * but blank lines begins at the line above that is not blank, so that it is
 * applied only where that line still stands.
 *
 * @see Myers, "An O(ND) Difference Algorithm and Its Variations", 1986.
 */
export const difference = (
  from: readonly string[],
  to: readonly string[],
): Hunk[] => {
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from[head] === to[head]) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    from[from.length - 1 - tail] === to[to.length - 1 - tail]
  ) {
    tail++;
  }
  const a = from.slice(head, from.length - tail);
  const b = to.slice(head, to.length - tail);
  const changes = a.length || b.length ? changesOf(a, b) : [];
  const hunks: Hunk[] = [];
  for (const {x, y, removed, inserted} of changes) {
    let start = head + x;
    const remove = a.slice(x, x + removed);
    const insert = b.slice(y, y + inserted);
    const before = hunks.at(-1);
    const floor = before ? before.line - 1 + before.remove.length : 0;
    while (isBlank(remove) && start > floor) {
      const above = from[--start]!;
      remove.unshift(above);
      insert.unshift(above);
    }
    if (before && start === floor) {
      // Side by side they are one: neither holds without the other.
      hunks[hunks.length - 1] = {
        line: before.line,
        remove: [...before.remove, ...remove],
        insert: [...before.insert, ...insert],
      };
      continue;
    }
    hunks.push({line: start + 1, remove, insert});
  }
  return hunks;
};

const isBlank = (lines: readonly string[]) =>
  !lines.some((line) => line.trim());

interface Change {
  readonly x: number;
  readonly y: number;
  readonly removed: number;
  readonly inserted: number;
}

/** The runs between the lines that both have. */
const changesOf = (a: readonly string[], b: readonly string[]): Change[] => {
  const changes: Change[] = [];
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of [
    ...commonLines(a, b),
    [a.length, b.length] as const,
  ]) {
    if (nextX > x || nextY > y) {
      changes.push({x, y, removed: nextX - x, inserted: nextY - y});
    }
    [x, y] = [nextX + 1, nextY + 1];
  }
  return changes;
};

/** Pairs of lines that stay, found along the shortest way from a to b. */
const commonLines = (a: readonly string[], b: readonly string[]): Step[] => {
  const furthest = new Map<number, number>([[1, 0]]);
  const history: Map<number, number>[] = [];
  const limit = Math.min(a.length + b.length, MAX_EDITS);
  for (let edits = 0; edits <= limit; edits++) {
    history.push(new Map(furthest));
    for (let k = -edits; k <= edits; k += 2) {
      const down =
        k === -edits ||
        (k !== edits &&
          (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
      let x = down
        ? (furthest.get(k + 1) ?? 0)
        : (furthest.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      furthest.set(k, x);
      if (x >= a.length && x - k >= b.length) return wayBack(a, b, history);
    }
  }
  return [];
};

const wayBack = (
  a: readonly string[],
  b: readonly string[],
  history: readonly ReadonlyMap<number, number>[],
): Step[] => {
  const common: Step[] = [];
  let [x, y] = [a.length, b.length];
  for (let edits = history.length - 1; edits >= 0; edits--) {
    const furthest = history[edits]!;
    const k = x - y;
    const down =
      k === -edits ||
      (k !== edits &&
        (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));
    const fromK = down ? k + 1 : k - 1;
    const fromX = edits ? (furthest.get(fromK) ?? 0) : 0;
    const fromY = edits ? fromX - fromK : 0;
    while (x > fromX && y > fromY) common.push([--x, --y]);
    [x, y] = [fromX, fromY];
  }
  return common.reverse();
};
