/** Language tags (BCP 47), as readers ask for them and documents write them. Pure. */
import type {Glossary, Page} from './types.js';

/** A tag as it is compared: without case (section 2.1.1), and with `_` as `-`. */
export const tagKey = (tag: string): string =>
  tag.trim().toLowerCase().replaceAll('_', '-');

/**
 * The languages to look for, best first: `pt-BR` gives `pt-br`, `pt`. This is
 * the "lookup" of RFC 4647, section 3.4.
 */
export const languageChain = (language: string): readonly string[] => {
  const chain: string[] = [];
  let rest = tagKey(language);
  while (rest) {
    chain.push(rest);
    // A single letter or digit belongs to what follows it, and goes with it.
    rest = rest.replace(/(-[a-z\d])?-[^-]*$|^[^-]*$/, '');
  }
  return chain;
};

/** The texts of a term that are marked with their language. */
export const TERM_TEXTS = ['name', 'summary', 'definition'] as const;

export type TermText = (typeof TERM_TEXTS)[number];

/**
 * The `lang` that a text needs: its language, unless the text around it is in
 * that language or a variety of it.
 */
export const langMark = (
  language: string | undefined,
  around: string,
): string | undefined => {
  if (!language) return undefined;
  const [own, other] = [`${tagKey(language)}-`, `${tagKey(around)}-`] as const;
  return own.startsWith(other) || other.startsWith(own)
    ? undefined
    : language.replaceAll('_', '-');
};

/** The languages of the texts of an entry. */
interface LanguagesOfTexts {
  readonly glossary: {readonly language?: string | undefined};
  readonly language?: string | undefined;
  readonly untranslated?: readonly TermText[] | undefined;
}

/** Language of a text of an entry. */
export const textLanguage = (
  {language, untranslated, glossary}: LanguagesOfTexts,
  text: TermText,
): string | undefined =>
  language === undefined || untranslated?.includes(text)
    ? glossary.language
    : language;

/** The values of a list or an object; of any other value, none. */
const listOf = (values: unknown) =>
  Object.values(Object(values) as object).map(Object) as Readonly<
    Record<string, unknown>
  >[];

/**
 * Whether a document has a translation that is closer to a language than its
 * own texts. It looks at the whole document.
 */
export const isTranslated = (glossary: Glossary, language: string): boolean => {
  const closeness = (tag: string) =>
    `${tagKey(language)}-`.startsWith(`${tagKey(tag)}-`) ? tag.length : 0;
  const own = closeness(glossary.language ?? '');
  const {kinds, terms, areas} = glossary;
  const lists: unknown[] = [[glossary], kinds, terms, areas];
  for (const {questions, resources} of listOf(areas)) {
    lists.push(questions);
    for (const {page} of listOf(resources))
      lists.push((Object(page) as Partial<Page>).questions);
  }
  return lists.some((list) =>
    listOf(list).some(({translations}) =>
      Object.keys(Object(translations) as object).some(
        (tag) => closeness(tag) > own,
      ),
    ),
  );
};
