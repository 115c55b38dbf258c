import {html, nothing, type TemplateResult} from 'lit';
import type {TermLinks} from '../../glossary/source.js';
import type {Question} from '../../glossary/types.js';
import {heading} from '../../page/heading.js';
import {slug} from '../../glossary/slug.js';
import {toLit} from '../../rich-text/to-lit.js';
import type {QuestionsView, ShownQuestion} from './questions-content.js';

/** The questions of a glossary as they are shown. */
export const shownQuestions = (
  questions: readonly Question[],
  links: TermLinks,
): readonly ShownQuestion[] =>
  questions.map(({id, question, answer}) => ({
    id: id ?? slug(question),
    question,
    answer: toLit(answer, links),
  }));

/** Questions as an accordion of native `<details>`. */
export const questionsTemplate = (
  questions: readonly ShownQuestion[],
  {headingLevel, exclusive}: QuestionsView,
): TemplateResult => html`
  <div class="questions" part="questions">
    ${questions.map(
      ({id, question, answer}) => html`
        <details id=${id} part="question" name=${exclusive ? 'questions' : nothing}>
          <summary part="summary">${heading(headingLevel, 'heading', question)}</summary>
          <div class="answer" part="answer">${answer}</div>
        </details>
      `,
    )}
  </div>
`;
