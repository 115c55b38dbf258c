import {slug} from '../../glossary/slug.js';
import {
  authorElements,
  authorNodes,
  DEEPEST_MARKUP,
  isElement,
  isUnread,
  type MarkupTree,
  readName,
} from './markup-tree.js';

/** A question that an author wrote as markup. */
export interface AuthorQuestion<Node> {
  /** Fragment of the page's address that opens it. */
  readonly id: string;
  /** Its name, which is never empty. */
  readonly question: string;
  readonly questionNodes: readonly Node[];
  readonly answerNodes: readonly Node[];
}

/** What an author wrote into a `<faq-block>`. */
export interface AuthorQuestions<Node> {
  readonly questions: readonly AuthorQuestion<Node>[];
  /**
   * Whether the markup stays on screen: if all questions are `<details>`, and if
   * there is more than questions, which nobody may lose.
   */
  readonly inPlace: boolean;
}

/** What has questions, or a name, of its own. */
const OF_THEIR_OWN = /^(?:faq-block|term-area|term-card)$/;

/** Elements that are on screen without a text. */
const REPLACED =
  /^(?:audio|button|canvas|embed|iframe|img|input|math|meter|object|progress|select|svg|textarea|video)$/;

/** Collects the questions of one block. */
class QuestionReader<Node> {
  readonly questions: AuthorQuestion<Node>[] = [];
  /** There is a list, which is shown as an accordion. */
  hasList = false;
  /** There is more than questions. */
  hasMore = false;

  constructor(readonly tree: MarkupTree<Node>) {}

  read(nodes: readonly Node[], depth = 0): void {
    const {tree} = this;
    for (const node of nodes) {
      const name = tree.name(node);
      if (name === '#text') this.hasMore ||= tree.text(node).trim() !== '';
      else if (isElement(tree, node) && !isUnread(tree, node))
        this.#readElement(node, name, depth);
    }
  }

  #readElement(element: Node, name: string, depth: number): void {
    if (name === 'details') this.#readDetails(element);
    else if (name === 'dl') this.#readList(element);
    else if (REPLACED.test(name) || OF_THEIR_OWN.test(name))
      this.hasMore = true;
    else if (depth < DEEPEST_MARKUP)
      this.read(authorNodes(this.tree, element), depth + 1);
  }

  #readDetails(details: Node): void {
    const {tree} = this;
    const nodes = authorNodes(tree, details);
    const summary = nodes.find((node) => tree.name(node) === 'summary');
    this.#add(
      [details],
      summary === undefined ? [] : [summary],
      summary === undefined ? [] : authorNodes(tree, summary),
      nodes.filter((node) => node !== summary),
    );
  }

  /** Each run of `<dt>`s is a question, the `<dd>`s after it are its answer. */
  #readList(list: Node): void {
    const {tree} = this;
    this.hasList = true;
    let terms: Node[] = [];
    let answers: Node[] = [];
    const end = () => {
      const [only] = answers;
      const content = answers.length === 1 ? authorNodes(tree, only!) : answers;
      const names = terms.flatMap((term) => [...authorNodes(tree, term)]);
      if (terms.length + answers.length)
        this.#add(terms, terms, names, content);
      terms = [];
      answers = [];
    };
    for (const item of itemsOf(tree, list)) {
      if (tree.name(item) === 'dd') {
        answers.push(item);
        continue;
      }
      if (answers.length) end();
      terms.push(item);
    }
    end();
  }

  /** Adds a question if it has a name and an answer. */
  #add(
    withId: readonly Node[],
    named: readonly Node[],
    questionNodes: readonly Node[],
    answerNodes: readonly Node[],
  ): void {
    const {tree} = this;
    const question = readName(tree, named);
    if (!question || !answerNodes.length) {
      this.hasMore = true;
      return;
    }
    const id = withId.map((node) => tree.attribute(node, 'id')).find(Boolean);
    this.questions.push({
      id: id ?? slug(question),
      question,
      questionNodes,
      answerNodes,
    });
  }
}

/** The items of a list; a `<div>` may be around a group. */
const itemsOf = <Node>(tree: MarkupTree<Node>, list: Node): readonly Node[] =>
  authorElements(tree, list)
    .flatMap((child) =>
      tree.name(child) === 'div' ? authorElements(tree, child) : [child],
    )
    .filter((item) => /^d[dt]$/.test(tree.name(item)));

/** Reads the questions among nodes, in order, also from inside wrappers. */
export const readQuestions = <Node>(
  tree: MarkupTree<Node>,
  nodes: readonly Node[],
): AuthorQuestions<Node> => {
  const reader = new QuestionReader(tree);
  reader.read(nodes);
  return {
    questions: reader.questions,
    inPlace: !reader.hasList || reader.hasMore,
  };
};

/** The warning for a block in which no question was found. */
export const NO_QUESTIONS =
  'has no questions: expected <details> with a <summary>, or <dl>, inside it, or the attribute area. If they are in the source of the page, its editor or Markdown has moved them out of the element';
