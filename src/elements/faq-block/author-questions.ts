import {absoluteAddress} from '../../glossary/address.js';
import {slug} from '../../internal/slug.js';
import type {AnsweredQuestion} from '../../structured-data/faq-page.js';

/** A question that the author wrote as markup. */
export interface AuthorQuestion extends AnsweredQuestion {
  readonly id: string;
  /** The author's nodes; a `<details>` has them on screen itself. */
  readonly questionNodes: readonly Node[];
  readonly answerNodes: readonly Node[];
}

/** Elements that `Answer.text` may hold. */
const ALLOWED = /^(h[1-6]|br|ol|ul|li|a|p|div|b|strong|i|em)$/;
const UNSEEN = /^(script|style|template|noscript)$/;

const escape = (text: string) =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

const htmlOf = (node: Node): string => {
  if (node instanceof Text) return escape(node.data.replace(/\s+/g, ' '));
  if (!(node instanceof Element) || UNSEEN.test(node.localName)) return '';
  const inner = [...node.childNodes].map(htmlOf).join('');
  const name = node.localName;
  if (!ALLOWED.test(name)) return inner;
  if (name === 'br') return '<br>';
  if (name !== 'a') return `<${name}>${inner.trim()}</${name}>`;
  const address = absoluteAddress(
    node.getAttribute('href') ?? '',
    node.baseURI,
  );
  return address === undefined
    ? inner
    : `<a href="${escape(address)}">${inner}</a>`;
};

const textOf = (nodes: readonly Node[]): string =>
  nodes
    .map((node) =>
      node instanceof Element && UNSEEN.test(node.localName)
        ? ''
        : node.textContent,
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** Text where the markup says nothing, else the HTML that an answer may hold. */
const answerOf = (nodes: readonly Node[]): string => {
  const elements = nodes.filter((node) => node instanceof Element);
  const plain =
    elements.length === 0 ||
    (elements.length === 1 &&
      /^(p|div|dd)$/.test(elements[0]!.localName) &&
      !elements[0]!.children.length);
  return plain ? textOf(nodes) : nodes.map(htmlOf).join('').trim();
};

const question = (
  id: string,
  questionNodes: readonly Node[],
  answerNodes: readonly Node[],
) => {
  const text = textOf(questionNodes);
  return {
    id: id || slug(text),
    question: text,
    answer: answerOf(answerNodes),
    questionNodes,
    answerNodes,
  };
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
