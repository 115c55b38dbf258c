import * as v from 'valibot';
import {TermSchema} from 'term-elements/glossary';
import {type Draft, Translations} from '../reading/translations.js';
import {set} from '../../files/json/set.js';
import {type DirectField, directFields, valueOf} from '../../fields/direct.js';
import {
  byLanguage,
  type LanguageText,
  type NodeReader,
  personOf,
} from './node-reader.js';

import {hasTags} from './questions.js';

/** A `DefinedTerm` with the page about it. */
export const termOf = (reader: NodeReader): Draft => {
  const term: Draft = {};
  const {language} = reader.reading;
  const translations = new Translations();
  const put = (key: string, texts: readonly LanguageText[]) => {
    putTexts(reader, key, texts, term, translations);
  };
  set(term, 'id', reader.text('termCode'));
  put('name', orFirst(reader, 'name', language));
  put('summary', orFirst(reader, 'description', language));
  if (typeof term.summary === 'string' && hasTags(term.summary)) {
    reader.reading.report.warning(
      reader.place,
      'description: there is HTML in it, which is kept as text',
    );
  }
  set(term, 'kind', reader.text('additionalType'));
  set(term, 'url', reader.address('url') ?? httpOf(reader.id));
  const names = readIdentifiers(reader, term);
  readNames(reader, term, names, translations);
  readImage(reader, term, translations);
  readSameAs(reader, term);
  readSources(reader, 'subjectOf', term);
  reader.take('inDefinedTermSet');
  for (const page of reader.nodes('mainEntityOfPage')) {
    readPage(page, term, translations);
  }
  reader.end();
  translations.into(term);
  return term;
};

const putTexts = (
  reader: NodeReader,
  key: string,
  texts: readonly LanguageText[],
  term: Draft,
  translations: Translations,
) => {
  const {own, others} = byLanguage(texts, reader.reading.language);
  if (own.length > 1)
    reader.drop(key, 'it has several texts, of which the first is read');
  set(term, key, own[0]);
  for (const [tag, [text]] of others) translations.put(tag, [key], text);
};

const httpOf = (id: string | undefined) =>
  id !== undefined && /^https?:\/\//i.test(id) ? id : undefined;

/** A text that every term needs: in another language rather than none. */
const orFirst = (
  reader: NodeReader,
  key: string,
  main: string | undefined,
): readonly LanguageText[] => {
  const texts = reader.texts(key);
  const [first] = texts;
  if (!first || byLanguage(texts, main).own.length) return texts;
  reader.reading.report.guessed(
    reader.place,
    `${key}: no value in ${main ?? 'no language'}; the one in ${first.language} is used`,
  );
  return [{...first, language: undefined}, ...texts.slice(1)];
};

/** @returns Abbreviations among the identifiers, which are names too. */
const readIdentifiers = (
  reader: NodeReader,
  term: Draft,
): string | undefined => {
  const formerIds: string[] = [];
  let abbreviation: string | undefined;
  for (const inner of reader.nodes('identifier')) {
    const what = inner.text('propertyID');
    const value = inner.text('value');
    const name = inner.text('name');
    if (what === 'formerId' && value) formerIds.push(value);
    else if (what === 'abbreviation' && value) abbreviation ??= value;
    else if (what === undefined && name && !Object.hasOwn(term, 'id')) {
      set(term, 'id', name);
    } else reader.drop('identifier', 'a glossary has no field for it');
    inner.end();
  }
  if (formerIds.length) set(term, 'formerIds', formerIds);
  set(term, 'abbreviation', abbreviation);
  return abbreviation;
};

const readNames = (
  reader: NodeReader,
  term: Draft,
  abbreviation: string | undefined,
  translations: Translations,
) => {
  const {own, others} = byLanguage(
    reader.texts('alternateName'),
    reader.reading.language,
  );
  const [first, ...rest] = own;
  const aliases =
    abbreviation !== undefined && first === abbreviation ? rest : own;
  if (aliases.length) set(term, 'aliases', aliases);
  for (const [tag, names] of others) translations.put(tag, ['aliases'], names);
};

const readSameAs = (reader: NodeReader, term: Draft) => {
  const addresses = reader.texts('sameAs').flatMap(({text}) => {
    if (v.is(TermSchema.entries.sameAs, [text])) return text;
    reader.drop('sameAs', 'it is not an absolute http(s) address');
    return [];
  });
  if (addresses.length) set(term, 'sameAs', addresses);
};

