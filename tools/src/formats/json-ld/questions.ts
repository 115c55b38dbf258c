import {fromHtml} from '../../documents/html/to-rich-text.js';
import type {Question, RichText} from 'term-elements/glossary';
import type {NodeReader} from './node-reader.js';

/** Whether a text has tags of HTML in it. */
export const hasTags = (text: string): boolean => TAG.test(text);

/** A tag of HTML, as `Answer.text` may hold them. */
const TAG =
  /<\/?(?:p|br|ul|ol|li|a|b|strong|i|em|div|h[1-6]|code|span)(?:\s[^<>]{0,2000})?\/?>/i;

/**
 * The questions of a `FAQPage` that have an answer.
 *
 * @param isOurs We say of each answer whether it is HTML; of those of others it
 *     is recognised by its tags.
 */
export const questionsOf = (
  page: NodeReader,
  isOurs: boolean,
): readonly Question[] =>
  page.nodes('mainEntity', 'Question').flatMap((node) => {
    const question = node.text('name') ?? node.text('text');
    const [answer, ...others] = [
      ...node.nodes('acceptedAnswer', 'Answer'),
      ...node.nodes('suggestedAnswer', 'Answer'),
    ];
    const text = answer && answerOf(answer, isOurs);
    if (others.length) {
      node.drop('acceptedAnswer', 'it has several, of which the first is read');
    }
    node.end();
    if (question === undefined || text === undefined) {
      page.drop('mainEntity', 'a question without a text or an answer');
      return [];
    }
    return [{question, answer: text}];
  });

const answerOf = (
  answer: NodeReader,
  isOurs: boolean,
): RichText | undefined => {
  const text = answer.text('text') ?? answer.text('name');
  const isHtml = answer.text('encodingFormat') === 'text/html';
  answer.end();
  if (text === undefined || !(isHtml || (!isOurs && TAG.test(text)))) {
    return text;
  }
  const converted = fromHtml(text);
  for (const {what} of converted.dropped) answer.drop('text', what);
  return converted.text;
};
