import {escapeHtml} from '../rich-text/escape-html.js';

/** A node of an answer: text, or an element with what its author wrote into it. */
export type AnswerNode = string | AnswerElement;

export interface AnswerElement {
  /** Local name, in lower case. */
  readonly name: string;
  /** Absolute address of a link that leads somewhere. */
  readonly href?: string | undefined;
  readonly nodes: readonly AnswerNode[];
}

/** Elements that `Answer.text` may hold. */
const ALLOWED = /^(?:h[1-6]|br|ol|ul|li|a|p|div|b|strong|i|em)$/;

const UNSEEN = /^(?:script|style|template|noscript)$/;

/** Elements that begin a line of their own, and that an answer may not hold. */
const BLOCKS =
  /^(?:address|article|aside|blockquote|center|dd|details|dialog|dt|fieldset|figcaption|figure|footer|form|header|hgroup|legend|main|menu|nav|pre|search|section|summary|caption|tr)$/;

/** Contain blocks, and are not visible themselves. */
const GROUPS = /^(?:table|thead|tbody|tfoot|colgroup|dl)$/;

const CELL = /^(?:td|th)$/;

const BLOCK_MARKUP = /<(?:h[1-6]|ol|ul|li|p|div)\b/;

const spaced = (text: string): string => text.replace(/\s+/g, ' ');

/** A line of its own, in an element that may contain what it contains. */
const block = (inner: string): string => {
  const text = inner.trim();
  if (!text) return '';
  return BLOCK_MARKUP.test(text) ? `<div>${text}</div>` : `<p>${text}</p>`;
};

const INLINE = /^(?:b|strong|i|em)$/;

const isCell = (node: AnswerNode): boolean =>
  typeof node !== 'string' && CELL.test(node.name);

const rowOf = ({nodes}: AnswerElement): string =>
  nodes
    .filter(isCell)
    .map((cell) => htmlOf(cell).trim())
    .join(' ');

const htmlOf = (node: AnswerNode): string => {
  if (typeof node === 'string') return escapeHtml(spaced(node));
  const {name, nodes, href} = node;
  if (UNSEEN.test(name)) return '';
  if (name === 'br') return '<br>';
  if (name === 'tr') return block(rowOf(node));
  // White space between rows is not on screen.
  const isGroup = GROUPS.test(name);
  const shown = isGroup
    ? nodes.filter((child) => typeof child !== 'string' || child.trim())
    : nodes;
  const inner = shown.map(htmlOf).join('');
  if (BLOCKS.test(name)) return block(inner);
  if (!ALLOWED.test(name)) return inner;
  // White space at the edge of inline elements is on screen.
  if (INLINE.test(name)) return `<${name}>${inner}</${name}>`;
  if (name !== 'a') return `<${name}>${inner.trim()}</${name}>`;
  return href === undefined
    ? inner
    : `<a href="${escapeHtml(href)}">${inner}</a>`;
};

const isElement = (node: AnswerNode): node is AnswerElement =>
  typeof node !== 'string';

const isPlain = (nodes: readonly AnswerNode[]): boolean => {
  const elements = nodes.filter(isElement);
  const [only] = elements;
  if (!only) return true;
  // A text beside a block is a line of its own.
  if (
    elements.length > 1 ||
    nodes.some((node) => !isElement(node) && node.trim())
  )
    return false;
  const {name, nodes: inside} = only;
  return (
    (name === 'p' || name === 'div' || BLOCKS.test(name)) &&
    !inside.some(isElement)
  );
};

const textOf = (node: AnswerNode): string =>
  typeof node === 'string' ? node : node.nodes.map(textOf).join('');

/**
 * An answer for `Answer.text`: text where the markup means nothing, else the
 * HTML that an answer may hold. Words that are separate on screen stay
 * separate: a table becomes a line for each row, with a space between its
 * cells, and other blocks become paragraphs.
 */
export const answerHtml = (nodes: readonly AnswerNode[]): string =>
  isPlain(nodes)
    ? spaced(nodes.map(textOf).join('')).trim()
    : nodes.map(htmlOf).join('').trim();
