import {
  type Glossary,
  GlossaryIndex,
  glossaryVocabulary,
  nameKey,
  partsOfName,
  type Term,
  type TermNames,
} from 'term-elements/glossary';
import {
  createMatcher,
  type Matcher,
  type Mention,
} from 'term-elements/matching';
import type {Run} from '../documents/run.js';

/** The glossary as the rules see it. */
export class LintGlossary {
  /** Without removed ones. */
  readonly terms: readonly Term[];
  readonly #index: GlossaryIndex;
  readonly #places = new Map<Term, number>();
  readonly #names = new Set<string>();
  readonly #matcher: Matcher;
  readonly #mentions = new WeakMap<Run, readonly Mention[]>();

  /** @param document A valid one. */
  constructor(readonly document: Glossary) {
    this.#index = new GlossaryIndex(document);
    for (const [index, term] of document.terms.entries()) {
      if (term.name !== null) this.#places.set(term, index);
    }
    this.terms = [...this.#places.keys()];
    // Terms that are not linked automatically count as named, too.
    const vocabularies = glossaryVocabulary(document).map((vocabulary) => ({
      ...vocabulary,
      terms: vocabulary.terms.map((term) => ({...term, autoLink: true})),
    }));
    for (const {terms} of vocabularies) {
      for (const term of terms) {
        for (const name of namesOf(term)) this.#names.add(nameKey(name));
      }
    }
    this.#matcher = createMatcher(vocabularies);
  }

  /** By id, former id or address. */
  term(reference: string): Term | undefined {
    const term = this.#index.term(reference);
    return term?.name == null ? undefined : (term as Term);
  }

  /** The keys that lead to a term in the document. */
  keysOf(term: Term): readonly (string | number)[] {
    return ['terms', this.#places.get(term) ?? 0];
  }

  /** The terms of an area, by its id or address or that of one of its pages. */
  termsOfArea(reference: string): readonly Term[] {
    const area = this.#index.areaPage({area: reference})?.area;
    return area ? this.#index.termsOf(area) : [];
  }

  /** Whether an area, or a page of one, has this id or address. */
  hasArea(reference: string): boolean {
    return this.#index.areaPage({area: reference}) !== undefined;
  }

  /** All that terms are called in the language of the glossary. */
  get names(): readonly string[] {
    return this.terms.flatMap(namesOf);
  }

  /** Whether a term has this name, alias or abbreviation. */
  isNamed(name: string): boolean {
    return this.#names.has(nameKey(name));
  }

  /** The terms that a run of text names. */
  mentions(run: Run): readonly Mention[] {
    let mentions = this.#mentions.get(run);
    if (!mentions) {
      this.#mentions.set(run, (mentions = this.mentionsIn(run.text)));
    }
    return mentions;
  }

  mentionsIn(text: string): readonly Mention[] {
    return this.#matcher.find(text);
  }
}

/** All that a term is called, in one language, names inside of names included. */
export const namesOf = ({
  name,
  abbreviation,
  aliases,
}: TermNames): readonly string[] =>
  [name, abbreviation ?? '', ...(aliases ?? [])]
    .filter(Boolean)
    .flatMap((written) => [
      written,
      ...partsOfName(written).map((part) => part.name),
    ]);
