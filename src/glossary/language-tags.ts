/** Language tags (BCP 47), as readers ask for them and documents write them. Pure. */
import type {Glossary, Page} from './types.js';

/** A tag as it is compared: without case (section 2.1.1), and with `_` as `-`. */
export const tagKey = (tag: string): string =>
  tag.trim().toLowerCase().replaceAll('_', '-');

/** The texts of a term that are marked with their language. */
export const TERM_TEXTS = ['name', 'summary', 'definition'] as const;

export type TermText = (typeof TERM_TEXTS)[number];

/** The values of a list or an object; of anything else, none to speak of. */
const listOf = (values: unknown) =>
  Object.values(Object(values) as object).map(Object) as Readonly<
    Record<string, unknown>
  >[];

/**
 * Whether a reader of a language gets anything else from a document than its
 * own texts: a translation is closer to the language than the document's own.
 * It looks at all of the document.
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
