import {absoluteAddress} from '../../glossary/address.js';
import type {AnswerNode} from '../../structured-data/answer-text.js';
import {TIP_LINK} from '../content-contract.js';
import {
  authorNodes,
  DEEPEST_MARKUP,
  isElement,
  isUnread,
  type MarkupTree,
} from './markup-tree.js';

/** A tip, or the link that a prerenderer puts into one: the words are the author's, the rest is not. */
const isAround = <Node>(
  tree: MarkupTree<Node>,
  element: Node,
  name: string,
): boolean =>
  name === 'term-tip' ||
  (name === 'a' && tree.attribute(element, TIP_LINK) !== undefined);

/**
 * An author's nodes for `Answer.text`. A block of questions inside an answer is
 * left out: it has data of its own.
 *
 * @param base Address that links are resolved against.
 */
export const readAnswer = <Node>(
  tree: MarkupTree<Node>,
  nodes: readonly Node[],
  base: string,
  depth = 0,
): readonly AnswerNode[] =>
  nodes.flatMap((node): readonly AnswerNode[] => {
    const name = tree.name(node);
    if (name === '#text') return [tree.text(node)];
    if (!isElement(tree, node) || isUnread(tree, node)) return [];
    if (name === 'faq-block') return [' '];
    if (depth > DEEPEST_MARKUP) return [tree.text(node)];
    const inside = readAnswer(tree, authorNodes(tree, node), base, depth + 1);
    if (isAround(tree, node, name)) return inside;
    const href =
      name === 'a'
        ? absoluteAddress(tree.attribute(node, 'href') ?? '', base)
        : undefined;
    return [{name, href, nodes: inside}];
  });
