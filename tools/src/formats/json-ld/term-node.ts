import {compact} from 'term-elements/structured-data';
import type {ObjectReader} from '../writing/unwritten-properties.js';
import {type DirectField, directFields} from '../../fields/direct.js';
import {
  addressIn,
  one,
  tagged,
  textsIn,
  translationsOf,
  type Writing,
} from './values.js';

type Value = Readonly<Record<string, unknown>>;

/**
 * A term as schema.org has it. What is not a property of `DefinedTerm` is
 * stated of the page about it (`mainEntityOfPage`), which is a `CreativeWork`
 * and so has a text, dates, an author and sources.
 *
 * @see https://schema.org/DefinedTerm
 */
export const termNode = (term: ObjectReader, writing: Writing): Value => {
  const translations = translationsOf(term, writing);
  const url = addressIn(term, 'url', writing);
  const abbreviation = term.text('abbreviation');
  const aliases = [
    ...(abbreviation === undefined ? [] : [abbreviation]),
    ...term.texts('aliases'),
    ...translations.flatMap(([language, texts]) =>
      texts.texts('aliases').map((alias) => tagged(language, alias)),
    ),
  ];
  const node = compact({
    '@type': 'DefinedTerm',
    '@id': url,
    url,
    termCode: term.take('id'),
    additionalType: term.text('kind'),
    name: namesIn(term, translations, 'name'),
    alternateName: one(aliases),
    description: namesIn(term, translations, 'summary'),
    identifier: one([
      ...(abbreviation === undefined
        ? []
        : [propertyValue('abbreviation', abbreviation)]),
      ...term.texts('formerIds').map((id) => propertyValue('formerId', id)),
    ]),
    image: imageNode(term, translations, writing),
    sameAs: one(term.texts('sameAs')),
    mainEntityOfPage: pageNode(term, translations, writing),
  });
  for (const [, texts] of translations) texts.end();
  term.end();
  return node;
};

/** As `textsIn`, for a text that every term has; it may be empty. */
const namesIn = (term: ObjectReader, translations: Translations, key: string) =>
  one([
    term.take(key),
    ...[textsIn(undefined, translations, key) ?? []].flat(),
  ]);

/** Identifiers other than `termCode`, by what they are. */
const propertyValue = (propertyID: string, value: string) => ({
  '@type': 'PropertyValue',
  propertyID,
  value,
});

type Translations = readonly (readonly [string, ObjectReader])[];

const imageNode = (
  term: ObjectReader,
  translations: Translations,
  writing: Writing,
): Value | undefined => {
  const image = term.inner('image');
  const others = translations.flatMap(([language, texts]) => {
    const inner = texts.inner('image');
    return inner ? [[language, inner] as const] : [];
  });
  const url = image && addressIn(image, 'url', writing);
  if (url === undefined) {
    for (const reader of [image, ...others.map(([, inner]) => inner)]) {
      if (reader) term.unwritten.drop(reader.keys, 'an image needs an address');
    }
    return undefined;
  }
  const node = compact({
    '@type': 'ImageObject',
    url,
    width: image!.take('width'),
    height: image!.take('height'),
    caption: textsIn(image, others, 'caption'),
    description: textsIn(image, others, 'alt'),
  });
  for (const [, inner] of others) inner.end();
  image!.end();
  return node;
};

const pageNode = (
  term: ObjectReader,
  translations: Translations,
  writing: Writing,
): Value | undefined => {
  const page = compact({
    '@type': 'WebPage',
    ...definitionOf(term, translations),
    ...directProperties(FIELDS.dates, term, translations),
    author: personNode(term, 'author', writing),
    ...directProperties(FIELDS.others, term, translations),
    citation: one(
      term.items('sources').flatMap((source) => sourceNode(source, writing)),
    ),
    isPartOf: one(
      term
        .texts('areas')
        .map((id) => ({'@type': 'CollectionPage', identifier: id})),
    ),
    mentions: one(
      term
        .texts('related')
        .map((id) => ({'@type': 'DefinedTerm', termCode: id})),
    ),
  });
  return Object.keys(page).length > 1 ? page : undefined;
};

const FIELDS = directFields('jsonLd');

/** What the table of fields declares a property for. */
const directProperties = (
  fields: readonly DirectField<'jsonLd'>[],
  term: ObjectReader,
  translations: Translations,
): Value =>
  Object.fromEntries(
    fields.map(({name, shape, property}) => {
      if (shape === 'texts') return [property, one(term.texts(name))];
      if (shape === 'number' || shape === 'flag') {
        const value = term.take(name) as number | boolean | undefined;
        return [property, value === undefined ? undefined : String(value)];
      }
      return [
        property,
        shape === 'date' ? term.text(name) : textsIn(term, translations, name),
      ];
    }),
  );

const MARKDOWN = 'text/markdown';

/** The texts of all languages have one format: the node has no place for two. */
const definitionOf = (
  term: ObjectReader,
  translations: Translations,
): Value => {
  let format: string | undefined;
  const texts = [[undefined, term] as const, ...translations].flatMap(
    ([language, reader]) => {
      const value = reader.take('definition') as
        string | {markdown: string} | undefined;
      if (value === undefined) return [];
      const text = typeof value === 'string' ? value : value.markdown;
      const found = typeof value === 'string' ? 'text/plain' : MARKDOWN;
      if (!text) reader.drop('definition', 'the text is empty');
      else if (format !== undefined && format !== found) {
        reader.drop(
          'definition',
          'one language has a plain text, another Markdown',
        );
      } else {
        format = found;
        const others = typeof value === 'string' ? [] : Object.keys(value);
        for (const key of others) {
          if (key !== 'markdown')
            reader.unwritten.drop(
              [...reader.keys, 'definition', key],
              'only the Markdown text is written',
            );
        }
        return [language === undefined ? text : tagged(language, text)];
      }
      return [];
    },
  );
  return {
    text: one(texts),
    encodingFormat: format === MARKDOWN ? MARKDOWN : undefined,
  };
};

const sourceNode = (source: ObjectReader, writing: Writing): Value[] => {
  const name = source.text('title');
  const url = addressIn(source, 'url', writing);
  source.end();
  if (name === undefined) {
    source.unwritten.drop(source.keys, 'its title is empty');
    return [];
  }
  return [compact({'@type': 'CreativeWork', name, url})];
};

/** A person or an organization; without a type if none is known. */
export const personNode = (
  reader: ObjectReader,
  key: string,
  writing: Writing,
): Value | undefined => {
  const person = reader.inner(key);
  const name = person?.text('name');
  if (!person) return undefined;
  if (name === undefined) {
    reader.drop(key, 'its name is empty');
    return undefined;
  }
  const node = compact({
    '@type': person.text('type'),
    name,
    url: addressIn(person, 'url', writing),
  });
  person.end();
  return node;
};
