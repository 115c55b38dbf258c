import type {MarkedLink} from './links-of.js';

/** A node of a tree of the unified family: mdast, hast. */
export interface TreeNode {
  readonly type: string;
  readonly value?: string | undefined;
  /** Of an element. */
  readonly tagName?: string | undefined;
  children?: readonly TreeNode[] | undefined;
}

/** What these nodes hold is text; other nodes without children hold code or markup. */
const TEXT: ReadonlySet<string> = new Set(['text', 'inlineCode']);

/** The words of a node as a reader sees them. */
export const wordsOf = (node: TreeNode): string => {
  let words = '';
  const stack = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const {type, tagName, value = '', children = []} = next;
    if (TEXT.has(type)) words += value.replace(/\s+/g, ' ');
    else if (type === 'break' || tagName === 'br') words += ' ';
    for (let at = children.length - 1; at >= 0; at--) stack.push(children[at]!);
  }
  return words;
};

/** A text, and what holds it. */
export interface TreeText {
  readonly node: TreeNode;
  readonly parent: TreeNode;
}

/** Makes a link of words, in the form of the tree. */
export type MakeNode = (
  words: readonly TreeNode[],
  link: Pick<MarkedLink<TreeText>, 'markup' | 'addition'>,
) => TreeNode;

/** Whether a mention lies in one text of a tree. */
export const isInOneText = ({
  start,
  end,
}: Pick<MarkedLink<TreeText>, 'start' | 'end'>): boolean =>
  start.at.node === end.at.node;

/** Puts links in the place of their words. */
export const writeTree = (
  links: readonly MarkedLink<TreeText>[],
  make: MakeNode,
): void => {
  const parts = new Map<TreeNode, TreeNode[]>();
  const parents = new Set<TreeNode>();
  const ends = new Map<TreeNode, number>();
  for (const link of links) {
    const {at, offset} = link.start;
    const {node, parent} = at;
    const {value = ''} = node;
    const text = (start: number, end?: number): TreeNode => ({
      type: 'text',
      value: value.slice(start, end),
    });
    const before = parts.get(node) ?? [];
    // What was behind the link before this one.
    if (before.length) before.pop();
    const from = ends.get(node) ?? 0;
    if (offset > from) before.push(text(from, offset));
    before.push(make([text(offset, link.end.offset)], link));
    before.push(text(link.end.offset));
    parts.set(node, before);
    ends.set(node, link.end.offset);
    parents.add(parent);
  }
  for (const parent of parents) {
    parent.children = parent.children!.flatMap((child) => {
      const inside = parts.get(child);
      return inside ? inside.filter(({value}) => value !== '') : [child];
    });
  }
};
