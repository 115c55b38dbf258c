/** Writes style sheet and structured data into the head of a page. */
import type MagicString from 'magic-string';
import {MARK} from '../structured-data/host-types.js';
import type {JsonLdNode} from '../structured-data/nodes.js';
import type {Element} from './html/tree.js';
import {type Head, isOwnLink} from './html/head.js';
import {isOwnScript, scriptOf} from './page-nodes.js';

/** Each on a line of its own. */
const LINE = '\n';

/** The end of an element and of the line that we ended after it. */
const endOf = (page: string, end: number): number =>
  page.startsWith(LINE, end) ? end + LINE.length : end;

/** Replaces the scripts that prerendering wrote before, wherever they are. */
export const writeNodes = (
  page: string,
  edits: MagicString,
  head: Head,
  elements: readonly Element[],
  nodes: readonly JsonLdNode[],
): void => {
  for (const script of elements.filter(isOwnScript)) {
    const place = script.sourceCodeLocation;
    if (place) edits.remove(place.startOffset, endOf(page, place.endOffset));
  }
  const scripts = nodes.map((node) => scriptOf(node) + LINE);
  if (scripts.length) edits.appendRight(head.end, scripts.join(''));
};

/**
 * Links the style sheet before all rules of the page, in the place of a link
 * that prerendering wrote before.
 *
 * @param address `undefined` where the page needs none.
 */
export const writeStylesheet = (
  page: string,
  edits: MagicString,
  head: Head,
  elements: readonly Element[],
  address: string | undefined,
): void => {
  for (const link of elements.filter(isOwnLink)) {
    const {startOffset, endOffset} = link.sourceCodeLocation!;
    edits.remove(startOffset, endOf(page, endOffset));
  }
  if (address === undefined) return;
  const href = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  edits.appendLeft(
    head.stylesAt,
    `<link rel="stylesheet" href="${href}" ${MARK}>${LINE}`,
  );
};
