import {isDeepStrictEqual} from 'node:util';
import type {AreaPage, Page} from 'term-elements/glossary';
import {buildAreaNodes, DERIVED_TYPES} from 'term-elements/structured-data';
import {baseOf, withOwn} from './area-page.js';
import {hasType, isNode, type Node, topNodes} from './nodes.js';
import type {ReconciledBlock} from './page.js';
import {blockLines} from './write.js';

/** A node of a block, and how the glossary stores it. */
interface KeptNode {
  /** The name of a type, where the node follows from the glossary; else itself. */
  readonly entry: string | Node;
  readonly node: Node;
}

export interface KeptBlocks {
  /** `page.blocks`, where they are not the derived ones in their usual order. */
  readonly entries: Page['blocks'];
  /** The lines of a page, with what was corrected in the place of what was wrong. */
  correct(lines: readonly string[]): readonly string[];
}

/** Sorts the blocks of a page into those that are derived and those that are not. */
export const keepBlocks = (
  page: AreaPage,
  blocks: readonly ReconciledBlock[],
): KeptBlocks => {
  const derived = derivedNodes(page);
  const missing = [...derived.keys()].filter(
    (type) =>
      !blocks.some((block) =>
        block.broken
          ? block.type === type
          : topNodes(block.value).some((node) => hasType(node, type)),
      ),
  );
  const keep = (node: Node): KeptNode => {
    const type = [...derived.keys()].find((name) =>
      isDeepStrictEqual(derived.get(name), node),
    );
    return {entry: type ?? node, node};
  };
  const rebuild = (type = missing.shift()): KeptNode[] => {
    const node = type === undefined ? undefined : derived.get(type);
    return type !== undefined && node ? [{entry: type, node}] : [];
  };
  const kept = blocks.map(({broken, type, value}) =>
    broken
      ? rebuild(type)
      : (Array.isArray(value) ? (value as unknown[]) : [value])
          .filter(isNode)
          .map(keep),
  );
  const entries = kept.flat().map(({entry}) => entry);
  return {
    entries: isDeepStrictEqual(entries, [...derived.keys()])
      ? undefined
      : entries,
    correct: (lines) => correctLines(lines, blocks, kept),
  };
};

const derivedNodes = (page: AreaPage): ReadonlyMap<string, Node> => {
  const own = page.resource?.page;
  const base = baseOf(page);
  return new Map(
    DERIVED_TYPES.flatMap((type) => {
      const [node] = buildAreaNodes(
        withOwn(page, {...own, blocks: [type]}),
        base,
      );
      // Plain JSON, as the page will have it.
      return node ? [[type, JSON.parse(JSON.stringify(node)) as Node]] : [];
    }),
  );
};

const correctLines = (
  lines: readonly string[],
  blocks: readonly ReconciledBlock[],
  kept: readonly (readonly KeptNode[])[],
): readonly string[] => {
  const corrected: string[] = [];
  let at = 0;
  for (const [index, block] of blocks.entries()) {
    if (!block.corrected) continue;
    const start = block.line - 1;
    const end = start + block.lines.length;
    const node = block.broken ? kept[index]![0]?.node : block.value;
    // A block that cannot be rebuilt goes, and its fence with it.
    corrected.push(...lines.slice(at, node ? start : start - 1));
    if (node) corrected.push(...blockLines(node));
    at = node ? end : end + 1;
  }
  return [...corrected, ...lines.slice(at)];
};
