/** The structured data of a page, as the page graph would leave it in its head. */
import {collectTypes, MARK, SINGLE_TYPES} from 'term-elements/prerendering';
import {
  type JsonLdNode,
  itemIdentity,
  listOf,
  mergeNodes,
  nodeIdentity,
  scriptText,
  typesOf,
} from 'term-elements/structured-data';
import {
  attribute,
  type Element,
  hasAttribute,
  textContent,
} from '../documents/html/tree.js';

/** What elements stand for: nodes for each, in the order of the page. */
export type Claims = ReadonlyMap<Element, readonly JsonLdNode[]>;

const isJsonLd = (element: Element): boolean =>
  element.tagName === 'script' &&
  /^application\/ld\+json/i.test(attribute(element, 'type') ?? '');

/** A script that prerendering wrote. */
export const isOwnScript = (element: Element): boolean =>
  isJsonLd(element) && hasAttribute(element, MARK);

const MICRODATA = new RegExp(`schema\\.org/(${SINGLE_TYPES.join('|')})$`);

/** The types that the page states itself. */
const hostTypes = (elements: readonly Element[]): ReadonlySet<string> => {
  const types = new Set<string>();
  for (const element of elements) {
    if (isJsonLd(element) && !hasAttribute(element, MARK)) {
      try {
        collectTypes(JSON.parse(textContent(element.childNodes)), types);
      } catch {
        // A script that cannot be read says nothing about the page.
      }
    } else if (hasAttribute(element, 'itemscope')) {
      const type = MICRODATA.exec(attribute(element, 'itemtype') ?? '')?.[1];
      if (type) types.add(type);
    }
  }
  return types;
};

/**
 * The nodes of a page, in order. Of a type of which a page has one, ours stays
 * out where the page has its own.
 *
 * @param elements All elements of the page.
 */
export const pageNodes = (
  claims: Claims,
  elements: readonly Element[],
): readonly JsonLdNode[] => {
  const taken = hostTypes(elements);
  return mergeNodes([...claims.values()].flat()).filter(
    (node) =>
      !typesOf(node).some(
        (type) =>
          (SINGLE_TYPES as readonly string[]).includes(type) && taken.has(type),
      ),
  );
};

export const scriptOf = (node: JsonLdNode): string =>
  `<script type="application/ld+json" ${MARK}>${scriptText(node)}</script>`;

const itemsOf = (node: JsonLdNode, list: string): readonly unknown[] =>
  [node[list] ?? []].flat();

/** Numbers as runs: `0-2`, `5`. */
const runsOf = (numbers: readonly number[]): readonly string[] => {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) =>
    first === last ? String(first) : `${first}-${last}`,
  );
};

/** Says where among the nodes of a page those of one element are. */
export class NodePlaces {
  readonly #at = new Map<string, number>();
  /** Of each node with a list, its items by what they are. */
  readonly #items = new Map<number, Map<string, number>>();

  constructor(readonly nodes: readonly JsonLdNode[]) {
    for (const [index, node] of nodes.entries()) {
      const list = listOf(node);
      this.#at.set(list ? nodeIdentity(node) : JSON.stringify(node), index);
      if (!list) continue;
      const items = itemsOf(node, list).map(
        (item, at) => [itemIdentity(node, item), at] as const,
      );
      this.#items.set(index, new Map(items));
    }
  }

  /** For `data-nodes`; empty where the page has none of the nodes. */
  of(nodes: readonly JsonLdNode[]): string {
    return nodes.flatMap((node) => this.#placesOf(node)).join(' ');
  }

  #placesOf(node: JsonLdNode): readonly string[] {
    const list = listOf(node);
    const at = this.#at.get(list ? nodeIdentity(node) : JSON.stringify(node));
    if (at === undefined) return [];
    const items = this.#items.get(at);
    if (!list || !items) return [String(at)];
    const places = itemsOf(node, list).flatMap(
      (item) => items.get(itemIdentity(node, item)) ?? [],
    );
    if (new Set(places).size === items.size) return [String(at)];
    const ordered = [...new Set(places)].toSorted((a, b) => a - b);
    return runsOf(ordered).map((run) => `${at}.${run}`);
  }
}
