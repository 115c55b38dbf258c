/** The hosts of the shadow roots around an element, outermost first, then itself. */
const hostsOf = (element: Element): readonly Element[] => {
  const path = [element];
  for (
    let root = element.getRootNode();
    root instanceof ShadowRoot;
    root = path[0]!.getRootNode()
  ) {
    path.unshift(root.host);
  }
  return path;
};

const inOneTree = (a: Element, b: Element): number => {
  if (a === b) return 0;
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING
    ? -1
    : 1;
};

/** Compares by place in the page, shadow trees at the place of their host. */
export const compareComposed = (a: Element, b: Element): number => {
  if (a.getRootNode() === b.getRootNode()) return inOneTree(a, b);
  const [hostsA, hostsB] = [hostsOf(a), hostsOf(b)];
  for (let depth = 0; ; depth++) {
    const [hostA, hostB] = [hostsA[depth], hostsB[depth]];
    if (!hostA || !hostB) return hostA ? 1 : -1;
    if (hostA !== hostB) return inOneTree(hostA, hostB);
  }
};

/** Sorts by place; a list that is in order already costs one pass. */
export const sortComposed = (
  elements: readonly Element[],
): readonly Element[] => {
  const ordered = elements.every(
    (element, index) =>
      index === 0 || compareComposed(elements[index - 1]!, element) <= 0,
  );
  return ordered ? elements : elements.toSorted(compareComposed);
};
