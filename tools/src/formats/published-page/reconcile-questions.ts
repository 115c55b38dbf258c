import {type Node, nodeOf, nodesOf, textOf} from './nodes.js';
import type {PageQuestion, ReadPage} from './page.js';
import {words} from './same-text.js';
import {named, type Reconciliation} from './reconciliation.js';

/** Compares the questions of a page with its `FAQPage`. */
export const reconcileQuestions = (
  page: ReadPage,
  node: Node,
  line: number,
  reconciliation: Reconciliation,
) => {
  dropRepeated(page);
  const stated = nodesOf(node, 'mainEntity');
  const pairs = new Map<PageQuestion, Node>();
  const byName = new Map<string, Node[]>();
  for (const other of stated) {
    const name = words(textOf(other, 'name') ?? '');
    byName.set(name, [...(byName.get(name) ?? []), other]);
  }
  const free = new Set(stated);
  for (const question of page.questions) {
    const match = byName.get(words(question.question))?.shift();
    if (!match) continue;
    pairs.set(question, match);
    free.delete(match);
  }
  // What is left over on both sides, in the same place, is the same question.
  for (const [index, question] of page.questions.entries()) {
    const other = stated[index];
    if (pairs.has(question) || !other || !free.has(other)) continue;
    pairs.set(question, other);
    free.delete(other);
  }
  // A page of HTML may have its questions where they are not read.
  if (page.source)
    reconcileSets(page, node, line, {pairs, free}, reconciliation);
  for (const [question, other] of pairs) {
    const {line} = question;
    const of = `answer to "${question.question.slice(0, 60)}"`;
    question.question = reconciliation.value(
      'question',
      question.question,
      line,
      other,
      ['name'],
    );
    question.answer = reconciliation.value(
      of,
      question.answer,
      line,
      nodeOf(other, 'acceptedAnswer'),
      ['text'],
    );
  }
};

/** Which question of a page is which of its data, and what is only in the data. */
interface Matches {
  readonly pairs: Map<PageQuestion, Node>;
  readonly free: ReadonlySet<Node>;
}

/** Makes the questions of the data those that the page asks. */
const reconcileSets = (
  page: ReadPage,
  node: Node,
  line: number,
  {pairs, free}: Matches,
  reconciliation: Reconciliation,
): void => {
  const asked = new Set(page.questions.map(({question}) => words(question)));
  for (const other of free) {
    const name = words(textOf(other, 'name') ?? '');
    reconciliation.correct(
      line,
      asked.has(name)
        ? `the JSON-LD asks ${named(name)} twice; the first counts`
        : `the JSON-LD asks ${named(name)}, which the page does not show; it is left out`,
    );
  }
  const missing = page.questions.filter((question) => !pairs.has(question));
  for (const question of missing) {
    reconciliation.correct(
      question.line,
      `the page asks ${named(question.question)}, which its JSON-LD does not; it is added`,
    );
    pairs.set(question, {
      '@type': 'Question',
      name: question.question,
      acceptedAnswer: {'@type': 'Answer', text: question.answer},
    });
  }
  // Questions in an order of their own stay in it.
  if (free.size || missing.length)
    node.mainEntity = page.questions.map((question) => pairs.get(question)!);
};

/** A question that a page asks twice is one. */
const dropRepeated = (page: ReadPage): void => {
  const asked = new Set<string>();
  const once = page.questions.filter(({question}) => {
    const isFirst = !asked.has(words(question));
    asked.add(words(question));
    return isFirst;
  });
  page.questions.splice(0, page.questions.length, ...once);
};
