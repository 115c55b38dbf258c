import {NODES} from '../content-contract.js';
import {MARK} from './host-types.js';
import {listOf} from '../../structured-data/merge-nodes.js';
import type {JsonLdNode} from '../../structured-data/nodes.js';

/** A script, and of its node's list one item or a range: `1`, `0.2`, `0.0-9`. */
const PLACE = /^(\d{1,6})(?:\.(\d{1,6})(?:-(\d{1,6}))?)?$/;

const read = (script: Element | undefined): JsonLdNode | undefined => {
  try {
    return script && (JSON.parse(script.textContent) as JsonLdNode);
  } catch {
    return undefined; // not readable, so it is of no use to anybody
  }
};

/** The node that a place names, with only those items of its list. */
const nodeAt = (
  nodes: readonly (JsonLdNode | undefined)[],
  place: string,
): JsonLdNode | undefined => {
  const [, script, first, last = first] = PLACE.exec(place) ?? [];
  const node = nodes[Number(script)];
  const list = node && listOf(node);
  if (first === undefined || !list) return node;
  const items = [node[list]].flat().slice(Number(first), Number(last) + 1);
  return items.length ? {...node, [list]: items} : undefined;
};

const known = new WeakMap<Document, Map<Element, readonly JsonLdNode[]>>();

/**
 * What a prerenderer says that elements stand for, by element. It is read once,
 * while the page's scripts are as they were written: places are counted among
 * them. An element that comes into the page later has nothing here.
 *
 * @param document A document that has been parsed.
 */
export const prerenderedClaims = (
  document: Document,
): ReadonlyMap<Element, readonly JsonLdNode[]> => {
  let claims = known.get(document);
  if (claims) return claims;
  known.set(document, (claims = new Map<Element, readonly JsonLdNode[]>()));
  const nodes = [...document.querySelectorAll(`script[${MARK}]`)].map(read);
  for (const host of document.querySelectorAll(`[${NODES}]`)) {
    const places = host.getAttribute(NODES)!.trim().split(/\s+/);
    const own = places.map((place) => nodeAt(nodes, place));
    claims.set(
      host,
      own.filter((node) => node !== undefined),
    );
  }
  return claims;
};
