import {lexiconOf} from './lexicon.js';
import {type DocumentOptions, linksOf, type MarkedLink} from './links-of.js';
import type {Reading} from './reader.js';
import type {Stretch} from './text-run.js';
import {isInOneText, type TreeNode, type TreeText, writeTree} from './tree.js';

/** How a plug-in of unified reads trees of its kind, and writes into them. */
interface TreeForm {
  readonly read: (
    tree: TreeNode,
    reading: Reading,
  ) => readonly Stretch<TreeText>[];
  /** What stands in the place of words that name an entry. */
  readonly nodeOf: (words: TreeNode, link: MarkedLink<TreeText>) => TreeNode;
}

/**
 * Links the words of trees, in place.
 *
 * @throws {TypeError} If it is not a glossary.
 * @throws {SelectorError} Where `exclude` or `within` is no selector.
 */
export const treePlugin = (
  options: DocumentOptions,
  {read, nodeOf}: TreeForm,
): ((tree: TreeNode) => void) => {
  // JavaScript may have given none, which is told as a glossary that is not there.
  const lexicon = lexiconOf(options?.glossary, options);
  return (tree) => {
    const {links} = linksOf(
      (reading) => read(tree, reading),
      lexicon,
      options,
      'both',
      isInOneText,
    );
    writeTree(links, nodeOf);
  };
};
