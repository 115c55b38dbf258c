/** The structured data of a page as its HTML has it. */
import {MARK} from 'term-elements/prerendering';
import {
  markupTypes,
  readJsonLd,
  type JsonLdNode,
} from 'term-elements/structured-data';
import {
  ancestors,
  attribute,
  descendants,
  type Element,
  hasAttribute,
  isElement,
  isText,
  lineOf,
  type Node,
  parsePage,
  textContent,
} from '../documents/html/tree.js';

/** How a page states its data. */
type Syntax = 'JSON-LD' | 'microdata' | 'RDFa';

/** A top-level node of a page. */
export interface StatedNode {
  readonly syntax: Syntax;
  /** Its types, as it names them. */
  readonly types: readonly string[];
  /** Of microdata and RDFa, only the types are read. */
  readonly node: JsonLdNode | undefined;
  /** What a node inside a `@graph` inherits, too. */
  readonly context: unknown;
  /** Whether an element of this library wrote it. */
  readonly isOurs: boolean;
  readonly line: number;
}

/** What a page says of itself. */
export interface PageData {
  readonly nodes: readonly StatedNode[];
  /** Lines of JSON-LD scripts that are not JSON. */
  readonly faulty: readonly number[];
  /** The `<link rel="canonical">`s, as they are written. */
  readonly canonical: readonly {readonly href: string; readonly line: number}[];
  /** What readers can see, without any space. */
  readonly visible: string;
}

const isJsonLd = (element: Element): boolean =>
  element.tagName === 'script' &&
  /^\s*application\/ld\+json\s*(?:;|$)/i.test(attribute(element, 'type') ?? '');

const isNode = (value: unknown): value is JsonLdNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typesIn = ({'@type': types}: JsonLdNode): readonly string[] =>
  [types].flat().filter((type) => typeof type === 'string');

/** The nodes at the top of a value, those of a `@graph` with its context. */
const topNodes = (
  value: unknown,
  context?: unknown,
): readonly {node: JsonLdNode; context: unknown}[] => {
  if (Array.isArray(value))
    return value.flatMap((item) =>
      isNode(item) ? topNodes(item, context) : [],
    );
  if (!isNode(value)) return [];
  const own = value['@context'] ?? context;
  const {'@graph': graph} = value;
  if (!Array.isArray(graph)) return [{node: value, context: own}];
  return graph.flatMap((item) => (isNode(item) ? topNodes(item, own) : []));
};

export const readPageData = (html: string): PageData => {
  const document = parsePage(html);
  const elements = [...descendants(document)];
  const faulty: number[] = [];
  const nodes = elements.flatMap((element): readonly StatedNode[] => {
    const line = lineOf(element);
    if (!isJsonLd(element)) return markupNodes(element, line);
    const value = readJsonLd(textContent(element.childNodes));
    if (value === undefined) faulty.push(line);
    const isOurs = hasAttribute(element, MARK);
    return topNodes(value).map(({node, context}) => ({
      syntax: 'JSON-LD',
      types: typesIn(node),
      node,
      context,
      isOurs,
      line,
    }));
  });
  const canonical = elements.flatMap((element) => {
    const rel = attribute(element, 'rel')?.toLowerCase().split(/\s+/);
    const href = attribute(element, 'href')?.trim();
    return element.tagName === 'link' && rel?.includes('canonical') && href
      ? [{href, line: lineOf(element)}]
      : [];
  });
  return {nodes, faulty, canonical, visible: visibleText(document.childNodes)};
};

/** Items inside others are parts of them. */
const isInside = (element: Element, name: string): boolean =>
  hasAttribute(element, 'itemprop') || hasAttribute(element, 'property')
    ? [...ancestors(element)].some((around) => hasAttribute(around, name))
    : false;

const markupNodes = (element: Element, line: number): readonly StatedNode[] => {
  const of = (
    syntax: Syntax,
    name: string,
    types: readonly string[],
  ): readonly StatedNode[] => {
    const single = types.filter((type) =>
      /^(?:FAQPage|BreadcrumbList)$/.test(type),
    );
    // Of parts, only those count of which a page has one.
    const counted = isInside(element, name) ? single : types;
    return counted.length
      ? [
          {
            syntax,
            types: counted,
            node: undefined,
            context: undefined,
            isOurs: false,
            line,
          },
        ]
      : [];
  };
  const itemtype = attribute(element, 'itemtype');
  const rdfa = attribute(element, 'typeof');
  if (itemtype === undefined && rdfa === undefined) return [];
  const vocab = [element, ...ancestors(element)]
    .map((around) => attribute(around, 'vocab'))
    .find((value) => value !== undefined);
  return [
    ...(hasAttribute(element, 'itemscope')
      ? of('microdata', 'itemscope', markupTypes({itemtype}))
      : []),
    ...of('RDFa', 'typeof', markupTypes({typeof: rdfa, vocab})),
  ];
};

const UNSEEN = /^(?:script|style|template|noscript|head|title)$/;

/** What a reader cannot get to see; closed `<details>` are opened. */
const isHidden = (element: Element): boolean =>
  UNSEEN.test(element.tagName) ||
  (hasAttribute(element, 'hidden') &&
    attribute(element, 'hidden') !== 'until-found') ||
  (element.tagName === 'dialog' && !hasAttribute(element, 'open')) ||
  /(?:^|;)\s*display\s*:\s*none/i.test(attribute(element, 'style') ?? '');

/** A text without spaces, as words are put together by markup in many ways. */
export const withoutSpaces = (text: string): string => text.replace(/\s+/g, '');

const visibleText = (nodes: readonly Node[]): string => {
  const texts: string[] = [];
  const stack = nodes.toReversed();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isText(node)) texts.push(node.value);
    else if (isElement(node) && !isHidden(node))
      stack.push(...node.childNodes.toReversed());
  }
  return withoutSpaces(texts.join(''));
};
