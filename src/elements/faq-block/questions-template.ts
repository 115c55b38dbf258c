import {html, nothing, type TemplateResult} from 'lit';
import type {TermLinks} from '../../glossary/source.js';
import type {Question} from '../../glossary/types.js';
import {heading} from '../../page/heading.js';
import {slug} from '../../glossary/slug.js';
import {toLit} from '../../rich-text/to-lit.js';

/** A question as it is shown. */
export interface ShownQuestion {
  /** Fragment of the page's address that opens it. */
  readonly id: string;
  readonly question: unknown;
  readonly answer: unknown;
}

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

/** How questions are shown. */
export interface QuestionsView {
  readonly headingLevel: number;
  /** One question is open at a time. */
  readonly exclusive?: boolean;
}

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
