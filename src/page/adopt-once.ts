import type {LazySheet} from './plain-css.js';

/**
 * Adds a style sheet to this document or a shadow root in it, once. Other
 * documents do not adopt sheets of this one.
 */
export const adoptOnce = (
  root: Node,
  {styleSheet}: Partial<LazySheet>,
): void => {
  if (!styleSheet || !(root instanceof Document || root instanceof ShadowRoot))
    return;
  if ((root.ownerDocument ?? root) !== document) return;
  if (!root.adoptedStyleSheets.includes(styleSheet))
    root.adoptedStyleSheets.push(styleSheet);
};
