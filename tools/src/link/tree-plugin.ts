import {type Lexicon, lexiconOf} from './lexicon.js';
import {type DocumentOptions, linksOf, type MarkedLink} from './links-of.js';
import type {Reading} from './reader.js';
import {resolveReference, unknownMessage} from './references.js';
import type {Form} from './settings.js';
import type {TextRun} from './text-run.js';
import {
  isInOneText,
  type MakeNode,
  type TreeNode,
  type TreeText,
  wordsOf,
  writeTree,
} from './tree.js';

/** A link as its author wrote it. */
interface AuthoredLink {
  readonly href: string;
  /** It has a title or attributes, which stay: only its address may change. */
  readonly isOwn: boolean;
  /** The same link with another address. */
  withHref(href: string): TreeNode;
}

/** How a plug-in of unified reads trees of its kind, and writes into them. */
interface TreeForm {
  readonly read: (
    tree: TreeNode,
    reading: Reading,
  ) => readonly TextRun<TreeText>[];
  /** Links of a tree; `undefined` for any other node. */
  readonly linksIn: (
    tree: TreeNode,
  ) => (node: TreeNode) => AuthoredLink | undefined;
  /** What stands in the place of words that name an entry. */
  readonly nodeOf: MakeNode;
  /** Whether a mention can be linked, for a tree with a source of its own. */
  readonly acceptsIn?: (
    tree: TreeNode,
    source: string,
  ) => (link: Place) => boolean;
}

/** Where a mention stands. */
type Place = Pick<MarkedLink<TreeText>, 'start' | 'end'>;

/** A file of unified, as far as it is needed: its source, and who collects warnings. */
export interface File {
  readonly value?: unknown;
  message?(reason: string, place?: unknown): unknown;
}

/** Puts what a linker writes in the place of authors' references. */
const resolveInTree = (
  tree: TreeNode,
  lexicon: Lexicon,
  form: Form,
  {linksIn, nodeOf}: Pick<TreeForm, 'linksIn' | 'nodeOf'>,
  file: File | undefined,
): void => {
  const linkOf = linksIn(tree);
  const stack = [tree];
  for (let parent = stack.pop(); parent; parent = stack.pop()) {
    // A leaf stays one: others ask whether there are children.
    if (!parent.children) continue;
    parent.children = parent.children.map((node) => {
      const link = linkOf(node);
      const resolved =
        link &&
        resolveReference(
          link.href,
          wordsOf(node),
          lexicon,
          link.isOwn ? 'link' : form,
        );
      if (!resolved) {
        stack.push(node);
        return node;
      }
      if ('unknown' in resolved)
        file?.message?.(unknownMessage(resolved.unknown), node);
      const {markup} = 'markup' in resolved ? resolved : {};
      if (!markup) return node;
      return link.isOwn
        ? link.withHref(markup.href!)
        : nodeOf(node.children ?? [], {markup, addition: ''});
    });
  }
};

/**
 * Links the words of trees, in place.
 *
 * @throws {TypeError} If it is not a glossary.
 * @throws {SelectorError} Where `exclude` or `within` is no selector.
 */
export const treePlugin = (
  options: DocumentOptions,
  {read, linksIn, nodeOf, acceptsIn}: TreeForm,
): ((tree: TreeNode, file?: File) => void) => {
  // JavaScript callers may give none, which is reported as a missing glossary.
  const lexicon = lexiconOf(options?.glossary, options);
  return (tree, file) => {
    const source = typeof file?.value === 'string' ? file.value : '';
    const accepts = source && acceptsIn ? acceptsIn(tree, source) : undefined;
    resolveInTree(tree, lexicon, options.as ?? 'both', {linksIn, nodeOf}, file);
    const {links} = linksOf(
      (reading) => read(tree, reading),
      lexicon,
      options,
      'both',
      (link) => isInOneText(link) && accepts?.(link) !== false,
    );
    writeTree(links, nodeOf);
  };
};
