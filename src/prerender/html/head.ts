/** What a page says in its head that prerendering has to know. */
import {MARK} from '../../structured-data/host-types.js';
import {
  attribute,
  descendants,
  type Element,
  hasAttribute,
  isElement,
  isHtml,
  type parsePage,
} from './tree.js';

type Document = ReturnType<typeof parsePage>;

const hasToken = (value: string | undefined, token: string): boolean =>
  value?.toLowerCase().split(/\s+/).includes(token) === true;

/** A link to our style sheet that prerendering wrote. */
export const isOwnLink = (element: Element): boolean =>
  element.tagName === 'link' && hasAttribute(element, MARK);

export interface Head {
  /** What relative addresses are resolved against. */
  readonly base: string;
  /** What the page calls itself: the base of its structured data. */
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

/** Where the head ends, also where neither it nor the body has tags. */
const endOf = (html: Element, length: number): number => {
  const parts = html.childNodes.filter(isElement);
  const head = parts.find(({tagName}) => tagName === 'head');
  const body = parts.find(({tagName}) => tagName !== 'head');
  const end = head?.sourceCodeLocation?.endTag?.startOffset;
  if (end !== undefined) return end;
  const first = body?.childNodes.find(
    ({sourceCodeLocation}) => sourceCodeLocation,
  );
  return startOf(body) ?? first?.sourceCodeLocation?.startOffset ?? length;
};

/**
 * Reads the head of a page.
 *
 * @param url Absolute address of the page.
 * @param length Of its text.
 */
export const readHead = (
  document: Document,
  url: string,
  length: number,
): Head => {
  const html = document.childNodes.find(isElement)!;
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
  const address = new URL(canonical ? resolve(hrefOf(canonical)!, base) : base);
  address.hash = '';
  const end = endOf(html, length);
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
