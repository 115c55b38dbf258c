import {
  isNode,
  type Node,
  topNodes,
} from '../../formats/published-page/nodes.js';

/** Properties by which the nodes of a graph point to one another. */
const POINTING = [
  'hasPart',
  'mainEntity',
  'hasDefinedTerm',
  'author',
  'image',
  'publisher',
  'breadcrumb',
];

/**
 * The blocks of a page, where `{"@id": …}` is replaced by the node of that
 * name. One step deep: what a node points to is not followed further, so that
 * nodes may point to each other.
 */
export const resolveReferences = (values: readonly unknown[]): unknown[] => {
  const named = new Map<string, Node>();
  for (const node of values.flatMap(topNodes)) {
    const id = node['@id'];
    if (typeof id === 'string' && Object.keys(node).length > 1) {
      named.set(id, node);
    }
  }
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    const id = isNode(value) ? value['@id'] : undefined;
    return isNode(value) &&
      typeof id === 'string' &&
      Object.keys(value).length === 1
      ? (named.get(id) ?? value)
      : value;
  };
  const resolveNode = (node: Node): Node =>
    Object.fromEntries(
      Object.entries(node).map(([key, value]) => [
        key,
        POINTING.includes(key) ? resolve(value) : value,
      ]),
    );
  const resolveValue = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolveValue);
    if (!isNode(value)) return value;
    const graph = value['@graph'];
    return Array.isArray(graph)
      ? {...value, '@graph': graph.map(resolveValue)}
      : resolveNode(value);
  };
  return values.map(resolveValue);
};
