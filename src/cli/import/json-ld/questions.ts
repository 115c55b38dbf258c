import type {Question} from '../../../glossary/types.js';
import type {NodeReader} from './node-reader.js';

/** The questions of a `FAQPage` that have an answer. */
export const questionsOf = (page: NodeReader): readonly Question[] =>
  page.nodes('mainEntity', 'Question').flatMap((node) => {
    const question = node.text('name') ?? node.text('text');
    const [answer, ...others] = [
      ...node.nodes('acceptedAnswer', 'Answer'),
      ...node.nodes('suggestedAnswer', 'Answer'),
    ];
    const text = answer?.text('text') ?? answer?.text('name');
    if (others.length) {
      node.drop('acceptedAnswer', 'it has several, of which the first is read');
    }
    answer?.end();
    node.end();
    if (question === undefined || text === undefined) {
      page.drop('mainEntity', 'a question without a text or an answer');
      return [];
    }
    return [{question, answer: text}];
  });
