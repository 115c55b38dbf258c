/** What authors write into our elements, read from a parsed page. */
import type {DefaultTreeAdapterTypes as Tree} from 'parse5';
import type {TrailStep} from 'term-elements/glossary';
import {
  type AuthorQuestions,
  type MarkupTree,
  readAnswer,
  readQuestions,
  readTrail,
} from 'term-elements/prerendering';
import {answerHtml} from 'term-elements/structured-data';
import {
  attribute,
  type Element,
  isElement,
  isText,
  type Node,
  textContent,
} from '../../documents/html/tree.js';

/** The tree of a parsed page. */
const parsedTree: MarkupTree<Node> = {
  name: (node) => node.nodeName,
  attribute: (node, name) =>
    isElement(node) ? attribute(node, name) : undefined,
  children: (node) => (isElement(node) ? node.childNodes : []),
  contents: (node) =>
    'content' in node ? (node as Tree.Template).content.childNodes : [],
  text: (node) => (isText(node) ? node.value : textContent([node])),
};

/** The questions among what an author wrote into a `<faq-block>`. */
export const authorQuestions = (
  nodes: readonly Node[],
): AuthorQuestions<Node> => readQuestions(parsedTree, nodes);

/** An author's nodes for `Answer.text`. */
export const answerMarkup = (nodes: readonly Node[], base: string): string =>
  answerHtml(readAnswer(parsedTree, nodes, base));

/** An author's own trail. */
export const authorTrail = (
  host: Element,
  base: string,
): readonly TrailStep[] => readTrail(parsedTree, host, base);
