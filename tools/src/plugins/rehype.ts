import {readHast} from '../link/hast/read.js';
import type {DocumentOptions} from '../link/links-of.js';
import {LINK_CLASS} from '../link/markup.js';
import {treePlugin} from '../link/tree-plugin.js';
import type {MakeNode, TreeNode} from '../link/tree.js';

export type RehypeTermsOptions = DocumentOptions;

/**
 * Links the words of an HTML tree that name entries of a glossary.
 *
 * @example
 * unified().use(remarkParse).use(remarkRehype).use(rehypeTerms, {glossary})
 *
 * @throws {TypeError} If it is not a glossary.
 * @throws {SelectorError} Where `exclude` or `within` is no selector.
 */
export default function rehypeTerms(
  options: RehypeTermsOptions,
): ReturnType<typeof treePlugin> {
  return treePlugin(options, {read: readHast, linksIn, nodeOf});
}

const element = (
  tagName: string,
  properties: Readonly<Record<string, unknown>>,
  children: readonly TreeNode[],
) => ({type: 'element', tagName, properties, children});

const linksIn: Parameters<typeof treePlugin>[1]['linksIn'] = () => (node) => {
  const {tagName, properties = {}} = node as TreeNode & {
    readonly properties?: Readonly<Record<string, unknown>>;
  };
  const {href, ...others} = properties;
  if (tagName !== 'a' || typeof href !== 'string') return undefined;
  return {
    href,
    isOwn: Object.keys(others).length > 0,
    withHref: (address) =>
      ({...node, properties: {...properties, href: address}}) as TreeNode,
  };
};

const nodeOf: MakeNode = (words, {markup: {href, tip}, addition}) => {
  const added = addition ? [{type: 'text', value: addition}] : [];
  // Inside what is a tip or a link as a whole, so that it differs from text.
  if (tip === undefined)
    return element('a', {className: [LINK_CLASS], href}, [...words, ...added]);
  const inner =
    href === undefined
      ? words
      : [element('a', {href, dataTermLink: ''}, words)];
  return element('term-tip', {term: tip}, [...inner, ...added]);
};
