/** A parsed page whose elements know where they stand in its text. */
import {
  type DefaultTreeAdapterTypes as Tree,
  html as namespaces,
  parse,
  type Token,
} from 'parse5';

export type Element = Tree.Element;
export type Node = Tree.ChildNode;
type Parent = Tree.ParentNode;

export const parsePage = (text: string): Tree.Document =>
  parse(text, {sourceCodeLocationInfo: true});

export const isElement = (node: Node | Parent): node is Element =>
  'tagName' in node;

export const isText = (node: Node | Parent): node is Tree.TextNode =>
  node.nodeName === '#text';

/** An element of HTML: those of SVG and MathML may have the same names. */
export const isHtml = (element: Element): boolean =>
  element.namespaceURI === namespaces.NS.HTML;

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((other) => other.name === name)?.value;

export const hasAttribute = (element: Element, name: string): boolean =>
  attribute(element, name) !== undefined;

/** The elements below a node in document order; what is in a `<template>` is not. */
export function* descendants(
  root: Parent,
  isEntered: (element: Element) => boolean = () => true,
): Generator<Element> {
  const stack: Node[] = root.childNodes.toReversed();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue;
    yield node;
    if (!isEntered(node)) continue;
    for (let at = node.childNodes.length - 1; at >= 0; at--)
      stack.push(node.childNodes[at]!);
  }
}

export const childElements = (parent: Parent): readonly Element[] =>
  parent.childNodes.filter(isElement);

/** The elements around an element, the closest first. */
export function* ancestors(element: Element): Generator<Element> {
  let parent = element.parentNode;
  while (parent && isElement(parent)) {
    yield parent;
    parent = parent.parentNode;
  }
}

/** The text of nodes and all below them, as `textContent` has it. */
export const textContent = (nodes: readonly Node[]): string => {
  let text = '';
  const stack = nodes.toReversed();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isText(node)) text += node.value;
    else if (isElement(node))
      for (const child of node.childNodes.toReversed()) stack.push(child);
  }
  return text;
};

/** Where an element stands in the text: its tags, and what is between them. */
export interface Span {
  /** The `<` of the start tag. */
  readonly start: number;
  /** After the start tag. */
  readonly innerStart: number;
  /** The `<` of the end tag. */
  readonly innerEnd: number;
  /** After the end tag. */
  readonly end: number;
}

/** `undefined` for an element whose tags are not both written. */
export const spanOf = (element: Element): Span | undefined => {
  const {startTag, endTag} = element.sourceCodeLocation ?? {};
  return (
    startTag &&
    endTag && {
      start: startTag.startOffset,
      innerStart: startTag.endOffset,
      innerEnd: endTag.startOffset,
      end: endTag.endOffset,
    }
  );
};

export const attributeSpan = (
  element: Element,
  name: string,
): Token.Location | undefined => element.sourceCodeLocation?.attrs?.[name];

/** Line of an element in the page, from 1. */
export const lineOf = (element: Element): number =>
  element.sourceCodeLocation?.startLine ?? 1;

/** The language that an element is in, as its page says. */
export const languageOf = (element: Element): string =>
  attribute(element, 'lang') ??
  [...ancestors(element)]
    .map((other) => attribute(other, 'lang'))
    .find((language) => language !== undefined) ??
  '';

/** Whether it, or an element around it, has an attribute. */
export const isWithin = (element: Element, name: string): boolean =>
  hasAttribute(element, name) ||
  [...ancestors(element)].some((other) => hasAttribute(other, name));
