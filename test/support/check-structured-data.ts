/**
 * The rules of `term-elements check` for the nodes of one page. Pure, so that
 * tests in a browser can use it too.
 */
import {
  checkNode,
  checkTogether,
  isSchemaOrg,
} from '../../tools/src/page-data/node-rules.js';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Everything that is wrong with the top-level nodes of one page, in words;
 * nothing where all is well.
 */
export const checkStructuredData = (nodes: readonly unknown[]): string[] => [
  ...[...checkTogether(nodes.filter(isNode))].map(({message}) => message),
  ...nodes.flatMap((node, index) => {
    if (!isNode(node)) return [`node ${index}: not an object`];
    const faults = [...checkNode(node)].map(({message}) => message);
    return isSchemaOrg(node['@context'])
      ? faults
      : [`node ${index}: no @context of schema.org`, ...faults];
  }),
];
