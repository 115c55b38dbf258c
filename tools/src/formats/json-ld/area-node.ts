import type {
  Area,
  GlossaryIndex,
  Question,
  Resource,
} from 'term-elements/glossary';
import {
  answerText,
  buildCollectionPage,
  buildFaqPage,
  compact,
} from 'term-elements/structured-data';
import {pageOfResource} from '../published-page/area-page.js';
import type {Holding} from '../writing/unwritten-properties.js';
import {
  addressIn,
  one,
  textsIn,
  translationsOf,
  type Writing,
} from './values.js';

type Node = Readonly<Record<string, unknown>>;

/**
 * An area with its pages, and its questions, which belong to it by
 * `isPartOf`. Texts are clean here: the forms of the publisher are for pages.
 *
 * @param index Of the glossary without the publisher's forms.
 */
export const areaNodes = (
  holding: Holding,
  index: GlossaryIndex,
  writing: Writing,
): readonly Node[] => {
  const area = holding.value as unknown as Area;
  const translations = translationsOf(holding, writing);
  const url = addressIn(holding, 'url', writing);
  const node = compact({
    '@type': 'CollectionPage',
    '@id': url,
    url,
    identifier: holding.take('id'),
    name: textsIn(holding, translations, 'name'),
    description: textsIn(holding, translations, 'description'),
    hasPart: one(
      holding
        .items('resources')
        .map((resource) => resourceNode(resource, area, index, writing)),
    ),
  });
  const faq = questionsNode(holding, area, index, writing);
  for (const [, inner] of translations) inner.end();
  holding.end();
  return faq ? [node, faq] : [node];
};

const resourceNode = (
  holding: Holding,
  area: Area,
  index: GlossaryIndex,
  writing: Writing,
): Node => {
  const {page: _, ...resource} = holding.value as unknown as Resource;
  const page = pageOfResource(index, area, resource);
  const built = buildCollectionPage(page, writing.base) as unknown as Node;
  const ids = page.entries.map(({term}) => term.id);
  const terms = holding.take('terms') as Resource['terms'];
  if (terms.length !== ids.length || ids.some((id, at) => id !== terms[at])) {
    holding.drop(
      'terms',
      'it names terms that the glossary does not have by this id',
    );
  }
  const url = addressIn(holding, 'url', writing);
  const articles = (built.hasPart ?? []) as readonly Node[];
  const node = compact({
    ...built,
    '@context': undefined,
    '@id': url,
    url,
    position: holding.take('number'),
    hasPart: one(
      articles.map((article, at) => ({...article, identifier: ids[at]})),
    ),
  });
  holding.end();
  return node;
};

const questionsNode = (
  holding: Holding,
  area: Area,
  index: GlossaryIndex,
  {base}: Writing,
): Node | undefined => {
  const questions = holding.items('questions').flatMap((inner) => {
    const question = inner.take('question') as string;
    const answer = inner.take('answer') as Question['answer'];
    const text = answerText(answer, index, base);
    const isEmpty = !question.trim() || !text.trim();
    if (isEmpty)
      inner.untold.drop(inner.keys, 'a question or its answer is empty');
    else if (typeof answer !== 'string') {
      inner.untold.warn(
        [...inner.keys, 'answer'],
        'Markdown is written as HTML, as schema.org has answers',
      );
    }
    inner.end();
    const isHtml = typeof answer !== 'string';
    return isEmpty ? [] : [{question, answer: text, isHtml}];
  });
  const page = buildFaqPage(questions);
  if (!page) return undefined;
  const nodes = page.mainEntity as unknown as readonly Node[];
  return compact({
    ...page,
    '@context': undefined,
    mainEntity: nodes.map((node, at) =>
      questions[at]!.isHtml
        ? {...node, acceptedAnswer: htmlAnswer(node)}
        : node,
    ),
    isPartOf: {'@type': 'CollectionPage', identifier: area.id},
  });
};

/** Says that an answer is HTML, so that a text with angle brackets stays one. */
const htmlAnswer = ({acceptedAnswer}: Node) => ({
  ...(acceptedAnswer as Node),
  encodingFormat: 'text/html',
});
