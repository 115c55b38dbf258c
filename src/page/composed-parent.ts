/** The element around this one, out of shadow roots too. */
export const composedParent = (element: Element): Element | null => {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

/**
 * Whether an element stands in a card or an area, which describes all of its
 * content to machines.
 */
export const isInsideEntry = (element: Element): boolean =>
  element.parentElement?.closest('term-area,term-card') != null;
