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
import type {ObjectReader} from '../writing/unwritten-properties.js';
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
  reader: ObjectReader,
  index: GlossaryIndex,
  writing: Writing,
): readonly Node[] => {
  const area = reader.value as unknown as Area;
  const translations = translationsOf(reader, writing);
  const url = addressIn(reader, 'url', writing);
  const node = compact({
    '@type': 'CollectionPage',
    '@id': url,
    url,
    identifier: reader.take('id'),
    name: textsIn(reader, translations, 'name'),
    description: textsIn(reader, translations, 'description'),
    hasPart: one(
      reader
        .items('resources')
        .map((resource) => resourceNode(resource, area, index, writing)),
    ),
  });
  const faq = questionsNode(reader, area, index, writing);
  for (const [, inner] of translations) inner.end();
  reader.end();
  return faq ? [node, faq] : [node];
};

const resourceNode = (
  reader: ObjectReader,
  area: Area,
  index: GlossaryIndex,
  writing: Writing,
): Node => {
  const {page: _, ...resource} = reader.value as unknown as Resource;
  const page = pageOfResource(index, area, resource);
  const built = buildCollectionPage(page, writing.base) as unknown as Node;
  const ids = page.entries.map(({term}) => term.id);
  const terms = reader.take('terms') as Resource['terms'];
  if (terms.length !== ids.length || ids.some((id, at) => id !== terms[at])) {
    reader.drop(
      'terms',
      'it names terms that the glossary does not have by this id',
    );
  }
  const url = addressIn(reader, 'url', writing);
  const articles = (built.hasPart ?? []) as readonly Node[];
  const node = compact({
    ...built,
    '@context': undefined,
    '@id': url,
    url,
    position: reader.take('number'),
    hasPart: one(
      articles.map((article, at) => ({...article, identifier: ids[at]})),
    ),
  });
  reader.end();
  return node;
};

const questionsNode = (
  reader: ObjectReader,
  area: Area,
  index: GlossaryIndex,
  {base}: Writing,
): Node | undefined => {
  const questions = reader.items('questions').flatMap((inner) => {
    const question = inner.take('question') as string;
    const answer = inner.take('answer') as Question['answer'];
    const text = answerText(answer, index, base);
    const isEmpty = !question.trim() || !text.trim();
    if (isEmpty)
      inner.unwritten.drop(inner.keys, 'a question or its answer is empty');
    else if (typeof answer !== 'string') {
      inner.unwritten.warn(
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
