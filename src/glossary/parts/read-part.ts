import {DocumentSource} from '../document-source.js';
import type {Glossary} from '../types.js';
import type {AreaTexts, TermTexts} from './parts.js';

/** The texts of a language that have loaded. */
export interface LanguageTexts extends Partial<TermTexts>, Partial<AreaTexts> {
  readonly tag: string;
}

const find = <T>(
  texts: Readonly<Record<string, T>> | undefined,
  key: string,
): T | undefined =>
  texts && Object.hasOwn(texts, key) ? texts[key] : undefined;

/** A value with its translation, if it has one. */
const withTexts = <T extends object>(
  value: T,
  tag: string,
  texts: object | null | undefined,
): T =>
  texts
    ? {
        ...value,
        translations: {
          ...(value as {readonly translations?: object}).translations,
          [tag]: texts,
        },
      }
    : value;

/** A document with the texts of a language, as far as it has them. */
const withLanguage = (
  document: Glossary,
  {tag, kinds, terms, areas}: LanguageTexts,
): Glossary => ({
  ...document,
  kinds: Object.fromEntries(
    Object.entries(document.kinds ?? {}).map(([key, kind]) => [
      key,
      withTexts(kind, tag, find(kinds, key)),
    ]),
  ),
  terms: document.terms.map((term) =>
    withTexts(term, tag, find(terms, term.id)),
  ),
  areas: document.areas?.map((area) => {
    const found = find(areas, area.id);
    if (!found) return area;
    const {questions, ...texts} = found;
    return {
      ...withTexts(area, tag, texts),
      questions: area.questions?.map((question, index) =>
        withTexts(question, tag, questions?.[index]),
      ),
    };
  }),
});

/** The source of a part of a glossary, in its own language and in these. */
export const readPart = (
  document: Glossary,
  languages: readonly LanguageTexts[],
  label: string,
): DocumentSource =>
  new DocumentSource(languages.reduce(withLanguage, document), label);
