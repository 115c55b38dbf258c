import {type Lexicon, lexiconOf} from './lexicon.js';
import {type DocumentOptions, linksOf, type MarkedLink} from './links-of.js';
import type {Reading} from './reader.js';
import {resolveReference, unknownMessage} from './references.js';
import type {Form} from './settings.js';
import type {Stretch} from './text-run.js';
import {
  isInOneText,
  type MakeNode,
  type TreeNode,
  type TreeText,
  wordsOf,
  writeTree,
} from './tree.js';

/** How a plug-in of unified reads trees of its kind, and writes into them. */
interface TreeForm {
  readonly read: (
    tree: TreeNode,
    reading: Reading,
  ) => readonly Stretch<TreeText>[];
  /** Address of a link; `undefined` for any other node. */
  readonly hrefOf: (node: TreeNode) => string | undefined;
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
  {hrefOf, nodeOf}: Pick<TreeForm, 'hrefOf' | 'nodeOf'>,
  file: File | undefined,
): void => {
  const stack = [tree];
  for (let parent = stack.pop(); parent; parent = stack.pop()) {
    // A leaf stays one: others ask whether there are children.
    if (!parent.children) continue;
    parent.children = parent.children.map((node) => {
      const href = hrefOf(node);
      const resolved =
        href === undefined
          ? undefined
          : resolveReference(href, wordsOf(node), lexicon, form);
      if (!resolved) {
        stack.push(node);
        return node;
      }
      if ('unknown' in resolved)
        file?.message?.(unknownMessage(resolved.unknown), node);
      const {markup} = 'markup' in resolved ? resolved : {};
      return markup
        ? nodeOf(node.children ?? [], {markup, addition: ''})
        : node;
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
  {read, hrefOf, nodeOf, acceptsIn}: TreeForm,
): ((tree: TreeNode, file?: File) => void) => {
  // JavaScript may have given none, which is told as a glossary that is not there.
  const lexicon = lexiconOf(options?.glossary, options);
  return (tree, file) => {
    const source = typeof file?.value === 'string' ? file.value : '';
    const accepts = source && acceptsIn ? acceptsIn(tree, source) : undefined;
    resolveInTree(tree, lexicon, options.as ?? 'both', {hrefOf, nodeOf}, file);
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
