/** Reads linked Markdown again: it has to be the same document, with links. */
import type {MarkdownParser} from '../../documents/markdown/gfm.js';
import {ChangedDocumentError} from '../changed-document-error.js';
import {Inserted, type Insertion, Outline} from '../insertions.js';
import {type MarkdownNode, startOf} from './read.js';

const endOf = ({position}: MarkdownNode): number | undefined =>
  position?.end.offset;

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

/** The block that was read again, if it is one and ends where its text does. */
const onlyBlock = (
  {children = []}: MarkdownNode,
  {type}: MarkdownNode,
  length: number,
): MarkdownNode | undefined => {
  const [first, ...others] = children;
  const block = type === 'listItem' ? first?.children?.[0] : first;
  const isOne = others.every((other) =>
    /^(?:d|footnoteD)efinition$/.test(other.type),
  );
  return isOne && block && endOf(block) === length ? block : undefined;
};

/** Blocks of this length take noticeable time to read. */
const LONG = 10_000;
/** What is kept of plain words on both sides. */
const KEPT = 50;

/** Words without any mark mean nothing to a parser: of many the first and the last will do. */
const condense = (text: string): string =>
  text.length < LONG
    ? text
    : text.replace(
        /(?:[A-Za-z0-9 ,.;]|\n(?=[A-Za-z])){200,}/g,
        (plain) => plain.slice(0, KEPT) + plain.slice(-KEPT),
      );

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
    const part = {start, end};
    const definitions = definitionsFor(block);
    const read = (insertions: readonly Insertion[]) => {
      const inserted = new Inserted(parsed, insertions, part, condense);
      const tree = parser.part(inserted.text + definitions) as MarkdownNode;
      return {inserted, again: onlyBlock(tree, block, inserted.text.length)};
    };
    const {inserted, again} = read(own);
    const added = own.reduce(
      (sum, {before, after}) => sum + before.length + after.length,
      0,
    );
    const isWhole = inserted.text.length === end - start + added;
    const before = isWhole
      ? block
      : read(own.map((each) => ({...each, before: '', after: ''}))).again;
    const isSame =
      again && before && outlineOf(again, inserted) === outlineOf(before);
    if (!isSame) throw new ChangedDocumentError(own[0]!.start);
  }
};

const countBefore = (sorted: readonly Insertion[], end: number): number => {
  const count = sorted.findIndex(({start}) => start >= end);
  return count < 0 ? sorted.length : count;
};
