interface Caret {
  readonly node: Node;
  readonly offset: number;
}

/**
 * The place in a text that is closest to a point, which may be far from it. In
 * a shadow root only engines find it that take the root as an option.
 */
export const caretAt = (
  target: Element,
  x: number,
  y: number,
): Caret | undefined => {
  const document = target.ownerDocument as Partial<Document> & Document;
  const root = target.getRootNode();
  const shadowRoots = root instanceof ShadowRoot ? [root] : [];
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y, {shadowRoots});
    return caret ? {node: caret.offsetNode, offset: caret.offset} : undefined;
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range
    ? {node: range.startContainer, offset: range.startOffset}
    : undefined;
};
