import type {
  ImageObject,
  Article,
  CollectionPage,
  Organization,
  Person,
  WithContext,
} from 'schema-dts';
import {absoluteAddress} from '../glossary/address.js';
import {
  applyForm,
  publishedSummary,
  publisherMark,
  publisherOf,
} from '../glossary/forms.js';
import {
  ENGLISH,
  filled,
  type Locale,
  numberIn,
} from '../glossary/locale/locale.js';
import type {AreaPage, Entry} from '../glossary/source.js';
import type {Person as Author} from '../glossary/types.js';
import {toText} from '../rich-text/to-text.js';
import {answerFormOf} from './faq-page.js';
import {compact, type JsonLdNode, SCHEMA_ORG} from './nodes.js';
import {buildImage, buildPerson} from './parts.js';
import {areaAddress} from './page-role.js';

/** The first two sentences of a text, as they are. */
export const firstSentences = (text: string): string =>
  /^(?:[\s\S]*?[.!?](?=\s|$)\s*){1,2}/.exec(text)?.[0].trimEnd() ?? text;

/** What a question asks about: `Architecture` of `What is the Architecture of X?`. */
export const facetOf = (question: string): string | undefined => {
  const start = /^What (?:is|are) the /.exec(question)?.[0].length;
  if (start === undefined || !question.endsWith('?')) return undefined;
  const end = question.indexOf(' of ', start + 1);
  return end < 0 || end + 5 >= question.length
    ? undefined
    : question.slice(start, end);
};

/** `X ⎊ Area ⎊ Resource 4`; without a mark of the publisher, `X, resource 4`. */
export const areaHeadline = (
  {glossary, area, resource, number}: AreaPage,
  {strings}: Locale = ENGLISH,
): string => {
  const published = resource?.page?.headline;
  if (published !== undefined) return published;
  const mark = publisherMark(glossary);
  if (number === undefined)
    return mark
      ? [area.name, strings.area, glossary.name].join(` ${mark} `)
      : area.name;
  const digits = numberIn(strings.language, number);
  if (mark)
    return [area.name, strings.area, filled(strings.resource, digits)].join(
      ` ${mark} `,
    );
  const form = resource ? strings.resourceHeadline : strings.pageHeadline;
  return form.replace(/\{n?\}/g, (hole) =>
    hole === '{}' ? area.name : digits,
  );
};

/** The facet of the first question and the first sentences of its answer. */
export const areaDescription = (page: AreaPage): string | undefined => {
  const published = page.resource?.page?.description;
  if (published !== undefined) return published ?? undefined;
  const [first] = page.questions;
  const mark = publisherMark(page.glossary);
  if (!first || !mark) return page.area.description;
  const facet = facetOf(first.question);
  // A description is plain text, whatever the answer is.
  const answer = applyForm(answerFormOf(page), toText(first.answer));
  const sentences = firstSentences(answer);
  return facet === undefined ? sentences : `${facet} ${mark} ${sentences}`;
};

/** The published text of a card, or `undefined` where the page has none. */
export const cardText = (
  page: AreaPage,
  {glossary, term}: Entry,
): string | undefined => {
  const own = page.resource?.page?.texts?.find((text) => text.term === term.id);
  return own ? (own.text ?? undefined) : publishedSummary(glossary, term);
};

const buildArticle = (page: AreaPage, entry: Entry, base: string): Article => {
  const {term, origin: from = base} = entry;
  const url = absoluteAddress(entry.url, base)!;
  return compact({
    '@type': 'Article' as const,
    '@id': url,
    url,
    headline: term.name,
    description: cardText(page, entry)!,
    datePublished: term.published!,
    dateModified: term.modified!,
    author: term.author && buildPerson(term.author, from),
    // schema-dts wants a QuantitativeValue for width and height, where Google
    // has numbers.
    image: (term.image && buildImage(term.image, from)) as
      ImageObject | undefined,
  });
};

/** The publisher of a page has a name only. */
const pagePublisher = ({
  type = 'Organization',
  name,
}: Author): Person | Organization => ({'@type': type, name});

/**
 * A page of an area with its entries as `Article`s.
 *
 * @param base What relative addresses are resolved against.
 * @param address Address of the page that shows it, for a resource to which the
 *     glossary gives none.
 * @param locale What the glossary has no text for, in the headline.
 */
export const buildCollectionPage = (
  page: AreaPage,
  base: string,
  address = base,
  locale: Locale = ENGLISH,
): JsonLdNode => {
  const {resource, glossary, entries} = page;
  const own = resource?.page;
  const from = page.origin ?? base;
  const [first] = entries;
  const imageUrl =
    own?.image === undefined
      ? absoluteAddress(first?.term.image?.url, first?.origin ?? base)
      : absoluteAddress(own.image?.url, from);
  return compact({
    '@context': SCHEMA_ORG,
    '@type': 'CollectionPage' as const,
    headline: areaHeadline(page, locale),
    description: areaDescription(page)!,
    url: areaAddress(page, base) ?? absoluteAddress(address, base)!,
    publisher:
      own?.publisher === null
        ? undefined
        : pagePublisher(own?.publisher ?? publisherOf(glossary)),
    hasPart: entries.length
      ? entries.map((entry) => buildArticle(page, entry, base))
      : undefined,
    image: imageUrl
      ? {'@type': 'ImageObject' as const, url: imageUrl}
      : undefined,
  }) satisfies WithContext<CollectionPage>;
};
