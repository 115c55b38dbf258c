/**
 * The next tip of a page before or behind an element, in the order of the
 * document; out of shadow roots, but not into others.
 */
export const tipBeside = (
  element: Element,
  isBefore: boolean,
): HTMLElement | undefined => {
  for (let from = element; ;) {
    const root = from.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot))
      return undefined;
    const tips = root.querySelectorAll<HTMLElement>('term-tip');
    // The first that is behind the element.
    let low = 0;
    for (let high = tips.length; low < high;) {
      const middle = (low + high) >> 1;
      const place = from.compareDocumentPosition(tips[middle]!);
      if (place & Node.DOCUMENT_POSITION_FOLLOWING) high = middle;
      else low = middle + 1;
    }
    let index = isBefore ? low - 1 : low;
    if (isBefore && tips[index] === from) index--;
    const tip = tips[index];
    if (tip) return tip;
    if (root instanceof Document) return undefined;
    from = root.host;
  }
};
