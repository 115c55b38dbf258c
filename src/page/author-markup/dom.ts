import type {MarkupTree} from './markup-tree.js';

/** The tree of a page. */
export const domTree: MarkupTree<Node> = {
  name: (node) => (node as Partial<Element>).localName ?? node.nodeName,
  attribute: (element, name) =>
    (element as Element).getAttribute(name) ?? undefined,
  children: ({childNodes}) => childNodes,
  contents: (template) => (template as HTMLTemplateElement).content.childNodes,
  text: ({textContent}) => textContent ?? '',
};
