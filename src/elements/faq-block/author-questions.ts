import {readAnswer} from '../../page/author-markup/answers.js';
import {domTree} from '../../page/author-markup/dom.js';
import {authorNodes} from '../../page/author-markup/markup-tree.js';
import {
  type AuthorQuestion,
  type AuthorQuestions,
  NO_QUESTIONS,
  readQuestions,
} from '../../page/author-markup/questions.js';
import {reportNothing} from '../../page/author-markup/report-nothing.js';
import {HostSheet} from '../../page/host-traces/restored.js';
import type {AnswerNode} from '../../structured-data/answer-text.js';
import {authorStyles} from './author.styles.js';
import type {ShownQuestion} from './questions-content.js';

/** What an author wrote into a block. */
export interface AuthorMarkup {
  /** For the structured data. */
  readonly questions: readonly {
    readonly id: string;
    readonly question: string;
    readonly answer: readonly AnswerNode[];
  }[];
  /** What is to be shown in their place; absent if they stay on screen. */
  readonly shown: readonly ShownQuestion[] | undefined;
}

const authorSheet = new HostSheet(
  authorStyles,
  (root) => root.querySelector('faq-block') !== null,
);

/** A `<dd>` belongs into a list: its copy is a `<div>`. */
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
}: AuthorQuestion<Node>): ShownQuestion => ({
  id,
  question: questionNodes.map(clone),
  answer: answerNodes.map(clone),
});

const read = (host: Element): AuthorQuestions<Node> =>
  readQuestions(domTree, authorNodes(domTree, host));

/**
 * Reads the questions that an author wrote into a block, in order. Those that
 * stay on screen are styled where they are.
 *
 * @param isOwn Whether the element shows it, and has been given no area by then.
 */
export const readAuthorQuestions = (
  host: Element,
  isOwn: () => boolean,
): AuthorMarkup => {
  const {questions, inPlace} = read(host);
  if (inPlace) authorSheet.adopt(host.getRootNode());
  if (!questions.length)
    reportNothing(
      host,
      NO_QUESTIONS,
      () => isOwn() && !read(host).questions.length,
    );
  return {
    questions: questions.map(({id, question, answerNodes}) => ({
      id,
      question,
      answer: readAnswer(domTree, answerNodes, host.baseURI),
    })),
    shown: inPlace ? undefined : questions.map(copyOf),
  };
};
