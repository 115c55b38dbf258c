import type {LazySheet} from './plain-css.js';

/** A style of Lit or of ours; `css` of Lit types its sheet as optional. */
export type Style = Partial<LazySheet> & Pick<LazySheet, 'cssText'>;

/** Styles that were added to a root after it was made. */
const added = new WeakMap<ShadowRoot, Set<Style>>();

/** Sheets of other documents, by their text. */
const copies = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/**
 * The sheet of a style for a document: a constructed sheet belongs to the
 * document whose window made it, and no other adopts it. `undefined` in a
 * document that is not shown.
 */
const sheetIn = (
  owner: Document,
  {styleSheet, cssText}: Style,
): CSSStyleSheet | undefined => {
  if (owner === document) return styleSheet;
  if (!owner.defaultView) return undefined;
  const known = copies.get(owner) ?? new Map<string, CSSStyleSheet>();
  copies.set(owner, known);
  let copy = known.get(cssText);
  if (!copy) {
    copy = new owner.defaultView.CSSStyleSheet();
    copy.replaceSync(cssText);
    known.set(cssText, copy);
  }
  return copy;
};

const adopt = (root: ShadowRoot, style: Style): void => {
  const sheet = sheetIn(root.ownerDocument, style);
  if (sheet && !root.adoptedStyleSheets.includes(sheet))
    root.adoptedStyleSheets.push(sheet);
};

/** Adds a style to the root of a `StyledElement`, once; it follows the element as its own styles do. */
export const addStyle = (root: Node | ShadowRoot, style: Style): void => {
  // Not `instanceof`: one that begins in a frame may be of that frame's window.
  if (!('adoptedStyleSheets' in root)) return;
  const styles = added.get(root);
  if (styles) styles.add(style);
  else added.set(root, new Set([style]));
  adopt(root, style);
};

/** Adopts the styles of an element, and those that were added, in the document where it is. */
export const adoptAll = (root: ShadowRoot, styles: readonly Style[]): void => {
  for (const style of [...styles, ...(added.get(root) ?? [])])
    adopt(root, style);
};
