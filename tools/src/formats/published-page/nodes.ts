/** Reads schema.org nodes that others have written: any value is possible. */
import {typesOf} from 'term-elements/structured-data';

export type Node = Record<string, unknown>;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value)
    ? (value as unknown[])
    : value === undefined
      ? []
      : [value];

/** The text of a property, if it is one. */
export const textOf = (node: Node | undefined, key: string) => {
  const value = node && Object.hasOwn(node, key) ? node[key] : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** The nodes of a property, one or many. */
export const nodesOf = (node: Node | undefined, key: string): Node[] =>
  node && Object.hasOwn(node, key) ? listOf(node[key]).filter(isNode) : [];

export const nodeOf = (node: Node | undefined, key: string) =>
  nodesOf(node, key)[0];

export const hasType = (node: Node, type: string) =>
  typesOf(node).includes(type);

/** The nodes that a block has at its top: its own, those of a list or a graph. */
export const topNodes = (value: unknown): Node[] =>
  listOf(value)
    .filter(isNode)
    .flatMap((node) => ['@graph' in node ? nodesOf(node, '@graph') : [], node])
    .flat();

/** The first node of a type among the blocks. */
export const findNode = (
  values: readonly unknown[],
  type: string,
): Node | undefined =>
  values.flatMap(topNodes).find((node) => hasType(node, type));

/** The steps of a `BreadcrumbList`, in the order of their positions. */
export const trailOf = (
  node: Node | undefined,
): readonly {name: string; url?: string}[] =>
  nodesOf(node, 'itemListElement')
    .map((step, index) => ({step, at: Number(step.position ?? index)}))
    .sort((a, b) => a.at - b.at)
    .map(({step}) => {
      const item = nodeOf(step, 'item');
      const url = textOf(step, 'item') ?? textOf(item, '@id');
      const name = textOf(step, 'name') ?? textOf(item, 'name') ?? '';
      return url === undefined ? {name} : {name, url};
    });
