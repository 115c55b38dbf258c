/** Reads linked Markdown again: it has to be the same document, with links. */
import type {MarkdownParser} from '../../documents/markdown/parse.js';
import {ChangedDocumentError} from '../changed-document-error.js';
import {Inserted, type Insertion, Outline} from '../insertions.js';
import {type MarkdownNode, startOf} from './read.js';

const endOf = ({position}: MarkdownNode): number | undefined =>
  position?.end.offset;

const childOf = (
  node: MarkdownNode | undefined,
  at: number,
): MarkdownNode | undefined => node?.children?.[at];

/**
 * The blocks that are read again by themselves: those of the document, and the
 * items of its lists. Nothing that is put into a line reaches beyond them.
 */
function* blocksOf(tree: MarkdownNode): Generator<MarkdownNode> {
  for (const node of tree.children ?? []) {
    if (node.type === 'list') yield* node.children ?? [];
    else yield node;
  }
}

/** Types of nodes that can be a link or a tip of ours, or a tag of one. */
const OURS = /^(?:link|html|mdxJsx(?:Flow|Text)Element)$/;

const outlineOf = (block: MarkdownNode, inserted?: Inserted): string => {
  const outline = new Outline();
  const stack: (MarkdownNode | (() => void))[] = [block];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (typeof next === 'function') {
      next();
      continue;
    }
    const node = next;
    const {type, children = [], ...own} = node;
    if (inserted && OURS.test(type) && inserted.has(startOf(node))) {
      stack.push(() => {
        outline.without(inserted.additionAt(endOf(node)));
      });
    } else if (type === 'text') {
      outline.text += node.value ?? '';
    } else {
      // Whether an item is loose depends on those around it.
      outline.mark(type, node === block ? {...own, spread: null} : own);
      stack.push(() => {
        outline.mark();
      });
    }
    for (let at = children.length - 1; at >= 0; at--) stack.push(children[at]!);
  }
  return outline.text;
};

/** Definitions that references in a block need, and notes: what they say is nothing to it. */
const definitionsFor = (block: MarkdownNode): string => {
  let text = '';
  const stack = [block];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const {label} = node as {label?: unknown};
    if (typeof label === 'string') {
      if (/^(?:link|image)Reference$/.test(node.type))
        text += `\n\n[${label}]: x`;
      else if (node.type === 'footnoteReference') text += `\n\n[^${label}]: x`;
    }
    stack.push(...(node.children ?? []));
  }
  return text;
};

/**
 * @param parsed The source as it was parsed.
 * @throws {ChangedDocumentError} Where a block is not the same with its links.
 */
export const verifyMarkdown = (
  tree: MarkdownNode,
  parsed: string,
  insertions: readonly Insertion[],
  parser: MarkdownParser,
): void => {
  const left = insertions.toSorted((a, b) => a.start - b.start);
  for (const block of blocksOf(tree)) {
    const end = endOf(block);
    if (!left.length || end === undefined) return;
    const own = left.splice(0, countBefore(left, end));
    if (!own.length) continue;
    const start = parsed.lastIndexOf('\n', (startOf(block) ?? 0) - 1) + 1;
    const inserted = new Inserted(parsed, own, start, end);
    const [first, ...others] = (
      parser.part(inserted.text + definitionsFor(block)) as MarkdownNode
    ).children!;
    const again = block.type === 'listItem' ? childOf(first, 0) : first;
    const isSame =
      again !== undefined &&
      endOf(again) === inserted.text.length &&
      others.every(({type}) => /^(?:d|footnoteD)efinition$/.test(type)) &&
      outlineOf(again, inserted) === outlineOf(block);
    if (!isSame) throw new ChangedDocumentError(own[0]!.start);
  }
};

const countBefore = (sorted: readonly Insertion[], end: number): number => {
  const count = sorted.findIndex(({start}) => start >= end);
  return count < 0 ? sorted.length : count;
};
