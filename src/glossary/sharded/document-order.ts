/**
 * One order for ids that is that of every list, as far as the lists agree: ids
 * that share a name stand in each list as they do in the document, and where
 * they have to, the others as they come. Pure.
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
  // Lists that contradict each other: nothing is lost.
  return [...order, ...before.keys()];
};
