import {absoluteAddress} from '../glossary/address.js';
import {PRERENDERED, TIP_LINK} from './content-contract.js';
import {
  answerHtml,
  type AnswerNode,
  DEEPEST_ANSWER,
} from '../structured-data/answer-text.js';

/** A tip, or the link that a prerenderer puts into one: the words are the author's, the rest is not. */
const AROUND = `term-tip, a[${TIP_LINK}]`;

/** What the author wrote into an element, also where a prerenderer has put its content there. */
const authorNodes = (element: Element): Iterable<Node> => {
  if (!element.hasAttribute(PRERENDERED)) return element.childNodes;
  const kept = element.querySelector<HTMLTemplateElement>(':scope > template');
  return kept?.content.childNodes ?? [];
};

const answerNodes = (nodes: Iterable<Node>, depth = 0): readonly AnswerNode[] =>
  [...nodes].flatMap((node): readonly AnswerNode[] => {
    if (node instanceof Text) return [node.data];
    if (!(node instanceof Element)) return [];
    if (depth > DEEPEST_ANSWER) return [node.textContent];
    const inside = answerNodes(authorNodes(node), depth + 1);
    if (node.matches(AROUND)) return inside;
    const name = node.localName;
    const href =
      name === 'a'
        ? absoluteAddress(node.getAttribute('href') ?? '', node.baseURI)
        : undefined;
    return [{name, href, nodes: inside}];
  });

/** An author's nodes for `Answer.text`. */
export const answerMarkup = (nodes: readonly Node[]): string =>
  answerHtml(answerNodes(nodes));
