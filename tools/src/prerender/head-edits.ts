/** Writes style sheet and structured data into the head of a page. */
import type MagicString from 'magic-string';
import {MARK} from 'term-elements/prerendering';
import type {JsonLdNode} from 'term-elements/structured-data';
import type {Element} from '../documents/html/tree.js';
import {asEscapes} from '../documents/html/encoding.js';
import {type Head, isOwnLink} from './html/head.js';
import {isOwnScript, scriptOf} from './page-nodes.js';

/** Each on a line of its own. */
const LINE = '\n';

/** The end of an element and of the line that we ended after it. */
const endOf = (page: string, end: number): number =>
  page.startsWith(LINE, end) ? end + LINE.length : end;

/** What is to be in the head. */
export interface HeadContent {
  /** Each becomes a script at the end of the head. */
  readonly nodes: readonly JsonLdNode[];
  /** Whether they are written in ASCII. */
  readonly isAscii: boolean;
  /** Address of the style sheet, before all rules of the page; `undefined` where it needs none. */
  readonly stylesheet: string | undefined;
}

/**
 * Writes into the head, in the place of what prerendering wrote before, wherever
 * that is.
 *
 * @param elements All elements of the page.
 */
export const writeHead = (
  page: string,
  edits: MagicString,
  head: Head,
  elements: readonly Element[],
  {nodes, isAscii, stylesheet}: HeadContent,
): void => {
  // All of it first: what is added to a part that is removed goes with it.
  for (const element of elements) {
    const place = element.sourceCodeLocation;
    if (place && (isOwnScript(element) || isOwnLink(element)))
      edits.remove(place.startOffset, endOf(page, place.endOffset));
  }
  if (stylesheet !== undefined)
    edits.appendLeft(head.stylesAt, linkOf(stylesheet) + LINE);
  const scripts = nodes
    .map(scriptOf)
    .map((script) => (isAscii ? asEscapes(script) : script) + LINE);
  if (scripts.length) edits.appendLeft(head.end, scripts.join(''));
};

const linkOf = (address: string): string => {
  const href = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<link rel="stylesheet" href="${href}" ${MARK}>`;
};
