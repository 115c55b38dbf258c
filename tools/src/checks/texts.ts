/** The rich texts of a document, and what is in them. */
import {type Inline, parseRichText} from 'term-elements/rich-text';
import type {Formulas} from 'term-elements/glossary';
import {areasOf, type Located, questionsOf, termsOf, textsOf} from './walk.js';

/** Definitions and answers, in all languages. */
export const richTextsOf = (document: unknown): Located<unknown>[] => [
  ...termsOf(document).flatMap((term) => textsOf(term, 'definition')),
  ...areasOf(document)
    .flatMap(questionsOf)
    .flatMap((question) => textsOf(question, 'answer')),
];

/** Every inline part of a text, if it is one in Markdown. */
export function* inlinesOf(text: unknown): Generator<Inline> {
  const {markdown, math} = Object(text) as {
    markdown?: unknown;
    math?: Formulas;
  };
  if (typeof markdown !== 'string') return;
  const stack = parseRichText(markdown, math)
    .flatMap((block) =>
      block.type === 'list' ? block.items.flat() : block.children,
    )
    .reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    if (!('children' in node)) continue;
    for (const child of node.children.toReversed()) stack.push(child);
  }
}
