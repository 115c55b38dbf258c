/** Reads linked Markdown again: it has to be the same document, with links. */
import type {MarkdownParser} from '../../documents/markdown/gfm.js';
import {ChangedDocumentError} from '../changed-document-error.js';
import {Inserted, type Insertion, Outline} from '../insertions.js';
import {endOf, type MarkdownNode, startOf} from './read.js';

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
const OURS = /^(?:link(?:Reference)?|html|mdxJsx(?:Flow|Text)Element)$/;

/**
 * What a document or a block says.
 *
 * @param inserted Knows of nodes that do not count: links and tips of ours.
 */
export const outlineOf = (
  block: MarkdownNode,
  inserted?: Pick<Inserted, 'has' | 'additionAt'>,
): string => {
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
/** Length of the plain words that are left at both ends. */
const KEPT = 50;

/**
 * Words without markup mean nothing to a parser: the first and the last of many
 * are enough.
 */
const condense = (text: string): string =>
  text.length < LONG
    ? text
    : text.replace(
        /(?:[A-Za-z0-9 ,.;]|\n(?=[A-Za-z])){200,}/g,
        (plain) => plain.slice(0, KEPT) + plain.slice(-KEPT),
      );

/** What is compared: a block, and how it is cut out of the source. */
interface Unit {
  readonly block: MarkdownNode;
  readonly start: number;
  readonly end: number;
  /** Writes what is between the insertions. */
  readonly write: (text: string) => string;
}

const wholeUnit = (block: MarkdownNode, parsed: string): Unit => ({
  block,
  // With the white space before it.
  start: parsed.lastIndexOf('\n', (startOf(block) ?? 0) - 1) + 1,
  end: endOf(block)!,
  write: condense,
});

/** The indent of a list is no part of the paragraphs in it. */
const withoutIndents = (text: string): string =>
  condense(text.replace(/\n[ \t]+/g, '\n'));

/**
 * The paragraphs of a block that are read again by themselves, for the time that
 * it saves: those in nothing but lists.
 */
const paragraphsIn = (block: MarkdownNode): readonly Unit[] => {
  const units: Unit[] = [];
  const stack = [block];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const start = startOf(node);
    const end = endOf(node);
    if (node.type === 'paragraph' && start !== undefined && end !== undefined)
      units.push({block: node, start, end, write: withoutIndents});
    else if (/^list(?:Item)?$/.test(node.type))
      stack.push(...(node.children ?? []).toReversed());
  }
  return units;
};

const without = (insertion: Insertion): Insertion => ({
  ...insertion,
  before: '',
  after: '',
});

/** Reads linked Markdown again. */
class Verifier {
  constructor(
    readonly parsed: string,
    readonly parser: MarkdownParser,
  ) {}

  /** Whether a block is the same with what is put into it. */
  isSame(block: MarkdownNode, insertions: readonly Insertion[]): boolean {
    return (
      this.#isSameInParagraphs(block, insertions) ||
      this.#isSameUnit(wholeUnit(block, this.parsed), insertions)
    );
  }

  #isSameInParagraphs(
    block: MarkdownNode,
    insertions: readonly Insertion[],
  ): boolean {
    const left = [...insertions];
    for (const unit of paragraphsIn(block)) {
      const own = left.splice(0, countBefore(left, unit.end));
      if (!own.length) continue;
      if (own[0]!.start < unit.start || !this.#isSameUnit(unit, own))
        return false;
    }
    return !left.length;
  }

  #isSameUnit(unit: Unit, insertions: readonly Insertion[]): boolean {
    const {block, start, end} = unit;
    const again = this.#read(unit, insertions);
    // Of what is long some may have been left out.
    const before =
      end - start < LONG ? {block} : this.#read(unit, insertions.map(without));
    return (
      again.block !== undefined &&
      before.block !== undefined &&
      outlineOf(again.block, again.inserted) === outlineOf(before.block)
    );
  }

  #read(
    {block, write, ...part}: Unit,
    insertions: readonly Insertion[],
  ): {readonly block: MarkdownNode | undefined; readonly inserted: Inserted} {
    const inserted = new Inserted(this.parsed, insertions, part, write);
    const {text} = inserted;
    const tree = this.parser.part(text + definitionsFor(block)) as MarkdownNode;
    return {block: onlyBlock(tree, block, text.length), inserted};
  }
}

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
  const verifier = new Verifier(parsed, parser);
  const left = insertions.toSorted((a, b) => a.start - b.start);
  for (const block of blocksOf(tree)) {
    const end = endOf(block);
    if (!left.length || end === undefined) return;
    const own = left.splice(0, countBefore(left, end));
    if (own.length && !verifier.isSame(block, own))
      throw new ChangedDocumentError(own[0]!.start);
  }
};

const countBefore = (sorted: readonly Insertion[], end: number): number => {
  const count = sorted.findIndex(({start}) => start >= end);
  return count < 0 ? sorted.length : count;
};
