/** Takes out of an HTML page what is read of it: data, identity, words. */
import {type DefaultTreeAdapterMap, parse} from 'parse5';

type HtmlNode = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

interface Block {
  readonly text: string;
  readonly line: number;
}

export interface Content {
  readonly blocks: Block[];
  canonical?: string;
  language?: string;
  /** What a reader sees, piece by piece. */
  readonly visible: string[];
}

const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'head']);

export const contentOf = (html: string): Content => {
  const content: Content = {blocks: [], visible: []};
  const stack: {node: HtmlNode; seen: boolean}[] = [
    {node: parse(html, {sourceCodeLocationInfo: true}), seen: true},
  ];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const {node} = next;
    if ('value' in node && next.seen) content.visible.push(node.value);
    if ('tagName' in node) readElement(node, content);
    const seen = next.seen && !UNSEEN.has(node.nodeName);
    const children = 'childNodes' in node ? node.childNodes : [];
    for (let at = children.length - 1; at >= 0; at--) {
      stack.push({node: children[at]!, seen});
    }
  }
  return content;
};

const readElement = (element: Element, content: Content) => {
  const attribute = (name: string) =>
    element.attrs.find((other) => other.name === name)?.value;
  if (element.tagName === 'html') {
    const language = attribute('lang');
    if (language) content.language = language;
  } else if (element.tagName === 'link' && attribute('rel') === 'canonical') {
    const address = attribute('href');
    if (address) content.canonical ??= address;
  } else if (
    element.tagName === 'script' &&
    attribute('type')?.trim().toLowerCase() === 'application/ld+json'
  ) {
    content.blocks.push({
      text: element.childNodes
        .map((child) => ('value' in child ? child.value : ''))
        .join(''),
      line: element.sourceCodeLocation?.startLine ?? 1,
    });
  }
};