const readImage = (
  reader: NodeReader,
  term: Draft,
  translations: Translations,
) => {
  const [image, ...others] = reader.nodes('image', 'ImageObject');
  if (others.length)
    reader.drop('image', 'it has several, of which the first is read');
  if (image) {
    set(term, 'image', imageOf(image, translations));
  }
};

/** An `ImageObject`; its caption and description may be in several languages. */
export const imageOf = (
  image: NodeReader,
  translations: Translations = new Translations(),
): Draft | undefined => {
  const {language} = image.reading;
  const draft: Draft = {};
  const url =
    image.address('url') ??
    image.address('contentUrl') ??
    // An image that is only an address is read as a name.
    image.id ??
    image.text('name');
  set(draft, 'url', url);
  for (const key of ['width', 'height']) {
    const text = image.text(key);
    const size = Number(
      /^\s{0,9}(\d{1,6})(?:\s{0,9}px)?\s{0,9}$/.exec(text ?? '')?.[1],
    );
    if (size > 0) set(draft, key, size);
    else if (text !== undefined)
      image.drop(key, 'it is not a number of pixels');
  }
  for (const [from, key] of [
    ['caption', 'caption'],
    ['description', 'alt'],
  ] as const) {
    const {own, others} = byLanguage(image.texts(from), language);
    set(draft, key, own[0]);
    for (const [tag, [text]] of others) {
      translations.put(tag, ['image', key], text);
    }
  }
  image.end();
  return url === undefined ? undefined : draft;
};

const readSources = (reader: NodeReader, key: string, term: Draft) => {
  const sources = reader.nodes(key).flatMap((source) => {
    const title = source.text('name');
    const url = source.address('url');
    source.end();
    const known = title ?? url;
    return known === undefined
      ? []
      : [{title: known, ...(url === undefined ? {} : {url})}];
  });
  if (sources.length) set(term, 'sources', sources);
};

/** Reads the page of a term: its text, dates, author and sources. */
const readPage = (
  page: NodeReader,
  term: Draft,
  translations: Translations,
) => {
  const {language} = page.reading;
  const isMarkdown = page.text('encodingFormat') === 'text/markdown';
  const asText = (text: string) => (isMarkdown ? {markdown: text} : text);
  const {own, others} = byLanguage(page.texts('text'), language);
  if (own[0] !== undefined) set(term, 'definition', asText(own[0]));
  for (const [tag, [text]] of others) {
    translations.put(tag, ['definition'], asText(text!));
  }
  readDirect(page, FIELDS.dates, term, translations);
  const [author] = page.nodes('author');
  set(term, 'author', personOf(author));
  readDirect(page, FIELDS.others, term, translations);
  readSources(page, 'citation', term);
  readReferences(page, term);
  page.take('name');
  page.take('url');
  page.end();
};

const FIELDS = directFields('jsonLd');

/** What the table of fields declares a property for. */
const readDirect = (
  page: NodeReader,
  fields: readonly DirectField<'jsonLd'>[],
  term: Draft,
  translations: Translations,
) => {
  for (const field of fields) {
    const {name, shape, property} = field;
    if (shape === 'texts') {
      const texts = page.texts(property).map(({text}) => text);
      if (texts.length) set(term, name, texts);
    } else if (shape === 'number' || shape === 'flag') {
      const text = page.text(property);
      if (text === undefined) continue;
      const read = valueOf(field, text);
      if ('value' in read) set(term, name, read.value);
      else page.drop(property, `expected ${read.expected}`);
    } else if (shape === 'date') set(term, name, page.text(property));
    else putTexts(page, name, page.texts(property), term, translations);
  }
};

/** `datePublished` and `dateModified`, as they are written. */
export const readDates = (reader: NodeReader, term: Draft): void => {
  set(term, 'published', reader.text('datePublished'));
  set(term, 'modified', reader.text('dateModified'));
};

const readReferences = (page: NodeReader, term: Draft) => {
  const idsOf = (key: string, code: string) =>
    page.nodes(key).flatMap((node) => {
      const id = node.text(code);
      if (id === undefined) page.drop(key, `it has no ${code}`);
      node.take('name');
      node.take('url');
      return id === undefined ? [] : [id];
    });
  const areas = idsOf('isPartOf', 'identifier');
  const related = idsOf('mentions', 'termCode');
  if (areas.length) set(term, 'areas', areas);
  if (related.length) set(term, 'related', related);
};
