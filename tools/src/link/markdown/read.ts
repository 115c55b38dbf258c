import {definitionsOf} from '../../documents/markdown/definitions.js';
import {isJsx, jsxTag} from '../jsx.js';
import {readRawTags} from '../raw-tags.js';
import {readExpression, type Reading, TextReader} from '../reader.js';
import type {TextRun} from '../text-run.js';
import type {Tag} from '../tag.js';
import type {TreeNode, TreeText} from '../tree.js';

/** A node of mdast, as far as it is read here. */
export interface MarkdownNode extends TreeNode {
  readonly depth?: number | undefined;
  readonly ordered?: boolean | null | undefined;
  readonly spread?: boolean | null | undefined;
  readonly url?: string | undefined;
  readonly title?: string | null | undefined;
  readonly identifier?: string | undefined;
  children?: readonly MarkdownNode[] | undefined;
  /** Of a tip that a plug-in made: its attributes. */
  readonly data?:
    | {readonly hProperties?: {readonly term?: string | undefined} | undefined}
    | undefined;
  /** Where it stands in the source: offsets in UTF-16 units. */
  readonly position?: {readonly start: Point; readonly end: Point} | undefined;
}

interface Point {
  readonly offset?: number | undefined;
}

export const startOf = ({position}: MarkdownNode): number | undefined =>
  position?.start.offset;

export const endOf = ({position}: MarkdownNode): number | undefined =>
  position?.end.offset;

/** A text, and what holds it. */
export interface MarkdownText extends TreeText {
  readonly node: MarkdownNode;
  /** What the lines of the text belong to: a paragraph, or the like. */
  readonly block: MarkdownNode;
}

/** What nodes are in HTML; of others the children are read as if they were not there. */
const NAMES: Readonly<Record<string, string>> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  list: 'ul',
  listItem: 'li',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  link: 'a',
  linkReference: 'a',
  image: 'img',
  imageReference: 'img',
  break: 'br',
  thematicBreak: 'hr',
  code: 'pre',
  math: 'pre',
  inlineCode: 'code',
  inlineMath: 'code',
  termTip: 'term-tip',
};

const UNREAD = /^(?:mdxFlowExpression|mdxjsEsm|yaml|toml|definition|html)$/;

/**
 * The text of a Markdown tree that may be linked: as the HTML that is made of
 * it, footnotes at the end.
 */
export const readMarkdown = (
  tree: MarkdownNode,
  reading: Reading,
): readonly TextRun<MarkdownText>[] => new MarkdownReader(reading).read(tree);

type Step = (() => void) | MarkdownText;

class MarkdownReader {
  readonly #reader: TextReader<MarkdownText>;
  readonly #footnotes: MarkdownText[] = [];
  #addresses: ReadonlyMap<string, string> = new Map();
  /** Items of tight lists, whose paragraphs are not paragraphs in HTML. */
  readonly #tight = new Set<TreeNode>();

  constructor(reading: Reading) {
    this.#reader = new TextReader(reading);
  }

  read(tree: MarkdownNode): readonly TextRun<MarkdownText>[] {
    this.#addresses = definitionsOf(tree);
    this.#each([{node: tree, parent: tree, block: tree}]);
    this.#open('section');
    for (const footnote of this.#footnotes) {
      this.#open('li');
      this.#each(childrenOf(footnote));
      this.#reader.close();
    }
    return this.#reader.end();
  }

  /** Without recursion: nodes may be nested as deep as anyone likes. */
  #each(nodes: readonly MarkdownText[]): void {
    const stack: Step[] = nodes.toReversed();
    for (let step = stack.pop(); step; step = stack.pop()) {
      if (typeof step === 'function') step();
      else this.#enter(step, stack);
    }
  }

  #enter(place: MarkdownText, stack: Step[]): void {
    const reader = this.#reader;
    const {node} = place;
    const {type, value = ''} = node;
    if (type === 'text') {
      reader.text(value, place);
      return;
    }
    if (type === 'html') readRawTags(value, reader);
    if (type === 'mdxTextExpression') {
      readExpression(reader, place);
      return;
    }
    if (UNREAD.test(type)) return;
    if (type === 'footnoteDefinition') {
      this.#footnotes.push(place);
      return;
    }
    if (type === 'footnoteReference') {
      this.#open('a');
      reader.text('1', place);
      reader.close();
      return;
    }
    if (type === 'list' && !isLoose(node))
      for (const item of node.children ?? []) this.#tight.add(item);
    // A paragraph of a tight list is not there in HTML.
    const isThere = type !== 'paragraph' || !this.#tight.has(place.parent);
    const tag = isThere ? this.#tagOf(node) : undefined;
    if (tag) {
      reader.open(tag);
      stack.push(() => reader.close());
    }
    // What code says stands beside other text.
    if (value) reader.text(value, place);
    for (const child of childrenOf(place).toReversed()) stack.push(child);
  }

  #open(name: string): void {
    this.#reader.open({name, attribute: none});
  }

  #tagOf(node: MarkdownNode): Tag | undefined {
    if (isJsx(node)) return jsxTag(node);
    const name = nameOf(node);
    if (name === undefined) return undefined;
    const address = () =>
      node.type === 'linkReference'
        ? this.#addresses.get(node.identifier ?? '')
        : node.url;
    return {
      name,
      attribute: (key) =>
        key === 'href'
          ? address()
          : key === 'term'
            ? node.data?.hProperties?.term
            : undefined,
    };
  }
}

const none = () => undefined;

/** What has lines of text in it; a mark in one has no meaning in another. */
const BLOCK = /^(?:paragraph|tableCell)$/;

const childrenOf = ({node, block}: MarkdownText): readonly MarkdownText[] =>
  (node.children ?? []).map((child) => ({
    node: child,
    parent: node,
    block: BLOCK.test(child.type) ? child : block,
  }));

/** As `mdast-util-to-hast` has it. */
const isLoose = ({spread, children = []}: MarkdownNode): boolean =>
  spread === true ||
  children.some((item) => item.spread ?? (item.children?.length ?? 0) > 1);

const nameOf = (node: MarkdownNode): string | undefined => {
  if (node.type === 'list' && node.ordered) return 'ol';
  return node.type === 'heading' ? `h${node.depth}` : NAMES[node.type];
};
