import type {Draft, Translations} from '../reading/translations.js';
import {byLanguage} from '../json-ld/node-reader.js';
import {set} from '../../files/json/set.js';
import type {Person, RichText} from 'term-elements/glossary';
import {RdfNode, type RdfValue} from './rdf-graph.js';
import type {Curie} from './vocabulary.js';

/** Texts of a property by language. */
export const textsOf = (
  values: readonly RdfValue[],
  language: string | undefined,
) =>
  byLanguage(
    values.map((value) => ({text: value.value, language: value.language})),
    language,
  );

/** Puts the text of a property into a draft, and its translations. */
export const putText = (
  node: RdfNode,
  curie: Curie,
  values: readonly RdfValue[],
  key: string,
  draft: Draft,
  translations: Translations,
  language: string | undefined,
): void => {
  const {own, others} = textsOf(values, language);
  const several = [own, ...others.values()].some((texts) => texts.length > 1);
  if (several) {
    node.drop(
      curie,
      'it has several texts in one language, of which the first is read',
    );
  }
  set(draft, key, own[0]);
  for (const [tag, [text]] of others) translations.put(tag, [key], text);
};

/**
 * A text, or a node with its Markdown in `rdf:value`: SKOS lets a note be a
 * resource of its own (SKOS Primer, section 4.2).
 */
export const noteOf = (
  value: RdfNode | RdfValue,
): {text: RichText; language: string | undefined} | undefined => {
  if (!(value instanceof RdfNode)) {
    const {value: text, language, type} = value;
    return type === 'literal' ? {text, language} : undefined;
  }
  const [text] = value.take('rdf:value');
  const format = value.text('dct:format');
  value.end();
  if (!text) return undefined;
  return {
    text: format === 'text/markdown' ? {markdown: text.value} : text.value,
    language: text.language,
  };
};

/** A person or an organization; a text is its name. */
export const personOf = (
  value: RdfNode | RdfValue | undefined,
): Person | undefined => {
  if (!value) return undefined;
  if (!(value instanceof RdfNode)) {
    return {name: value.value};
  }
  const type = value.isA('foaf:Person')
    ? 'Person'
    : value.isA('foaf:Organization')
      ? 'Organization'
      : undefined;
  const label = value.text('rdfs:label');
  const name = value.text('foaf:name') ?? value.text('schema:name') ?? label;
  const url = value.text('schema:url') ?? value.text('foaf:homepage');
  value.end();
  if (!name) return undefined;
  return {...(type && {type}), name, ...(url === undefined ? {} : {url})};
};
