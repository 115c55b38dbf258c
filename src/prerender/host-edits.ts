/** Writes content into the text of a page, at the place of its element. */
import type MagicString from 'magic-string';
import {parseFragment} from 'parse5';
import type {Content} from './content.js';
import {
  ancestors,
  attributeSpan,
  childElements,
  type Element,
  hasAttribute,
  type Node,
  spanOf,
} from './html/tree.js';

const KEY = 'prerendered';
const NODES = 'data-nodes';

/** What stays outside the `<template>`: the page needs it to be there. */
const isBeside = ({tagName}: Element): boolean =>
  tagName === 'script' || tagName === 'style' || tagName === 'link';

/** What is inside an element: what we wrote, and what the author did. */
export interface Inside {
  /** What prerendering wrote before. */
  readonly content: Element | undefined;
  /** The author's markup. */
  readonly own: readonly Node[];
}

/** Reads what is inside; of a prerendered element, what its template keeps. */
export const insideOf = (host: Element): Inside => {
  if (!hasAttribute(host, KEY))
    return {content: undefined, own: host.childNodes};
  const children = childElements(host);
  const template = keptTemplate(host);
  return {
    content: children.find(
      (child) => !isBeside(child) && child.tagName !== 'template',
    ),
    own:
      template && 'content' in template
        ? (template as {content: {childNodes: readonly Node[]}}).content
            .childNodes
        : [],
  };
};

const keptTemplate = (host: Element): Element | undefined => {
  const last = childElements(host).at(-1);
  return last?.tagName === 'template' ? last : undefined;
};

/** Elements in which the parser ends a paragraph when a block begins. */
const PARAGRAPH_ENDS =
  /^(?:applet|button|caption|html|marquee|object|table|td|template|th)$/;

/**
 * Why content cannot stand in the place of an element: the parser would move
 * it, and the page would come apart.
 */
export const misplaced = (host: Element): string | undefined => {
  if (!spanOf(host)) return 'it has no end tag';
  let isInParagraph = true;
  for (const {tagName} of ancestors(host)) {
    if (tagName === 'p' && isInParagraph)
      return 'it is inside <p>, where HTML has no room for blocks; use <div>';
    if (tagName === 'a' || tagName === 'button')
      return `it is inside <${tagName}>, and has links of its own`;
    if (PARAGRAPH_ENDS.test(tagName)) isInParagraph = false;
  }
  return undefined;
};

/** Whether markup stays whole inside a `<template>`. */
const isKeepable = (markup: string): boolean => {
  const {childNodes} = parseFragment(`<template>${markup}</template>`);
  return childNodes.length === 1;
};

const quoted = (value: string): string =>
  `'${value.replaceAll('&', '&amp;').replaceAll("'", '&#39;')}'`;

/** What is inside an element, in the bytes of the page. */
interface Bytes {
  /** Scripts and styles. */
  readonly beside: string;
  readonly rest: string;
}

/** The edits of one page. */
export class HostEdits {
  constructor(
    readonly page: string,
    readonly edits: MagicString,
  ) {}

  /**
   * Writes what an element shows; the author's markup goes into a template.
   *
   * @param places Its part of the page's structured data.
   * @returns Whether it could be: a stray end tag would let the markup out.
   */
  write(host: Element, {html, key}: Content, places: string): boolean {
    if (html !== undefined) {
      const inside = this.#inside(host, html);
      if (inside === undefined) return false;
      this.#replaceInside(host, inside);
    }
    this.#removeAttributes(host);
    const attributes = [
      key && ` ${KEY}=${quoted(JSON.stringify(key))}`,
      key && places && ` ${NODES}="${places}"`,
    ];
    const text = attributes.filter(Boolean).join('');
    if (text) this.edits.appendLeft(spanOf(host)!.innerStart - 1, text);
    return true;
  }

  /** Takes away what was written before, where there is nothing to write any more. */
  restore(host: Element): void {
    if (!hasAttribute(host, KEY) || !spanOf(host)) return;
    const template = keptTemplate(host);
    const span = template && spanOf(template);
    const {innerStart, innerEnd} = spanOf(host)!;
    const without = this.#withoutContent(host);
    const inside = span
      ? without(innerStart, span.start) +
        this.page.slice(span.innerStart, span.innerEnd) +
        without(span.end, innerEnd)
      : without(innerStart, innerEnd);
    this.#replaceInside(host, inside);
    this.#removeAttributes(host);
  }

  /** Puts a link around what a tip has inside. */
  link(tip: Element, url: string): void {
    const {innerStart, innerEnd} = spanOf(tip)!;
    const href = url.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    this.edits.appendLeft(innerStart, `<a href="${href}">`);
    this.edits.appendRight(innerEnd, '</a>');
  }

  /** What an element has inside once its content is written. */
  #inside(host: Element, html: string): string | undefined {
    const {innerStart, innerEnd} = spanOf(host)!;
    if (hasAttribute(host, KEY))
      return html + this.#withoutContent(host)(innerStart, innerEnd);
    const {beside, rest} = this.#bytes(host);
    if (!rest.trim()) return html + this.page.slice(innerStart, innerEnd);
    return isKeepable(rest)
      ? `${html}${beside}<template>${rest}</template>`
      : undefined;
  }

  /** The bytes of a part of the page, what was written before taken out. */
  #withoutContent(host: Element): (start: number, end: number) => string {
    const {startOffset = -1, endOffset = -1} =
      insideOf(host).content?.sourceCodeLocation ?? {};
    return (start, end) =>
      startOffset < start || endOffset > end
        ? this.page.slice(start, end)
        : this.page.slice(start, startOffset) + this.page.slice(endOffset, end);
  }

  #bytes(host: Element): Bytes {
    const {innerStart, innerEnd} = spanOf(host)!;
    let beside = '';
    let rest = '';
    let at = innerStart;
    for (const child of childElements(host).filter(isBeside)) {
      const {startOffset, endOffset} = child.sourceCodeLocation!;
      rest += this.page.slice(at, startOffset);
      beside += this.page.slice(startOffset, endOffset);
      at = endOffset;
    }
    return {beside, rest: rest + this.page.slice(at, innerEnd)};
  }

  #replaceInside(host: Element, inside: string): void {
    const {innerStart, innerEnd} = spanOf(host)!;
    if (innerStart < innerEnd) this.edits.update(innerStart, innerEnd, inside);
    else this.edits.appendLeft(innerStart, inside);
  }

  #removeAttributes(host: Element): void {
    for (const name of [KEY, NODES]) {
      const place = attributeSpan(host, name);
      if (place) this.edits.remove(place.startOffset - 1, place.endOffset);
    }
  }
}
