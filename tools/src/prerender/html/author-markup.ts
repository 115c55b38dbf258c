/**
 * What authors write into our elements, read of a parsed page by the rules by
 * which `author-questions.ts`, `answer-markup.ts` and `trail-items.ts` read it
 * in a browser: the same JSON-LD has to come of both.
 */
import type {DefaultTreeAdapterTypes as Tree} from 'parse5';
import {absoluteAddress, type TrailStep} from 'term-elements/glossary';
import {PRERENDERED, slug, TIP_LINK} from 'term-elements/prerendering';
import {
  answerHtml,
  type AnswerNode,
  DEEPEST_ANSWER,
} from 'term-elements/structured-data';
import {
  attribute,
  childElements,
  descendants,
  type Element,
  isElement,
  isText,
  type Node,
  textContent,
} from '../../documents/html/tree.js';

/** A question that an author wrote as markup. */
export interface AuthorQuestion {
  readonly id: string;
  readonly question: string;
  readonly questionNodes: readonly Node[];
  readonly answerNodes: readonly Node[];
}

const UNREAD = /^(?:script|style|template)$/;

const spaced = (text: string) => text.replace(/\s+/g, ' ');

const textOf = (nodes: readonly Node[]): string =>
  spaced(
    nodes
      .map((node) =>
        isElement(node) && UNREAD.test(node.tagName) ? '' : textContent([node]),
      )
      .join(''),
  ).trim();

const questionOf = (
  id: string | undefined,
  questionNodes: readonly Node[],
  answerNodes: readonly Node[],
): AuthorQuestion => {
  const question = textOf(questionNodes);
  return {id: id || slug(question), question, questionNodes, answerNodes};
};

const fromDetails = (details: Element): AuthorQuestion | undefined => {
  const summary = childElements(details).find(
    ({tagName}) => tagName === 'summary',
  );
  return (
    summary &&
    questionOf(
      attribute(details, 'id'),
      summary.childNodes,
      details.childNodes.filter((node) => node !== summary),
    )
  );
};

/** The items of a list; a `<div>` may be around a group. */
const itemsOf = (list: Element): readonly Element[] =>
  childElements(list)
    .flatMap((child) =>
      child.tagName === 'div' ? childElements(child) : child,
    )
    .filter(({tagName}) => tagName === 'dt' || tagName === 'dd');

const fromList = (list: Element): readonly AuthorQuestion[] => {
  const questions: AuthorQuestion[] = [];
  let terms: Element[] = [];
  let answers: Element[] = [];
  const end = () => {
    if (terms.length && answers.length) {
      const id = terms.map((term) => attribute(term, 'id')).find(Boolean);
      const names = terms.flatMap(({childNodes}) => childNodes);
      const [only, ...others] = answers;
      questions.push(
        questionOf(id, names, others.length ? answers : only!.childNodes),
      );
    }
    terms = [];
    answers = [];
  };
  for (const item of itemsOf(list)) {
    if (item.tagName === 'dd') {
      answers.push(item);
      continue;
    }
    if (answers.length) end();
    terms.push(item);
  }
  end();
  return questions;
};

/** What an author wrote into a `<faq-block>`. */
export interface AuthorQuestions {
  readonly questions: readonly AuthorQuestion[];
  /** Children that are all `<details>` stay on screen. */
  readonly inPlace: boolean;
}

export const authorQuestions = (
  children: readonly Element[],
): AuthorQuestions => {
  let inPlace = true;
  const questions = children.flatMap((child) => {
    if (child.tagName === 'details') return fromDetails(child) ?? [];
    if (child.tagName !== 'dl') return [];
    inPlace = false;
    return fromList(child);
  });
  return {questions, inPlace};
};

/** A tip, or the link in one: the words are the author's, the rest is not. */
const isAround = (element: Element): boolean =>
  element.tagName === 'term-tip' ||
  (element.tagName === 'a' && attribute(element, TIP_LINK) !== undefined);

/** What the author wrote into an element, also where its content has been written there. */
const authorNodes = (element: Element): readonly Node[] => {
  if (attribute(element, PRERENDERED) === undefined) return element.childNodes;
  const kept = childElements(element).findLast(
    ({tagName}) => tagName === 'template',
  );
  return kept && 'content' in kept
    ? (kept as Tree.Template).content.childNodes
    : [];
};

const answerNodes = (
  nodes: readonly Node[],
  base: string,
  depth = 0,
): readonly AnswerNode[] =>
  nodes.flatMap((node): readonly AnswerNode[] => {
    if (isText(node)) return [node.value];
    if (!isElement(node)) return [];
    if (depth > DEEPEST_ANSWER) return [textContent([node])];
    const inside = answerNodes(authorNodes(node), base, depth + 1);
    if (isAround(node)) return inside;
    const name = node.tagName;
    const href =
      name === 'a'
        ? absoluteAddress(attribute(node, 'href') ?? '', base)
        : undefined;
    return [{name, href, nodes: inside}];
  });

/** An author's nodes for `Answer.text`. */
export const answerMarkup = (nodes: readonly Node[], base: string): string =>
  answerHtml(answerNodes(nodes, base));

/** The items of the lists in an author's trail. */
const trailItems = (host: Element): readonly Element[] =>
  childElements(host).flatMap((child) => {
    if (child.tagName === 'nav')
      return [...descendants(child)].filter(({tagName}) => tagName === 'li');
    return child.tagName === 'ol' || child.tagName === 'ul'
      ? childElements(child).filter(({tagName}) => tagName === 'li')
      : [];
  });

/** A longer way leads nowhere; each step is read with all that is inside it. */
const MOST_STEPS = 200;

/** An author's own trail: a step for each item, its address from its link. */
export const authorTrail = (
  host: Element,
  base: string,
): readonly TrailStep[] =>
  trailItems(host)
    .slice(0, MOST_STEPS)
    .map((item) => {
      const links = [...descendants(item)].filter(
        ({tagName}) => tagName === 'a',
      );
      const href = links
        .map((link) => attribute(link, 'href'))
        .find((value) => value !== undefined);
      return {
        name: spaced(textContent((links[0] ?? item).childNodes)).trim(),
        url:
          href === undefined || !URL.canParse(href, base)
            ? href
            : new URL(href, base).href,
      };
    });
