import {addressKey} from '../glossary/address.js';
import {type JsonLdNode, typesOf} from './nodes.js';

type Item = Readonly<Record<string, unknown>>;

/** A type of which a page has one node, made of the parts of all that want it. */
interface Merging {
  /** The list that is merged. */
  readonly list: string;
  /** What makes two nodes of the type the same one. */
  readonly keyOf: (node: JsonLdNode) => unknown;
  /** What makes two items of the list the same one. */
  readonly itemKeyOf: (item: Item) => unknown;
  /**
   * Properties with different values in the nodes, all of which are written.
   */
  readonly collected?: string;
  /** A property in which two items of one identity should agree. */
  readonly agreed?: string;
}

const idKey = ({'@id': id}: Item): string | undefined =>
  typeof id === 'string' ? addressKey(id) : undefined;

/**
 * Terms without an address are the same if they say the same: two glossaries of
 * one name may each have a term with this id.
 */
const termKey = (term: Item): unknown =>
  idKey(term) ?? JSON.stringify([term.termCode, term.name, term.description]);

/** Questions that differ in case and spaces only are the same. */
const questionKey = ({name}: Item): unknown =>
  typeof name === 'string'
    ? name.replace(/\s+/g, ' ').trim().toLowerCase()
    : name;

const MERGED: Readonly<Record<string, Merging>> = {
  FAQPage: {
    list: 'mainEntity',
    keyOf: () => 'one per page',
    itemKeyOf: questionKey,
    agreed: 'acceptedAnswer',
    collected: 'inLanguage',
  },
  WebPage: {
    list: 'mentions',
    keyOf: (page) => idKey(page) ?? JSON.stringify(page),
    itemKeyOf: termKey,
  },
  DefinedTermSet: {
    list: 'hasDefinedTerm',
    keyOf: (set) => idKey(set) ?? set.name,
    itemKeyOf: termKey,
    collected: 'inLanguage',
  },
};

/**
 * What makes two nodes of a type that is not merged the same one, of which the
 * page has the first; `undefined` where the text decides. A page has one place
 * in its site, and is one collection.
 */
const UNIQUE: Readonly<Record<string, (node: JsonLdNode) => unknown>> = {
  BreadcrumbList: () => 'one per page',
  CollectionPage: ({'@id': id, url = id}) =>
    typeof url === 'string' ? addressKey(url) : url,
};

const uniqueKey = (type: string, node: JsonLdNode): string => {
  const key = Object.hasOwn(UNIQUE, type) ? UNIQUE[type]!(node) : undefined;
  return key === undefined ? JSON.stringify(node) : JSON.stringify([type, key]);
};

const itemsOf = (value: unknown): readonly Item[] =>
  Array.isArray(value) ? (value as Item[]) : value ? [value as Item] : [];

const mergingOf = (type: string): Merging | undefined =>
  Object.hasOwn(MERGED, type) ? MERGED[type] : undefined;

/** The list that nodes of a type are merged by; `undefined` for a type that is not. */
export const listOf = (node: JsonLdNode): string | undefined =>
  mergingOf(typesOf(node)[0] ?? '')?.list;

/** The identity of a node: a page has one node of each. */
export const nodeIdentity = (node: JsonLdNode): string => {
  const [type = ''] = typesOf(node);
  const merging = mergingOf(type);
  return JSON.stringify([
    type,
    merging ? merging.keyOf(node) : (node['@id'] ?? node.url ?? ''),
  ]);
};

/**
 * The identity of an item in the list of a node: a page has one item of each.
 */
export const itemIdentity = (node: JsonLdNode, item: unknown): string =>
  JSON.stringify([
    mergingOf(typesOf(node)[0] ?? '')?.itemKeyOf(Object(item) as Item),
  ]);

/** Merges the nodes of one identity. */
interface Group {
  readonly node: JsonLdNode;
  readonly merging: Merging;
  readonly items: Map<unknown, Item>;
  readonly collected: Set<unknown>;
}

/**
 * The nodes of a page, in order: one `FAQPage` with the questions of all, one
 * `DefinedTermSet` for each glossary with each term once, in all the languages
 * that it is shown in, one trail, every other node once. Of conflicting values,
 * the first counts.
 *
 * @param disagree Called with each duplicate that is left out although it differs.
 */
export const mergeNodes = (
  nodes: readonly JsonLdNode[],
  disagree?: (item: Item) => void,
): readonly JsonLdNode[] => {
  const order: (JsonLdNode | Group)[] = [];
  const groups = new Map<Merging, Map<unknown, Group>>();
  const known = new Set<string>();
  for (const node of nodes) {
    const [type = ''] = typesOf(node);
    const merging = mergingOf(type);
    if (!merging) {
      const key = uniqueKey(type, node);
      if (!known.has(key)) order.push(node);
      known.add(key);
      continue;
    }
    const {list, keyOf, itemKeyOf, collected, agreed} = merging;
    let ofType = groups.get(merging);
    if (!ofType) groups.set(merging, (ofType = new Map<unknown, Group>()));
    const identity = keyOf(node);
    let group = ofType.get(identity);
    if (!group) {
      group = {node, merging, items: new Map(), collected: new Set()};
      ofType.set(identity, group);
      order.push(group);
    }
    for (const value of [node[collected ?? '']].flat())
      if (value !== undefined) group.collected.add(value);
    for (const item of itemsOf(node[list])) {
      const key = itemKeyOf(item);
      const first = group.items.get(key);
      if (!first) group.items.set(key, item);
      else if (
        disagree &&
        agreed &&
        JSON.stringify(first[agreed]) !== JSON.stringify(item[agreed])
      )
        disagree(item);
    }
  }
  return order.map((part) => {
    if (!isGroup(part)) return part;
    const {node, merging, items, collected} = part;
    return {
      ...node,
      ...(collected.size && {
        [merging.collected!]:
          collected.size > 1 ? [...collected] : [...collected][0],
      }),
      ...((items.size > 0 || merging.list in node) && {
        [merging.list]: [...items.values()],
      }),
    };
  });
};

const isGroup = (part: JsonLdNode | Group): part is Group =>
  part.items instanceof Map;
