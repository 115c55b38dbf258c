import {definitionNodesOf} from '../documents/markdown/definitions.js';
import type {DocumentOptions} from '../link/links-of.js';
import {protectionOf} from '../link/markdown/protect.js';
import {type MarkdownText, readMarkdown} from '../link/markdown/read.js';
import {LINK_CLASS} from '../link/markup.js';
import {treePlugin} from '../link/tree-plugin.js';
import type {MakeNode, TreeNode} from '../link/tree.js';

export type RemarkTermsOptions = DocumentOptions;

/**
 * Links the words of Markdown that name entries of a glossary.
 *
 * Tips are nodes that `remark-rehype` makes elements of; where the tree becomes
 * Markdown again, ask for `as: 'link'`.
 *
 * @example
 * unified().use(remarkParse).use(remarkTerms, {glossary}).use(remarkRehype)
 *
 * @throws {TypeError} If it is not a glossary.
 * @throws {SelectorError} Where `exclude` or `within` is no selector.
 */
export default function remarkTerms(
  options: RemarkTermsOptions,
): ReturnType<typeof treePlugin> {
  return treePlugin(options, {read: readMarkdown, linksIn, nodeOf, acceptsIn});
}

/** In the source stands what a tree does not have: escapes, and what is between blocks. */
const acceptsIn: Parameters<typeof treePlugin>[1]['acceptsIn'] = (
  tree,
  source,
) => {
  const isProtected = protectionOf(source, tree);
  return ({start, end}) =>
    !isProtected(start.at as MarkdownText, start.offset, end.offset);
};

/** A link or a reference, or what such a reference means. */
interface LinkNode extends TreeNode {
  readonly identifier?: string;
  readonly url?: string;
  readonly title?: string | null;
  readonly data?: {readonly hProperties?: object};
}

const linksIn: Parameters<typeof treePlugin>[1]['linksIn'] = (tree) => {
  const definitions = definitionNodesOf<LinkNode>(tree);
  return (node: LinkNode) => {
    const {
      type,
      identifier = '',
      data,
      position,
      children = [],
    } = node as LinkNode & {readonly position?: unknown};
    const target =
      type === 'link'
        ? node
        : type === 'linkReference'
          ? definitions.get(identifier)
          : undefined;
    const {url: href, title} = target ?? {};
    if (href === undefined) return undefined;
    const isOwn =
      (title !== null && title !== undefined) ||
      Object.keys(data?.hProperties ?? {}).length > 0;
    const withHref = (url: string) =>
      ({type: 'link', url, title, data, position, children}) as TreeNode;
    return {href, isOwn, withHref};
  };
};

const nodeOf: MakeNode = (words, {markup: {href, tip}, addition}) => {
  const hProperties =
    tip === undefined ? {className: [LINK_CLASS]} : {dataTermLink: ''};
  const added = addition ? [{type: 'text', value: addition}] : [];
  const link = (children: readonly TreeNode[]) =>
    ({type: 'link', url: href, data: {hProperties}, children}) as TreeNode;
  // Inside what is a tip or a link as a whole, so that it differs from text.
  if (tip === undefined) return link([...words, ...added]);
  const inner = href === undefined ? words : [link(words)];
  return {
    type: 'termTip',
    data: {hName: 'term-tip', hProperties: {term: tip}},
    children: [...inner, ...added],
  } as TreeNode;
};
