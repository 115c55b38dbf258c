/** Which terms a text, a term or an area names. Pure. */
import {
  addressKey,
  type Area,
  type Question,
  type RichText,
  type Term,
} from 'term-elements/glossary';
import {type Inline, parseRichText} from 'term-elements/rich-text';

function* mentions(inlines: readonly Inline[]): Generator<string> {
  for (const inline of inlines) {
    if (inline.type === 'term') yield inline.id;
    if ('children' in inline) yield* mentions(inline.children);
  }
}

function* textReferences(text: RichText | undefined): Generator<string> {
  if (typeof text !== 'object' || !text.markdown.includes('[[')) return;
  for (const block of parseRichText(text.markdown, text.math)) {
    const lines = block.type === 'paragraph' ? [block.children] : block.items;
    for (const line of lines) yield* mentions(line);
  }
}

/** As written, each once. */
export const termReferences = (term: Term): ReadonlySet<string> => {
  const {related = [], deprecated, definition} = term;
  const found = new Set(related);
  if (deprecated?.use !== undefined) found.add(deprecated.use);
  for (const id of textReferences(definition)) found.add(id);
  return found;
};

/** As written, each once; those on the area's pages too. */
export const areaReferences = (area: Area): ReadonlySet<string> => {
  const found = new Set<string>();
  const add = (questions: readonly Question[] = []) => {
    for (const {answer} of questions) {
      for (const id of textReferences(answer)) found.add(id);
    }
  };
  add(area.questions);
  for (const {page} of area.resources ?? []) add(page?.questions);
  return found;
};

/** All references of a term, in its own language and in others. */
export const allTermReferences = (term: Term): ReadonlySet<string> => {
  const found = new Set(termReferences(term));
  for (const {definition} of Object.values(term.translations ?? {})) {
    for (const id of textReferences(definition)) found.add(id);
  }
  return found;
};

export const allAreaReferences = (area: Area): ReadonlySet<string> => {
  const found = new Set(areaReferences(area));
  const pages = (area.resources ?? []).flatMap(
    ({page}) => page?.questions ?? [],
  );
  for (const {translations} of [...(area.questions ?? []), ...pages]) {
    for (const {answer} of Object.values(translations ?? {})) {
      for (const id of textReferences(answer)) found.add(id);
    }
  }
  return found;
};

/** What a reference may name, best first: an address has no closing slash. */
export const keysOfReference = (reference: string): readonly string[] => [
  ...new Set([reference, addressKey(reference)]),
];
