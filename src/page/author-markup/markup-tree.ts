/**
 * Reads what authors write into our elements, over any tree: the DOM in a page,
 * that of a parser when prerendering. Pure.
 */
import {PRERENDERED} from '../content-contract.js';

/** How a tree is read. */
export interface MarkupTree<Node> {
  /** Local name of an element; `#text` and the like for other nodes. */
  readonly name: (node: Node) => string;
  /** An attribute of an element; `undefined` if it is absent. */
  readonly attribute: (element: Node, name: string) => string | undefined;
  readonly children: (element: Node) => Iterable<Node>;
  /** What is in a `<template>`. */
  readonly contents: (template: Node) => Iterable<Node>;
  /** The text of a node and all below it, as `textContent` has it. */
  readonly text: (node: Node) => string;
}

/** Markup is read to this depth, which also bounds the recursion. */
export const DEEPEST_MARKUP = 200;

/** Elements whose text is never on screen. */
const UNREAD = /^(?:script|style|template|noscript)$/;

/** Elements that begin a line, or a cell, of their own. */
const APART =
  /^(?:address|article|aside|blockquote|br|caption|center|d[dlt]|details|dialog|div|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|legend|li|main|menu|nav|ol|p|pre|search|section|summary|t[dhr]|table|ul)$/;

export const isElement = <Node>(tree: MarkupTree<Node>, node: Node): boolean =>
  !tree.name(node).startsWith('#');

/** Whether an element is hidden from readers, or its text is not prose. */
export const isUnread = <Node>(
  tree: MarkupTree<Node>,
  element: Node,
): boolean =>
  UNREAD.test(tree.name(element)) ||
  tree.attribute(element, 'aria-hidden') === 'true' ||
  tree.attribute(element, 'hidden') !== undefined;

/** What the author wrote into an element, also if prerendered content has its place. */
export const authorNodes = <Node>(
  tree: MarkupTree<Node>,
  element: Node,
): readonly Node[] => {
  const children = [...tree.children(element)];
  if (tree.attribute(element, PRERENDERED) === undefined) return children;
  const template = children.findLast(
    (child) => tree.name(child) === 'template',
  );
  return template === undefined ? [] : [...tree.contents(template)];
};

/** The elements among the nodes that the author wrote into an element. */
export const authorElements = <Node>(
  tree: MarkupTree<Node>,
  element: Node,
): readonly Node[] =>
  authorNodes(tree, element).filter((node) => isElement(tree, node));

const rawName = <Node>(
  tree: MarkupTree<Node>,
  node: Node,
  isLeftOut: (name: string) => boolean,
  depth: number,
): string => {
  const name = tree.name(node);
  if (name === '#text') return tree.text(node);
  if (
    !isElement(tree, node) ||
    depth > DEEPEST_MARKUP ||
    isLeftOut(name) ||
    isUnread(tree, node)
  )
    return '';
  const label = tree.attribute(node, 'aria-label');
  if (label?.trim()) return label;
  if (name === 'img') return tree.attribute(node, 'alt') ?? '';
  const nodes = authorNodes(tree, node);
  const inside =
    name === 'svg'
      ? nodes
          .filter((child) => tree.name(child) === 'title')
          .map((title) => tree.text(title))
      : nodes.map((child) => rawName(tree, child, isLeftOut, depth + 1));
  const text = inside.join('');
  if (!text.trim()) return tree.attribute(node, 'title') ?? text;
  return APART.test(name) ? ` ${text} ` : text;
};

/**
 * The name of nodes as a reader gets it, in short the accessible name: labels
 * and the alternatives of pictures count, what is hidden from readers does not.
 *
 * @param isLeftOut Elements, by name, that do not belong to it.
 * @see https://www.w3.org/TR/accname-1.2/
 */
export const readName = <Node>(
  tree: MarkupTree<Node>,
  nodes: readonly Node[],
  isLeftOut: (name: string) => boolean = () => false,
): string =>
  nodes
    .map((node) => rawName(tree, node, isLeftOut, 0))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
