import {slug} from '../../internal/slug.js';

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

/**
 * The questions among an element's children, in order.
 *
 * @returns `inPlace`: they are all `<details>`, which stay on screen as they are.
 */
export const authorQuestions = (
  host: Element,
): {questions: readonly AuthorQuestion[]; inPlace: boolean} => {
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
  return {questions, inPlace};
};
