/**
 * Chooses the translation of each text. Pure.
 *
 * Translations are looked up text by text: a reader of `pt-BR` gets the name
 * from `pt-BR`, the summary from `pt` where only that has one, and the rest as
 * the glossary itself has it.
 */
import {isObject, listOf} from './json-shapes.js';
import {
  languageChain,
  tagKey,
  TERM_TEXTS,
  type TermText,
} from './language-tags.js';
import {termFields, translated} from './quick-check.js';
import type {Area, GlossaryInfo, Question, Term} from './types.js';

/**
 * Names of the fields of a term that a translation cannot change; of a picture
 * and a figure it changes texts alone. Unknown properties are taken from the
 * translation.
 */
export const SAME_IN_EVERY_LANGUAGE: ReadonlySet<string> = new Set([
  ...['id', 'image', 'figure', 'merge', 'translations'],
  ...Object.keys(termFields).filter((name) => !Object.hasOwn(translated, name)),
]);

/**
 * The languages that are closer to a reader than the glossary's own, best
 * first: those of its chain before the own one.
 */
export const closerLanguages = (
  language: string,
  own: string | undefined,
): readonly string[] => {
  const chain = languageChain(language);
  const home = own === undefined ? -1 : chain.indexOf(tagKey(own));
  return home < 0 ? chain : chain.slice(0, home);
};

type Fields = Readonly<Record<string, unknown>>;

/** One translation, with its tag as the document writes it. */
interface Translation {
  readonly tag: string;
  readonly texts: Fields;
}

const fieldsOf = (value: unknown): Fields => (isObject(value) ? value : {});

/**
 * The translations for a reader, best first; none from the glossary's own
 * language on, because there the own texts are the best.
 */
const translationsFor = (
  translations: unknown,
  language: string,
  own: string | undefined,
): readonly Translation[] => {
  const tags = new Map<string, Translation>();
  for (const [tag, texts] of Object.entries(fieldsOf(translations))) {
    const key = tagKey(tag);
    if (!tags.has(key)) tags.set(key, {tag, texts: fieldsOf(texts)});
  }
  if (!tags.size) return [];
  return closerLanguages(language, own).flatMap((tag) => tags.get(tag) ?? []);
};

/** An empty translation does not count. */
const isText = (value: unknown): boolean => value != null && value !== '';

/** A value with its translated texts, and the language of each. */
interface Localized<T> {
  readonly value: T;
  /** Tag of the translation that gave a text, by the name of the text. */
  readonly tags: ReadonlyMap<string, string>;
}

/**
 * The own texts with the best translation of each put in their place: same
 * order of properties, new ones last, `translations` taken out.
 *
 * @param same Properties that a translation cannot change.
 */
const localize = <T extends object>(
  value: T,
  language: string,
  own: string | undefined,
  same: ReadonlySet<string>,
): Localized<T> => {
  const tags = new Map<string, string>();
  if (!Object.hasOwn(value, 'translations')) return {value, tags};
  const {translations} = value as {readonly translations?: unknown};
  const texts = new Map(Object.entries(value));
  texts.delete('translations');
  for (const found of translationsFor(translations, language, own)) {
    for (const [name, text] of Object.entries(found.texts)) {
      if (same.has(name) || tags.has(name) || !isText(text)) continue;
      tags.set(name, found.tag);
      texts.set(name, text);
    }
  }
  // Through entries, so that `__proto__` is a property like any other.
  return {value: Object.fromEntries(texts) as T, tags};
};

/** A term as one language has it. */
export interface LocalizedTerm {
  readonly term: Term;
  /** Tag of the best translation, as the document writes it; absent where there is no translation. */
  readonly language?: string;
  readonly untranslated?: readonly TermText[];
  /** The name in the glossary's own language, where it is another. */
  readonly original?: string;
}

/**
 * A term for readers of a language.
 *
 * @param language BCP 47 tag, `pt-BR`.
 * @param own Language of the glossary, for which its own texts are used.
 */
