import type {ObjectReader} from '../writing/unwritten-properties.js';
import {type DirectField, directFields} from '../../fields/direct.js';
import {
  dated,
  distinct,
  node,
  plain,
  type Property,
  some,
  textIn,
  type TurtleWriting,
  typed,
  type Value,
} from './writing.js';

type Translations = readonly (readonly [
  language: string,
  texts: ObjectReader,
])[];

/** Writes a term as a `skos:Concept`. */
export const writeConcept = (
  term: ObjectReader,
  writing: TurtleWriting,
): void => {
  const {names} = writing;
  const id = term.take('id') as string;
  const translations = writing.translations(term);
  const texts = (key: string) => [
    writing.own(term.take(key) as string),
    ...writing.texts(undefined, translations, key),
  ];
  const properties: Property[] = [
    ['skos:inScheme', [node(names.scheme)]],
    ['dct:identifier', [plain(id)]],
    ['skos:prefLabel', texts('name')],
    ['skos:altLabel', aliasesOf(term, translations, writing)],
    ['skos:notation', some(textIn(term, 'abbreviation'))],
    ['skos:definition', texts('summary')],
    ['skos:scopeNote', definitionsOf(term, translations, writing)],
    ['dct:type', some(textIn(term, 'kind'))],
    ['schema:url', some(textIn(term, 'url'))],
    ['skos:related', referencesOf(term, 'related', names.terms)],
    ['dct:isPartOf', referencesOf(term, 'areas', names.areas)],
    ...directProperties(FIELDS.others, term, translations, writing),
    ['schema:image', imageOf(term, translations, writing)],
    ...directProperties(FIELDS.dates, term, translations, writing),
    ['dct:creator', personOf(term, 'author', writing)],
    ['dct:source', sourcesOf(term, writing)],
    ['dct:replaces', distinct(term, 'formerIds').map(plain)],
    ...deprecationOf(term, writing),
  ];
  for (const [, inner] of translations) inner.end();
  term.end();
  writing.subject(names.terms.get(id)!, 'skos:Concept', properties);
};

const aliasesOf = (
  term: ObjectReader,
  translations: Translations,
  writing: TurtleWriting,
): Value[] => [
  ...distinct(term, 'aliases').map((alias) => writing.own(alias)),
  ...translations.flatMap(([language, texts]) =>
    distinct(texts, 'aliases').map((alias) => writing.tagged(alias, language)),
  ),
];

/** Plain ones as texts, Markdown in a note of its own that says so. */
const definitionsOf = (
  term: ObjectReader,
  translations: Translations,
  writing: TurtleWriting,
): Value[] =>
  [[undefined, term] as const, ...translations].flatMap(
    ([language, reader]) => {
      const write = (text: string) =>
        language === undefined
          ? writing.own(text)
          : writing.tagged(text, language);
      const {definition} = reader.value;
      if (typeof definition !== 'object') {
        const text = textIn(reader, 'definition');
        return text === undefined ? [] : [write(text)];
      }
      const inner = reader.inner('definition');
      const text = inner && textIn(inner, 'markdown');
      inner?.end();
      if (text === undefined) return [];
      return [
        writing.blank(undefined, [
          ['rdf:value', [write(text)]],
          ['dct:format', [plain('text/markdown')]],
        ]),
      ];
    },
  );

const referencesOf = (
  reader: ObjectReader,
  key: string,
  names: ReadonlyMap<string, string>,
): Value[] =>
  distinct(reader, key).flatMap((id) => {
    const name = names.get(id);
    if (name === undefined)
      reader.drop(key, 'it names what is not in the glossary');
    return name === undefined ? [] : [node(name)];
  });

const FIELDS = directFields('skos');

/** What the table of fields declares a property for. */
const directProperties = (
  fields: readonly DirectField<'skos'>[],
  term: ObjectReader,
  translations: Translations,
  writing: TurtleWriting,
): Property[] =>
  fields.map(({name, shape, property: [curie]}) => {
    if (shape === 'texts') return [curie, distinct(term, name).map(plain)];
    if (shape === 'number' || shape === 'flag') {
      const value = term.take(name) as number | boolean | undefined;
      const type = shape === 'number' ? 'integer' : 'boolean';
      return [curie, value === undefined ? [] : [typed(String(value), type)]];
    }
    if (shape === 'date') {
      const text = textIn(term, name);
      return [curie, text === undefined ? [] : [dated(text)]];
    }
    return [curie, writing.texts(term, translations, name)];
  });

const imageOf = (
  term: ObjectReader,
  translations: Translations,
  writing: TurtleWriting,
): Value[] => {
  const image = term.inner('image');
  const others = translations.flatMap(([language, texts]) => {
    const inner = texts.inner('image');
    return inner ? [[language, inner] as const] : [];
  });
  const url = image && textIn(image, 'url');
  if (!image || url === undefined) {
    for (const reader of [image, ...others.map(([, inner]) => inner)]) {
      if (reader) {
        term.unwritten.drop(reader.keys, 'an image needs an address');
      }
    }
    return [];
  }
  const size = (key: string) => {
    const value = image.take(key) as number | undefined;
    return value === undefined ? [] : [typed(String(value), 'integer')];
  };
  const value = writing.blank('schema:ImageObject', [
    ['schema:url', [plain(url)]],
    ['schema:width', size('width')],
    ['schema:height', size('height')],
    ['schema:caption', writing.texts(image, others, 'caption')],
    ['schema:description', writing.texts(image, others, 'alt')],
  ]);
  image.end();
  for (const [, inner] of others) inner.end();
  return [value];
};

const TYPES = {
  Person: 'foaf:Person',
  Organization: 'foaf:Organization',
} as const;

/** A person or an organization; without a type it is an agent. */
export const personOf = (
  reader: ObjectReader,
  key: string,
  writing: TurtleWriting,
): Value[] => {
  const person = reader.inner(key);
  if (!person) return [];
  const name = textIn(person, 'name');
  if (name === undefined) {
    reader.drop(key, 'its name is empty');
    return [];
  }
  const type = person.take('type') as keyof typeof TYPES | undefined;
  const value = writing.blank(type ? TYPES[type] : 'foaf:Agent', [
    ['foaf:name', [plain(name)]],
    ['schema:url', some(textIn(person, 'url'))],
  ]);
  person.end();
  return [value];
};

const sourcesOf = (term: ObjectReader, writing: TurtleWriting): Value[] =>
  term.items('sources').flatMap((source) => {
    const title = textIn(source, 'title');
    const url = textIn(source, 'url');
    source.end();
    if (title === undefined) {
      source.unwritten.drop(source.keys, 'its title is empty');
      return [];
    }
    return [
      writing.blank(undefined, [
        ['dct:title', [plain(title)]],
        ['schema:url', some(url)],
      ]),
    ];
  });

const deprecationOf = (
  term: ObjectReader,
  {names}: TurtleWriting,
): Property[] => {
  const value = term.take('deprecated') as object | undefined;
  if (!value) return [];
  const inner = term.unwritten.readerOf(value, [...term.keys, 'deprecated']);
  const use = inner.text('use');
  const name = use === undefined ? undefined : names.terms.get(use);
  if (use !== undefined && name === undefined) {
    inner.drop('use', 'it names what is not in the glossary');
  }
  inner.end();
  return [
    ['owl:deprecated', [typed('true', 'boolean')]],
    ['dct:isReplacedBy', name === undefined ? [] : [node(name)]],
  ];
};
