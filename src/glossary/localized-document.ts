import type {GlossaryIndex} from './glossary-index.js';
import {languageChain, tagKey} from './language-tags.js';
import {
  localizeArea,
  localizeInfo,
  localizeQuestion,
  localizeTerm,
} from './localize.js';
import {termsNamed} from './name-index.js';
import type {
  AreaPage,
  AreaRequest,
  Entry,
  GlossarySource,
  TermLinks,
} from './source.js';
import type {Area, Glossary, GlossaryInfo, Resource, Term} from './types.js';
import {glossaryVocabulary} from './vocabulary.js';

/**
 * One document in memory in a language. A term is translated when it is first
 * requested.
 */
export class LocalizedDocument implements GlossarySource, TermLinks {
  readonly immediate = true;
  readonly origin: string | undefined;
  readonly #info: GlossaryInfo;
  readonly #entries = new Map<Term, Entry>();
  readonly #tags: readonly [language: string, own: string | undefined];
  #translated: Glossary | undefined;

  constructor(
    readonly index: GlossaryIndex,
    readonly language: string,
    readonly label: string,
  ) {
    const {glossary, origin} = index;
    this.origin = origin;
    this.#info = localizeInfo(glossary, language);
    this.#tags = [language, glossary.language];
  }

  entry(reference: string): Entry | null | undefined {
    const entry = this.index.entry(reference);
    return entry && this.#localized(entry);
  }

  /** By its names in the language, and by its own: a page may have either. */
  named(name: string): readonly Entry[] {
    const {glossary} = this.index;
    // One object, because the index of its names is kept by it.
    this.#translated ??= {
      ...glossary,
      terms: glossary.terms.map((term) =>
        term.name === null ? term : localizeTerm(term, ...this.#tags).term,
      ),
    };
    const found = [
      ...termsNamed(this.#translated, name),
      ...termsNamed(glossary, name),
    ];
    return [...new Set(found.map(({id}) => id))].flatMap(
      (id) => this.entry(id) ?? [],
    );
  }

  areaPage(request: AreaRequest): AreaPage | undefined {
    const page = this.index.areaPage(request);
    if (!page) return undefined;
    const {area, language} = localizeArea(page.area, ...this.#tags);
    const entries = page.entries.map((entry) => this.#localized(entry));
    return {
      ...page,
      area,
      resource:
        page.resource && retold(page.resource, page.area, area, entries),
      ...(language !== undefined && {language}),
      glossary: this.#info,
      questions: page.questions.map((question) =>
        localizeQuestion(question, ...this.#tags),
      ),
      entries,
      links: this,
    };
  }

  /** The words of the language, and those of the document's own. */
  vocabulary() {
    const chain = languageChain(this.language);
    const [own, ...translated] = glossaryVocabulary(this.index.glossary);
    return [
      ...(own ? [own] : []),
      ...translated.filter(({language = ''}) =>
        chain.includes(tagKey(language)),
      ),
    ];
  }

  addressOf(id: string): string | undefined {
    return this.index.addressOf(id);
  }

  nameOf(id: string): string | undefined {
    const term = this.index.term(id);
    return term && term.name !== null
      ? localizeTerm(term, ...this.#tags).term.name
      : undefined;
  }

  #localized(entry: Entry): Entry {
    let localized = this.#entries.get(entry.term);
    if (!localized) {
      const {original, ...texts} = localizeTerm(entry.term, ...this.#tags);
      localized = {
        ...entry,
        ...texts,
        ...(original !== undefined && {
          original: {name: original, language: entry.glossary.language},
        }),
        glossary: this.#info,
        related: entry.related.map((other) => ({
          ...other,
          name: this.nameOf(other.id) ?? other.name,
        })),
        links: this,
      };
      this.#entries.set(entry.term, localized);
    }
    return localized;
  }
}

/**
 * Published pages are in the glossary's own language: in another one, the page
 * is derived.
 */
const retold = (
  resource: Resource,
  own: Area,
  area: Area,
  entries: readonly Entry[],
): Resource => {
  if (!resource.page) return resource;
  const {headline, description, ...page} = resource.page;
  const translated = new Set(
    entries.flatMap(({term, language}) => (language ? term.id : [])),
  );
  return {
    ...resource,
    page: {
      ...page,
      ...(area.name === own.name && {headline, description}),
      trail: page.trail?.map((step) =>
        step.name === own.name ? {...step, name: area.name} : step,
      ),
      texts: page.texts?.filter(({term}) => !translated.has(term)),
    },
  };
};
