/**
 * Merges lists of ids into one order that agrees with every list. Each list has
 * the ids that share a name, in document order. Pure.
 */
export const documentOrder = (
  lists: readonly (readonly string[])[],
): readonly string[] => {
  const after = new Map<string, Set<string>>();
  const before = new Map<string, number>();
  for (const list of lists) {
    let last: string | undefined;
    for (const id of new Set(list)) {
      if (!before.has(id)) {
        before.set(id, 0);
        after.set(id, new Set());
      }
      if (last !== undefined && !after.get(last)!.has(id)) {
        after.get(last)!.add(id);
        before.set(id, before.get(id)! + 1);
      }
      last = id;
    }
  }
  const order = [...before.keys()].filter((id) => !before.get(id));
  // The list grows while it is gone through.
  for (const id of order) {
    before.delete(id);
    for (const next of after.get(id)!) {
      const left = (before.get(next) ?? 0) - 1;
      if (left > 0) before.set(next, left);
      else if (before.has(next)) {
        before.delete(next);
        order.push(next);
      }
    }
  }
  // The lists contradict each other: the rest follows in any order.
  return [...order, ...before.keys()];
};
