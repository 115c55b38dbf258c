import {type Node, nodeOf, nodesOf, textOf} from './nodes.js';
import type {PageQuestion, ReadPage} from './page.js';
import {words} from './same-text.js';
import type {Reconciliation} from './reconciliation.js';

/** Holds the questions of a page against its `FAQPage`. */
export const reconcileQuestions = (
  page: ReadPage,
  node: Node,
  reconciliation: Reconciliation,
) => {
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
