/** A parsed page whose elements know where they stand in its text. */
import {
  type DefaultTreeAdapterTypes as Tree,
  html as namespaces,
  parse,
  parseFragment,
  type Token,
} from 'parse5';

export type Document = Tree.Document;
export type Element = Tree.Element;
export type Node = Tree.ChildNode;
export type Parent = Tree.ParentNode;
export type TextNode = Tree.TextNode;
/** A node of any kind, the document itself included. */
export type AnyNode = Tree.Node;

export const parsePage = (text: string): Document =>
  parse(text, {sourceCodeLocationInfo: true});

/** A page as a reader without JavaScript has it: the content of `<noscript>` counts. */
export const parseWithoutScripts = (text: string): Document =>
  parse(text, {sourceCodeLocationInfo: true, scriptingEnabled: false});

/** HTML that is part of a page, or of Markdown; also without JavaScript. */
export const parsePart = (html: string): Tree.DocumentFragment =>
  parseFragment(html, {sourceCodeLocationInfo: true, scriptingEnabled: false});

export const isElement = (node: AnyNode): node is Element => 'tagName' in node;

export const isText = (node: AnyNode): node is TextNode =>
  node.nodeName === '#text';

export const isComment = (node: AnyNode): node is Tree.CommentNode =>
  node.nodeName === '#comment';

/** What is below a node; nothing for a text. */
export const childrenOf = (node: AnyNode): readonly Node[] =>
  'childNodes' in node ? node.childNodes : [];

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
    if (isEntered(node)) pushChildren(stack, node);
  }
}

export const childElements = (parent: Parent): readonly Element[] =>
  parent.childNodes.filter(isElement);

/**
 * Puts the children of a node on a stack from which the next node in document
 * order is popped. Readers walk with a stack, since elements may be nested
 * deeper than calls can be.
 */
export const pushChildren = (stack: unknown[], parent: AnyNode): void => {
  const children = childrenOf(parent);
  for (let at = children.length - 1; at >= 0; at--) stack.push(children[at]);
};

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
    else pushChildren(stack, node);
  }
  return text;
};

/** A script with data of the page, as `type` says it with or without parameters. */
export const isJsonLd = (element: Element): boolean =>
  element.tagName === 'script' &&
  /^\s*application\/ld\+json\s*(?:;|$)/i.test(attribute(element, 'type') ?? '');

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
