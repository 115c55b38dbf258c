/** Takes out of an HTML page what is read of it: data, identity, words. */
import {
  type AnyNode,
  attribute,
  childrenOf,
  type Element,
  isElement,
  isJsonLd,
  isText,
  lineOf,
  parsePage,
  textContent,
} from './tree.js';

interface Block {
  readonly text: string;
  readonly line: number;
}

export interface Content {
  readonly blocks: Block[];
  canonical?: string;
  language?: string;
  /** What a reader sees, item by item. */
  readonly visible: string[];
}

const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'head']);

export const contentOf = (html: string): Content => {
  const content: Content = {blocks: [], visible: []};
  const stack: {node: AnyNode; seen: boolean}[] = [
    {node: parsePage(html), seen: true},
  ];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const {node} = next;
    if (isText(node) && next.seen) content.visible.push(node.value);
    if (isElement(node)) readElement(node, content);
    const seen = next.seen && !UNSEEN.has(node.nodeName);
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at--) {
      stack.push({node: children[at]!, seen});
    }
  }
  return content;
};

const readElement = (element: Element, content: Content) => {
  if (element.tagName === 'html') {
    const language = attribute(element, 'lang');
    if (language) content.language = language;
  } else if (
    element.tagName === 'link' &&
    attribute(element, 'rel') === 'canonical'
  ) {
    const address = attribute(element, 'href');
    if (address) content.canonical ??= address;
  } else if (isJsonLd(element)) {
    content.blocks.push({
      text: textContent(element.childNodes),
      line: lineOf(element),
    });
  }
};
