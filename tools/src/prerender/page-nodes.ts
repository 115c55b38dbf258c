/** The structured data of a page, as the page graph would leave it in its head. */
import {MARK} from 'term-elements/prerendering';
import {
  type JsonLdNode,
  itemIdentity,
  listOf,
  markupTypes,
  mergeNodes,
  nodeIdentity,
  type PageAddresses,
  readJsonLd,
  scriptName,
  scriptText,
  SINGLE_TYPES,
  statedTypes,
  typesOf,
} from 'term-elements/structured-data';
import {
  ancestors,
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

const vocabularyOf = (element: Element): string | undefined =>
  [element, ...ancestors(element)]
    .map((around) => attribute(around, 'vocab'))
    .find((vocab) => vocab !== undefined);

/** The types that the page states itself. */
const hostTypes = (
  elements: readonly Element[],
  page: PageAddresses,
): ReadonlySet<string> => {
  const types = new Set<string>();
  for (const element of elements) {
    if (isJsonLd(element)) {
      if (!hasAttribute(element, MARK))
        statedTypes(readJsonLd(textContent(element.childNodes)), page, types);
      continue;
    }
    const itemtype = hasAttribute(element, 'itemscope')
      ? attribute(element, 'itemtype')
      : undefined;
    const rdfa = attribute(element, 'typeof');
    if (itemtype === undefined && rdfa === undefined) continue;
    const vocab = vocabularyOf(element);
    for (const type of markupTypes({itemtype, typeof: rdfa, vocab}))
      types.add(type);
  }
  return types;
};

/**
 * The nodes of a page, in order. Of a type of which a page has one, ours stays
 * out where the page has its own.
 *
 * @param elements All elements of the page.
 * @param page Where it is.
 */
export const pageNodes = (
  claims: Claims,
  elements: readonly Element[],
  page: PageAddresses,
): readonly JsonLdNode[] => {
  const taken = hostTypes(elements, page);
  return mergeNodes([...claims.values()].flat()).filter(
    (node) =>
      !typesOf(node).some(
        (type) =>
          (SINGLE_TYPES as readonly string[]).includes(type) && taken.has(type),
      ),
  );
};

export const scriptOf = (node: JsonLdNode): string => {
  const text = scriptText(node);
  return `<script type="application/ld+json" ${MARK}="${scriptName(text)}">${text}</script>`;
};

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
  readonly #names: readonly string[];
  /** Of each node with a list, its items by what they are. */
  readonly #items = new Map<number, Map<string, number>>();

  constructor(readonly nodes: readonly JsonLdNode[]) {
    this.#names = nodes.map((node) => scriptName(scriptText(node)));
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
    const name = this.#names[at]!;
    if (!list || !items) return [name];
    const places = itemsOf(node, list).flatMap(
      (item) => items.get(itemIdentity(node, item)) ?? [],
    );
    if (new Set(places).size === items.size) return [name];
    const ordered = [...new Set(places)].toSorted((a, b) => a - b);
    return runsOf(ordered).map((run) => `${name}.${run}`);
  }
}
