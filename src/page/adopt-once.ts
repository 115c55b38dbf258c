import type {LazySheet} from './plain-css.js';

/** Adds a style sheet to a document or a shadow root, once. */
export const adoptOnce = (
  root: Node,
  {styleSheet}: Partial<LazySheet>,
): void => {
  if (!styleSheet || !(root instanceof Document || root instanceof ShadowRoot))
    return;
  if (!root.adoptedStyleSheets.includes(styleSheet))
    root.adoptedStyleSheets.push(styleSheet);
};