export const localizeTerm = (
  term: Term,
  language: string,
  own?: string,
): LocalizedTerm => {
  const {value: said, tags} = localize(
    term,
    language,
    own,
    SAME_IN_EVERY_LANGUAGE,
  );
  const image = captioned(term, 'image', ['caption', 'alt'], language, own);
  const figure = captioned(term, 'figure', ['caption'], language, own);
  const value =
    image || figure
      ? {...said, ...(image && {image}), ...(figure && {figure})}
      : said;
  const given = TERM_TEXTS.find((text) => tags.has(text));
  if (!given) return {term: value};
  const untranslated = TERM_TEXTS.filter(
    (text) => !tags.has(text) && isText(term[text]),
  );
  return {
    term: value,
    language: tags.get(given)!,
    ...(untranslated.length && {untranslated}),
    ...(value.name !== term.name && {original: term.name}),
  };
};

/** A picture or figure with translated texts; `undefined` if there are none. */
const captioned = <Name extends 'image' | 'figure'>(
  term: Term,
  name: Name,
  texts: readonly string[],
  language: string,
  own: string | undefined,
): Term[Name] => {
  const value = term[name];
  if (!value || !term.translations) return undefined;
  const words = translationsFor(term.translations, language, own).map((it) =>
    fieldsOf(it.texts[name]),
  );
  const found = texts.flatMap((text) => {
    const best = words.map((fields) => fields[text]).find(isText);
    return best === undefined ? [] : [[text, best] as const];
  });
  return found.length ? {...value, ...Object.fromEntries(found)} : undefined;
};

/** An area as one language has it. */
export interface LocalizedArea {
  readonly area: Area;
  /** Tag of the translation of its name, else of its description. */
  readonly language?: string;
}

const SAME_IN_QUESTION: ReadonlySet<string> = new Set(['id', 'translations']);
const SAME_IN_AREA: ReadonlySet<string> = new Set([
  'id',
  'url',
  'questions',
  'resources',
  'translations',
]);

/** A question for readers of a language; `language` is that of its texts. */
export const localizeQuestion = (
  question: Question,
  language: string,
  own?: string,
): Question => {
  const {value, tags} = localize(question, language, own, SAME_IN_QUESTION);
  const tag = tags.get('question') ?? tags.get('answer');
  return tag === undefined ? value : {...value, language: tag};
};

/** An area for readers of a language, with its questions and those of its pages. */
export const localizeArea = (
  area: Area,
  language: string,
  own?: string,
): LocalizedArea => {
  const {value, tags} = localize(area, language, own, SAME_IN_AREA);
  const tag = tags.get('name') ?? tags.get('description');
  const questions = listOf(area.questions).map((question) =>
    localizeQuestion(question, language, own),
  );
  return {
    area: area.questions ? {...value, questions} : value,
    ...(tag !== undefined && {language: tag}),
  };
};

const SAME_IN_INFO: ReadonlySet<string> = new Set([
  '$schema',
  'format',
  'url',
  'language',
  'publisher',
  'kinds',
  'terms',
  'areas',
  'translations',
]);
const SAME_IN_KIND: ReadonlySet<string> = new Set(['language', 'translations']);

/** The texts of the glossary itself in a language: name, forms, kinds. */
export const localizeInfo = <T extends GlossaryInfo>(
  glossary: T,
  language: string,
): T => {
  const own = glossary.language;
  const {value} = localize(glossary, language, own, SAME_IN_INFO);
  if (!glossary.kinds) return value;
  const kinds = Object.entries(glossary.kinds).map(([key, kind]) => {
    const {value: said, tags} = localize(kind, language, own, SAME_IN_KIND);
    const tag = tags.get('label');
    return [key, tag === undefined ? said : {...said, language: tag}];
  });
  return {...value, kinds: Object.fromEntries(kinds) as T['kinds']};
};
