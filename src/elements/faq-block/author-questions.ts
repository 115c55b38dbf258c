import {adoptOnce} from '../../page/adopt-once.js';
import {slug} from '../../glossary/slug.js';
import {authorStyles} from './author.styles.js';
import type {ShownQuestion} from './questions-template.js';

/** A question that the author wrote as markup. */
export interface AuthorQuestion {
  readonly id: string;
  readonly question: string;
  /** The author's nodes; a `<details>` has them on screen itself. */
  readonly questionNodes: readonly Node[];
  readonly answerNodes: readonly Node[];
}

/** The text of nodes, without what is never on screen. */
const textOf = (nodes: readonly Node[]): string =>
  nodes
    .map((node) =>
      node instanceof Element && node.matches('script, style, template')
        ? ''
        : node.textContent,
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

const question = (
  id: string,
  questionNodes: readonly Node[],
  answerNodes: readonly Node[],
): AuthorQuestion => {
  const text = textOf(questionNodes);
  return {id: id || slug(text), question: text, questionNodes, answerNodes};
};

const fromDetails = (details: Element): AuthorQuestion | undefined => {
  const summary = details.querySelector(':scope > summary');
  if (!summary) return undefined;
  const rest = [...details.childNodes].filter((node) => node !== summary);
  return question(details.id, [...summary.childNodes], rest);
};

/** Each run of `<dt>`s is a question, the `<dd>`s after it are its answer. */
const fromList = (list: Element): AuthorQuestion[] => {
  const questions: AuthorQuestion[] = [];
  let terms: Element[] = [];
  let answers: Element[] = [];
  const end = () => {
    if (terms.length && answers.length) {
      const content =
        answers.length === 1 ? [...answers[0]!.childNodes] : answers;
      const names = terms.flatMap((term) => [...term.childNodes]);
      questions.push(
        question(terms.find(({id}) => id)?.id ?? '', names, content),
      );
    }
    terms = [];
    answers = [];
  };
  for (const item of list.querySelectorAll(
    ':scope > dt, :scope > dd, :scope > div > dt, :scope > div > dd',
  )) {
    if (item.localName === 'dd') {
      answers.push(item);
      continue;
    }
    if (answers.length) end();
    terms.push(item);
  }
  end();
  return questions;
};

/** A `<dd>` is none outside a list: its copy is a `<div>`. */
const clone = (node: Node): Node => {
  if (!(node instanceof Element) || node.localName !== 'dd')
    return node.cloneNode(true);
  const copy = document.createElement('div');
  copy.append(...[...node.childNodes].map(clone));
  return copy;
};

/** A copy to show: the list itself stays as the host made it. */
const copyOf = ({
  id,
  questionNodes,
  answerNodes,
}: AuthorQuestion): ShownQuestion => ({
  id,
  question: questionNodes.map(clone),
  answer: answerNodes.map(clone),
});

/** What an author wrote into a block. */
export interface AuthorMarkup {
  readonly questions: readonly AuthorQuestion[];
  /** What is to be shown in their place; absent where they stay on screen. */
  readonly shown: readonly ShownQuestion[] | undefined;
}

/**
 * Reads the questions among a block's children, in order. Children that are
 * all `<details>` stay on screen and are styled where they are.
 */
export const readAuthorMarkup = (host: Element): AuthorMarkup => {
  const questions: AuthorQuestion[] = [];
  let inPlace = true;
  for (const child of host.children) {
    if (child.localName === 'details') {
      const found = fromDetails(child);
      if (found) questions.push(found);
    } else if (child.localName === 'dl') {
      inPlace = false;
      questions.push(...fromList(child));
    }
  }
  if (inPlace) adoptOnce(host.getRootNode(), authorStyles);
  return {questions, shown: inPlace ? undefined : questions.map(copyOf)};
};
