import type {FAQPage, WithContext} from 'schema-dts';
import {applyForm} from '../glossary/forms.js';
import type {AreaPage, TermLinks} from '../glossary/source.js';
import type {Question, RichText} from '../glossary/types.js';
import {parseRichText} from '../rich-text/parse.js';
import {toHtml} from '../rich-text/to-html.js';
import {type JsonLdNode, SCHEMA_ORG} from './nodes.js';
import {areaAddress, type HostPage, pageRole} from './page-role.js';

/** A question with its answer as it goes into the page's data. */
export interface AnsweredQuestion {
  readonly question: string;
  /** Text, or the HTML that `Answer.text` may hold. */
  readonly answer: string;
}

/** A text for `Answer.text`: a string verbatim, Markdown as its HTML. */
export const answerText = (
  text: RichText,
  links?: TermLinks,
  base?: string,
): string =>
  typeof text === 'string'
    ? text
    : toHtml(parseRichText(text.markdown), links, base);

/** How the publisher writes an answer on this page. */
export const answerFormOf = ({resource, glossary}: AreaPage) =>
  resource?.page?.answerForm ?? glossary.answerForm;

/** Questions with their answers as the publisher writes them. */
export const publishedQuestions = (
  questions: readonly Question[],
  answerForm: string | undefined,
  links?: TermLinks,
  base?: string,
): readonly AnsweredQuestion[] =>
  questions.map(({question, answer}) => {
    const text = answerText(answer, links, base);
    // A mark alone is no answer.
    return {question, answer: text.trim() && applyForm(answerForm, text)};
  });

/** The questions of an area page, as published. */
export const areaQuestions = (
  page: AreaPage,
  base?: string,
): readonly AnsweredQuestion[] =>
  publishedQuestions(page.questions, answerFormOf(page), page.links, base);

/** The questions of an area as a page has them: an embed without the publisher's form. */
export const shownAreaQuestions = (
  page: AreaPage,
  host: HostPage,
): readonly AnsweredQuestion[] => {
  const {base} = host;
  return pageRole(areaAddress(page, base), host) === 'resource'
    ? areaQuestions(page, base)
    : publishedQuestions(page.questions, undefined, page.links, base);
};

/**
 * A page of questions, or `undefined` without any: an empty `FAQPage`, or a
 * question without an answer, is an error to every reader of it.
 */
export const buildFaqPage = (
  questions: readonly AnsweredQuestion[],
): JsonLdNode | undefined => {
  const answered = questions.filter(
    ({question, answer}) => question.trim() && answer.trim(),
  );
  if (!answered.length) return undefined;
  return {
    '@context': SCHEMA_ORG,
    '@type': 'FAQPage',
    mainEntity: answered.map(({question, answer}) => ({
      '@type': 'Question' as const,
      name: question,
      acceptedAnswer: {'@type': 'Answer' as const, text: answer},
    })),
  } satisfies WithContext<FAQPage>;
};
