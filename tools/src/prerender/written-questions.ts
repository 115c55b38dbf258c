/** Prerenders the questions that an author wrote into a `<faq-block>`. */
import {html as namespaces, serialize, serializeOuter} from 'parse5';
import {
  type AuthorQuestion,
  questionsKey,
  type QuestionsSettings,
  questionsTemplate,
  TIP_LINK,
} from 'term-elements/prerendering';
import {buildFaqPage} from 'term-elements/structured-data';
import {answerMarkup, authorQuestions} from './html/author-markup.js';
import {
  attribute,
  descendants,
  type Element,
  isElement,
  type Node,
} from '../documents/html/tree.js';
import {Markup, renderTemplate} from './render-template.js';
import {type Content, isShown, type Surroundings} from './shown-element.js';
import {isLinkable, tipLink} from './tips.js';

/**
 * Questions of `<details>` stay where they are; those of a list are copied into
 * an accordion, their tips made links.
 *
 * @param own What the author wrote into the block.
 */
export const writtenQuestions = async (
  host: Element,
  own: readonly Node[],
  page: Surroundings,
  settings: QuestionsSettings,
): Promise<Content | undefined> => {
  const {questions, inPlace} = authorQuestions(own);
  if (!questions.length) return undefined;
  const nodes = [
    buildFaqPage(
      questions.map(({id, question, answerNodes}) => ({
        id,
        question,
        answer: answerMarkup(answerNodes, page.head.base),
      })),
      page.head,
    ),
  ];
  if (inPlace) return {nodes};
  const inside = questions.flatMap(elementsOf);
  const element = inside.find(isShown);
  if (element) {
    const message = `<${element.tagName}> is inside its <dl>, which is copied; write the questions as <details>`;
    return {nodes, notes: [message]};
  }
  const notes = await linkTips(inside, host, page);
  const shown = questions.map(({id, questionNodes, answerNodes}) => ({
    id,
    question: new Markup(copyOf(questionNodes)),
    answer: new Markup(copyOf(answerNodes)),
  }));
  return {
    key: questionsKey(settings),
    html: renderTemplate(questionsTemplate(shown, settings)),
    nodes,
    notes,
  };
};

const elementsOf = ({
  questionNodes,
  answerNodes,
}: AuthorQuestion<Node>): readonly Element[] =>
  [...questionNodes, ...answerNodes]
    .filter(isElement)
    .flatMap((element) => [element, ...descendants(element)]);

/** Makes tips links in the tree, of which the copy is made; says what cannot be. */
const linkTips = async (
  elements: readonly Element[],
  host: Element,
  page: Surroundings,
): Promise<readonly string[]> => {
  const notes: string[] = [];
  for (const tip of elements) {
    if (tip.tagName !== 'term-tip' || !isLinkable(tip)) continue;
    // In a template, a tip does not know what is around the block.
    const isOwn = attribute(tip, 'src') !== undefined;
    const link = await tipLink(tip, page.sourceOf(isOwn ? tip : host));
    if ('url' in link) putLink(tip, link.url);
    else if (link.problem !== undefined) notes.push(link.problem);
  }
  return notes;
};

const putLink = (tip: Element, url: string): void => {
  const link: Element = {
    nodeName: 'a',
    tagName: 'a',
    attrs: [
      {name: 'href', value: url},
      {name: TIP_LINK, value: ''},
    ],
    namespaceURI: namespaces.NS.HTML,
    childNodes: tip.childNodes,
    parentNode: tip,
  };
  for (const child of link.childNodes) child.parentNode = link;
  tip.childNodes = [link];
};

/** A copy of the author's nodes; a `<dd>` is only valid in a list. */
const copyOf = (nodes: readonly Node[]): string =>
  nodes
    .map((node) =>
      isElement(node) && node.tagName === 'dd'
        ? `<div>${serialize(node)}</div>`
        : serializeOuter(node),
    )
    .join('');
