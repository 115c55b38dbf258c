/** Language tags (BCP 47), as readers ask for them and documents write them. Pure. */
import type {Glossary, Page} from './types.js';

/** A tag as it is compared: without case (section 2.1.1), and with `_` as `-`. */
export const tagKey = (tag: string): string =>
  tag.trim().toLowerCase().replaceAll('_', '-');

const known = new WeakMap<Glossary, ReadonlySet<string>>();

/** The values of a list or an object; of anything else, none to speak of. */
const listOf = (values: unknown) =>
  Object.values(Object(values) as object).map(Object) as Readonly<
    Record<string, unknown>
  >[];

/** Every language that anything of a document is translated into. */
const tagsOf = (glossary: Glossary): ReadonlySet<string> => {
  let tags = known.get(glossary);
  if (!tags) {
    const found = new Set<string>();
    const read = ({translations}: {readonly translations?: unknown}) => {
      for (const tag in translations as object) found.add(tagKey(tag));
    };
    const {kinds, terms, areas} = glossary;
    read(glossary);
    for (const list of [kinds, terms, areas]) listOf(list).forEach(read);
    for (const {questions, resources} of listOf(areas)) {
      listOf(questions).forEach(read);
      for (const {page} of listOf(resources))
        listOf((Object(page) as Partial<Page>).questions).forEach(read);
    }
    known.set(glossary, (tags = found));
  }
  return tags;
};

/**
 * Whether a reader of a language gets anything else from a document than its
 * own texts: a translation is closer to the language than the document's own.
 */
export const isTranslated = (glossary: Glossary, language: string): boolean => {
  const wanted = `${tagKey(language)}-`;
  const closeness = (tag: string) =>
    wanted.startsWith(`${tag}-`) ? tag.length : 0;
  const own = closeness(tagKey(glossary.language ?? ''));
  return [...tagsOf(glossary)].some((tag) => closeness(tag) > own);
};
