import {isNode} from './nodes.js';
import type {ReadPage} from './page.js';
import {named, type Reconciliation} from './reconciliation.js';

/** Properties whose texts are addresses. */
const ADDRESSES = ['@id', 'url', 'item', 'contentUrl'];

const SCHEME = /^(?:[a-z][a-z\d+.-]*:|_:)/i;

/**
 * Makes the relative addresses of a block absolute, against the page's own: in
 * the file of a glossary, or in another page, they would lead elsewhere.
 */
export const reconcileAddresses = (
  {url: page}: ReadPage,
  value: unknown,
  line: number,
  reconciliation: Reconciliation,
): void => {
  if (page === undefined || !SCHEME.test(page)) return;
  const made: string[] = [];
  // Blocks are not deep: `parseBlock` has seen to it.
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    if (!isNode(part)) return;
    for (const [key, inner] of Object.entries(part)) {
      if (typeof inner !== 'string') visit(inner);
      else if (ADDRESSES.includes(key) && inner && !SCHEME.test(inner)) {
        if (!URL.canParse(inner, page)) continue;
        part[key] = new URL(inner, page).href;
        made.push(inner);
      }
    }
  };
  visit(value);
  const [first] = made;
  if (first === undefined) return;
  const others = made.length > 1 ? ` and ${made.length - 1} more` : '';
  reconciliation.correct(
    line,
    `the JSON-LD has relative addresses (${named(first)}${others}); they are written as absolute ones, against ${page}`,
  );
};
