/** What a page says in its head that prerendering has to know. */
import {MARK} from 'term-elements/prerendering';
import {
  attribute,
  descendants,
  type Element,
  hasAttribute,
  isElement,
  isHtml,
  isText,
  type Node,
  type parsePage,
} from '../../documents/html/tree.js';

type Document = ReturnType<typeof parsePage>;

const hasToken = (value: string | undefined, token: string): boolean =>
  value?.toLowerCase().split(/\s+/).includes(token) === true;

/** A link to our style sheet that prerendering wrote. */
export const isOwnLink = (element: Element): boolean =>
  element.tagName === 'link' && hasAttribute(element, MARK);

export interface Head {
  /** What relative addresses are resolved against. */
  readonly base: string;
  /** What the page calls itself: its canonical address, else its own. */
  readonly address: string;
  /** The `<link rel="glossary">`s. */
  readonly glossaries: readonly Element[];
  readonly hasStylesheet: boolean;
  /** Offset before which a style sheet of ours goes: any rule of the page wins. */
  readonly stylesAt: number;
  /** Offset of the end of the head. */
  readonly end: number;
}

const resolve = (address: string, base: string): string => {
  try {
    return new URL(address, base).href;
  } catch {
    return base;
  }
};

const startOf = (element: Element | undefined): number | undefined =>
  element?.sourceCodeLocation?.startOffset;

const endOfNode = (node: Node): number => {
  const place = node.sourceCodeLocation;
  const start = place && 'startTag' in place ? place.startTag : undefined;
  // One whose end is not written ends where the parser says.
  return (node.nodeName === 'html' ? start : place)?.endOffset ?? 0;
};

/**
 * Where a text begins that is the first thing of the body. The parser's own
 * word for it is wrong where white space and then a character reference is.
 */
const startOfText = (
  page: string,
  document: Document,
  head: Element | undefined,
): number => {
  const html = document.childNodes.find(isElement)!;
  const before = [
    ...document.childNodes.slice(0, document.childNodes.indexOf(html) + 1),
    ...(head?.childNodes ?? []),
  ]
    .filter((node) => !isText(node))
    .map(endOfNode);
  const headTag = head?.sourceCodeLocation?.startTag?.endOffset ?? 0;
  let at = Math.max(headTag, ...before);
  while (/[\t\n\f\r ]/.test(page.charAt(at))) at++;
  return at;
};

/** Where the head ends, also where neither it nor the body has tags. */
const endOf = (document: Document, page: string): number => {
  const html = document.childNodes.find(isElement)!;
  const parts = html.childNodes.filter(isElement);
  const head = parts.find(({tagName}) => tagName === 'head');
  const body = parts.find(({tagName}) => tagName !== 'head');
  const end = head?.sourceCodeLocation?.endTag?.startOffset;
  if (end !== undefined) return end;
  const first = body?.childNodes.find(
    ({sourceCodeLocation}) => sourceCodeLocation,
  );
  const start =
    startOf(body) ?? first?.sourceCodeLocation?.startOffset ?? page.length;
  return first && isText(first)
    ? Math.min(start, startOfText(page, document, head))
    : start;
};

/**
 * Reads the head of a page.
 *
 * @param url Absolute address of the page.
 * @param page Its text.
 */
export const readHead = (
  document: Document,
  url: string,
  page: string,
): Head => {
  const all = [...descendants(document)].filter(isHtml);
  const links = all.filter(({tagName}) => tagName === 'link');
  const hrefOf = (element: Element) => attribute(element, 'href')?.trim();
  const baseElement = all.find(
    (element) => element.tagName === 'base' && hrefOf(element) !== undefined,
  );
  const base = resolve((baseElement && hrefOf(baseElement)) ?? '', url);
  const canonical = links.find(
    (link) => hasToken(attribute(link, 'rel'), 'canonical') && hrefOf(link),
  );
  const address = new URL(canonical ? resolve(hrefOf(canonical)!, base) : url);
  address.hash = '';
  const end = endOf(document, page);
  const sheets = links.filter(
    (link) =>
      hasToken(attribute(link, 'rel'), 'stylesheet') && !isOwnLink(link),
  );
  const firstRule = all.find(
    (element) =>
      sheets.includes(element) ||
      element.tagName === 'style' ||
      (element.tagName === 'script' && !hasAttribute(element, MARK)),
  );
  return {
    base,
    address: address.href,
    glossaries: links.filter(
      (link) => hasToken(attribute(link, 'rel'), 'glossary') && hrefOf(link),
    ),
    hasStylesheet: sheets.some((sheet) =>
      /(?:^|\/)term-elements\.css(?:[?#]|$)/.test(hrefOf(sheet) ?? ''),
    ),
    stylesAt: Math.min(startOf(firstRule) ?? end, end),
    end,
  };
};
