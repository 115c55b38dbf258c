import type {FAQPage, WithContext} from 'schema-dts';
import {applyForm} from '../glossary/forms.js';
import type {AreaPage, TermLinks} from '../glossary/source.js';
import type {Question, RichText} from '../glossary/types.js';
import {parseRichText} from '../rich-text/parse.js';
import {toHtml} from '../rich-text/to-html.js';
import {slug} from '../glossary/slug.js';
import {compact, fragmentOf, type JsonLdNode, SCHEMA_ORG} from './nodes.js';
import {areaAddress, type HostPage, pageRole} from './page-role.js';

/** A question with its answer as in structured data. */
export interface AnsweredQuestion {
  readonly question: string;
  /** Fragment of the page's address that leads to it. */
  readonly id?: string | undefined;
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
    : toHtml(parseRichText(text.markdown, text.math), links, base);

/** The form of an answer on this page. */
export const answerFormOf = ({resource, glossary}: AreaPage) =>
  resource?.page?.answerForm ?? glossary.answerForm;

/** Questions with their answers as the publisher writes them. */
export const publishedQuestions = (
  questions: readonly Question[],
  answerForm: string | undefined,
  links?: TermLinks,
  base?: string,
): readonly AnsweredQuestion[] =>
  questions.map(({id, question, answer}) => {
    const text = answerText(answer, links, base);
    return {
      id: id ?? slug(question),
      question,
      // The publisher's mark alone is not an answer.
      answer: text.trim() && applyForm(answerForm, text),
    };
  });

/** The questions of an area page, as published. */
export const areaQuestions = (
  page: AreaPage,
  base?: string,
): readonly AnsweredQuestion[] =>
  publishedQuestions(page.questions, answerFormOf(page), page.links, base);

/** The page that shows questions. */
interface QuestionsPage {
  /** Gives the nodes their identities. */
  readonly address?: string;
  /** BCP 47 tag of the questions, if it is known. */
  readonly language?: string | undefined;
}

/**
 * A page of questions, or `undefined` without any: an empty `FAQPage`, or a
 * question without an answer, is an error to every reader of it.
 *
 * @param page The page that shows them. Pages of a publisher are without: they
 *     have the nodes that they were published with, which have no identities.
 */
export const buildFaqPage = (
  questions: readonly AnsweredQuestion[],
  {address, language}: QuestionsPage = {},
): JsonLdNode | undefined => {
  const answered = questions.filter(
    ({question, answer}) => question.trim() && answer.trim(),
  );
  if (!answered.length) return undefined;
  const fragment = (id: string | undefined) =>
    address && id ? fragmentOf(address, id) : undefined;
  return compact({
    '@context': SCHEMA_ORG,
    '@type': 'FAQPage' as const,
    '@id': fragment('faq')!,
    inLanguage: language!,
    mainEntity: answered.map(({id, question, answer}) =>
      compact({
        '@type': 'Question' as const,
        url: fragment(id)!,
        name: question,
        acceptedAnswer: {'@type': 'Answer' as const, text: answer},
      }),
    ),
  }) satisfies WithContext<FAQPage>;
};

/** The questions of an area on a page: an embed is without the publisher's form. */
export const buildShownFaqPage = (
  page: AreaPage,
  host: HostPage,
): JsonLdNode | undefined => {
  const {address, base} = host;
  if (pageRole(areaAddress(page, base), host) === 'resource')
    return buildFaqPage(areaQuestions(page, base));
  const {questions, links, language, glossary} = page;
  return buildFaqPage(publishedQuestions(questions, undefined, links, base), {
    address,
    language: language ?? glossary.language,
  });
};
