import {absoluteAddress} from '../glossary/address.js';
import {escapeHtml} from '../rich-text/to-html.js';

/** Elements that `Answer.text` may hold. */
const ALLOWED = /^(h[1-6]|br|ol|ul|li|a|p|div|b|strong|i|em)$/;
const UNSEEN = /^(script|style|template|noscript)$/;

const spaced = (text: string) => text.replace(/\s+/g, ' ');

/** A tip, or the link that a prerenderer puts into one: the words are the author's, the rest is not. */
const AROUND = 'term-tip, a[data-term-link]';

const unwrapped = (nodes: readonly Node[]): readonly Node[] =>
  nodes.flatMap((node) =>
    node instanceof Element && node.matches(AROUND)
      ? unwrapped([...node.childNodes])
      : node,
  );

/** What the author wrote into an element, also where a prerenderer has put its content there. */
const authorNodes = (element: Element): readonly Node[] => {
  if (!element.hasAttribute('prerendered')) return [...element.childNodes];
  const kept = element.querySelector<HTMLTemplateElement>(':scope > template');
  return [...(kept?.content.childNodes ?? [])];
};

const htmlOf = (node: Node): string => {
  if (node instanceof Text) return escapeHtml(spaced(node.data));
  if (!(node instanceof Element) || UNSEEN.test(node.localName)) return '';
  const inner = authorNodes(node).map(htmlOf).join('');
  const name = node.localName;
  if (name === 'dd') return `<p>${inner.trim()}</p>`;
  if (!ALLOWED.test(name) || node.matches(AROUND)) return inner;
  if (name === 'br') return '<br>';
  if (name !== 'a') return `<${name}>${inner.trim()}</${name}>`;
  const address = absoluteAddress(
    node.getAttribute('href') ?? '',
    node.baseURI,
  );
  return address === undefined
    ? inner
    : `<a href="${escapeHtml(address)}">${inner}</a>`;
};

const isPlain = (nodes: readonly Node[]): boolean => {
  const elements = unwrapped(nodes).filter((node) => node instanceof Element);
  const [only] = elements;
  return (
    !only ||
    (elements.length === 1 &&
      /^(p|div|dd)$/.test(only.localName) &&
      !unwrapped([...only.childNodes]).some((node) => node instanceof Element))
  );
};

/**
 * An author's nodes for `Answer.text`: text where the markup says nothing,
 * else the HTML that an answer may hold.
 */
export const answerMarkup = (nodes: readonly Node[]): string =>
  isPlain(nodes)
    ? spaced(nodes.map((node) => node.textContent).join('')).trim()
    : nodes.map(htmlOf).join('').trim();
