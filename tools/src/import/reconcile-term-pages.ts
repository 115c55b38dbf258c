import {GlossaryIndex} from 'term-elements/glossary';
import type {
  GlossaryDraft,
  TermDraft,
} from '../formats/published-page/draft.js';
import {derivedTermLines} from '../formats/published-page/term-lines.js';
import {derivedDefinition} from '../formats/published-page/read-term-page.js';
import {keepPage} from '../formats/published-page/write-term-page.js';
import type {ReadPage} from './merge-imported.js';

/**
 * A page that says what would be derived of its entry says nothing new: the
 * entry is as it was before. So an export of all pages, read again, gives the
 * glossary that it was made of. Every other page is kept, line by line.
 */
export const reconcileTermPages = (
  glossary: GlossaryDraft,
  pages: ReadonlyMap<object, ReadPage>,
): void => {
  const plain = glossary.terms.map((term) => {
    const page = pages.get(term);
    return term.name === null || !page || page.before?.page
      ? term
      : withoutPage(term, page, glossary);
  });
  const index = new GlossaryIndex({...glossary, terms: plain});
  glossary.terms = glossary.terms.map((term, at) => {
    const page = pages.get(term);
    if (term.name === null || !page) return term;
    const candidate = plain[at]!;
    const entry = candidate === term ? undefined : index.entry(term.id);
    const derived = entry && derivedTermLines(entry, index);
    if (derived?.join('\n') === page.lines.join('\n')) return candidate;
    keepPage(term, page.lines);
    return term;
  });
};

/** The entry as it may have been when its page was derived. */
const withoutPage = (
  {page: _, definition: __, areas, ...term}: TermDraft,
  {before, lines}: ReadPage,
  glossary: GlossaryDraft,
): TermDraft => {
  const isListed = (area: string): boolean =>
    glossary.areas?.some(
      ({id, resources}) =>
        id === area && resources?.some(({terms}) => terms.includes(term.id)),
    ) === true;
  const own = before?.areas ?? areas?.filter((area) => !isListed(area));
  const text = before?.definition ?? derivedDefinition(lines);
  return {
    ...term,
    ...(text !== undefined && {definition: text}),
    ...(own?.length && {areas: own}),
  };
};
