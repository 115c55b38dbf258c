/** Writes content into the text of a page, at the place of its element. */
import type MagicString from 'magic-string';
import {parseFragment} from 'parse5';
import {
  keyText,
  NODES,
  PRERENDERED,
  TIP_LINK,
} from 'term-elements/prerendering';
import type {Content} from './shown-element.js';
import {
  ancestors,
  attributeSpan,
  childElements,
  type Element,
  hasAttribute,
  isElement,
  type Node,
  spanOf,
} from '../documents/html/tree.js';

/** The link that was put around the words of a tip. */
export const ownLink = (tip: Element): Element | undefined => {
  const [only, ...others] = tip.childNodes;
  return only &&
    !others.length &&
    isElement(only) &&
    hasAttribute(only, TIP_LINK)
    ? only
    : undefined;
};

/** What stays outside the `<template>`: the page needs it to be there. */
const isBeside = ({tagName}: Element): boolean =>
  tagName === 'script' || tagName === 'style' || tagName === 'link';

/**
 * The content of an element: what prerendering wrote, and what the author did.
 */
export interface Inside {
  /** What prerendering wrote before. */
  readonly content: Element | undefined;
  /** The author's markup. */
  readonly own: readonly Node[];
}

/** Whether an element has been prerendered before. */
export const isPrerendered = (host: Element): boolean =>
  hasAttribute(host, PRERENDERED);

/** Reads what is inside; of a prerendered element, what its template keeps. */
export const insideOf = (host: Element): Inside => {
  if (!hasAttribute(host, PRERENDERED))
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
 * Why content cannot be put into an element: the parser would move it out, and
 * break the page.
 */
export const misplaced = (host: Element): string | undefined => {
  if (!spanOf(host)) return 'it has no end tag';
  let isInParagraph = true;
  for (const {tagName} of ancestors(host)) {
    if (tagName === 'p' && isInParagraph)
      return 'it is inside <p>, which cannot contain blocks; use <div>';
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

/** Where attributes can be added: before the `>`, or the `/` of one that closes itself in vain. */
const startTagEnd = (page: string, host: Element): number => {
  const end = spanOf(host)!.innerStart - 1;
  return page[end - 1] === '/' && !isInValue(host, end) ? end - 1 : end;
};

/** `<a href=/x/>`: the slash belongs to a value without quotes. */
const isInValue = (host: Element, end: number): boolean =>
  Object.values(host.sourceCodeLocation?.attrs ?? {}).some(
    ({endOffset}) => endOffset === end,
  );

const escapeAttribute = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

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
  #hasRestored = false;

  constructor(
    readonly page: string,
    readonly edits: MagicString,
  ) {}

  /**
   * Writes what an element shows; the author's markup goes into a template.
   *
   * @param places Its part of the page's structured data.
   */
  write(host: Element, {html, key}: Content, places: string): void {
    if (html !== undefined) this.#replaceInside(host, this.#inside(host, html));
    else this.#restoreInside(host);
    this.#removeAttributes(host);
    const attributes = [
      key && ` ${PRERENDERED}=${quoted(keyText(key))}`,
      places && ` ${NODES}="${places}"`,
    ];
    const text = attributes.filter(Boolean).join('');
    if (text) this.edits.appendLeft(startTagEnd(this.page, host), text);
  }

  /** Whether an element has its author's markup back, in which there may be others. */
  get hasRestored(): boolean {
    return this.#hasRestored;
  }

  /** Removes what was written before if there is nothing to write any more. */
  restore(host: Element): void {
    this.#restoreInside(host);
    this.#removeAttributes(host);
  }

  /** Whether the markup of the author stays whole in a template: a stray end tag would let it out. */
  isKeepable(host: Element): boolean {
    return (
      hasAttribute(host, PRERENDERED) || isKeepable(this.#bytes(host).rest)
    );
  }

  #restoreInside(host: Element): void {
    if (!hasAttribute(host, PRERENDERED) || !spanOf(host)) return;
    const template = keptTemplate(host);
    const span = template && spanOf(template);
    const {innerStart, innerEnd} = spanOf(host)!;
    const without = this.#withoutContent(host);
    if (!template && !insideOf(host).content) return;
    this.#hasRestored = true;
    const inside = span
      ? without(innerStart, span.start) +
        this.page.slice(span.innerStart, span.innerEnd) +
        without(span.end, innerEnd)
      : without(innerStart, innerEnd);
    this.#replaceInside(host, inside);
  }

  /** Puts a link around what a tip has inside, in the place of one that was put there before. */
  link(tip: Element, url: string | undefined): void {
    const old = ownLink(tip);
    const {innerStart, innerEnd} = spanOf(old ?? tip)!;
    const start =
      url === undefined ? '' : `<a href="${escapeAttribute(url)}" ${TIP_LINK}>`;
    if (old) {
      const {start: from, end: to} = spanOf(old)!;
      this.edits.update(from, innerStart, start);
      if (!start) this.edits.remove(innerEnd, to);
    } else if (start) {
      this.edits.appendLeft(innerStart, start);
      this.edits.appendRight(innerEnd, '</a>');
    }
  }

  /** What an element has inside once its content is written. */
  #inside(host: Element, html: string): string {
    const {innerStart, innerEnd} = spanOf(host)!;
    if (hasAttribute(host, PRERENDERED))
      return html + this.#withoutContent(host)(innerStart, innerEnd);
    const {beside, rest} = this.#bytes(host);
    return rest.trim()
      ? `${html}${beside}<template>${rest}</template>`
      : html + this.page.slice(innerStart, innerEnd);
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
    for (const name of [PRERENDERED, NODES]) {
      const place = attributeSpan(host, name);
      if (place) this.edits.remove(place.startOffset - 1, place.endOffset);
    }
  }
}
