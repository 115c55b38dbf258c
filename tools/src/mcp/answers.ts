/**
 * What a glossary answers to a program that asks in words: entries by name,
 * search, areas, in any of its languages. Pure.
 */
import MiniSearch from 'minisearch';
import {
  type Area,
  GlossaryIndex,
  languageChain,
  localizeArea,
  localizeInfo,
  localizeTerm,
  nameKey,
  tagKey,
  type Term,
  termsNamed,
} from 'term-elements/glossary';
import {toText} from 'term-elements/rich-text';
import {nearest} from '../checks/nearest.js';
import type {ShownGlossary} from '../site/layout.js';
import {queryWords, searchWords} from '../site/search-index.js';
import {translatedLanguages} from '../site/translated.js';

/** A term with the glossary, in one language, that it was found in. */
export interface Found<T> {
  readonly value: T;
  readonly index: GlossaryIndex;
}

export interface SearchOptions {
  readonly language?: string | undefined;
  /** Id, address or name of the area that the terms are in. */
  readonly area?: string | undefined;
  /** The most terms that are returned. */
  readonly limit: number;
}

/** The glossary in one language. */
interface Edition {
  readonly index: GlossaryIndex;
  readonly terms: readonly Term[];
  readonly areas: readonly Area[];
  /** Made by the first search. */
  search?: MiniSearch;
}

export class GlossaryAnswers {
  /** The languages that there are texts in, the glossary's own first. */
  readonly languages: readonly string[];
  readonly #tags: ReadonlySet<string>;
  readonly #editions = new Map<string, Edition>();

  constructor(readonly glossary: ShownGlossary) {
    const own = glossary.language ?? '';
    this.languages = [
      ...(own ? [own] : []),
      ...translatedLanguages(glossary.terms, own),
    ];
    this.#tags = new Set(this.languages.map(tagKey));
  }

  /** The glossary in a language; what is not translated is in its own. */
  indexIn(language = ''): GlossaryIndex {
    return this.#edition(language).index;
  }

  /**
   * The terms of an id, a former id, an address, a name, an alias or an
   * abbreviation. A name that is unknown in the language asked for is looked up
   * in the others.
   */
  terms(words: string, language = ''): readonly Found<Term>[] {
    const asked = this.#edition(language);
    const byId = asked.index.entry(words);
    if (byId) return [{value: byId.term, index: asked.index}];
    for (const tag of [language, ...this.languages]) {
      const {index} = this.#edition(tag);
      const named = termsNamed(index.glossary, words);
      if (!named.length) continue;
      // Shown in the language asked for, wherever the name was found.
      return named.map(({id}) => ({
        value: asked.index.entry(id)!.term,
        index: asked.index,
      }));
    }
    return [];
  }

  /** The area of an id, an address or a name. */
  area(words: string, language = ''): Found<Area> | undefined {
    const {index, areas} = this.#edition(language);
    const key = nameKey(words);
    const area =
      index.area(words) ?? areas.find(({name}) => nameKey(name) === key);
    return area && {value: area, index};
  }

  /** Terms that a term names as related, and those that name it. */
  related({value: {id, related = []}, index}: Found<Term>): readonly Term[] {
    const ids = new Set(
      related.map((other) => index.entry(other)?.term.id ?? other),
    );
    for (const term of this.glossary.terms) {
      if (term.related?.includes(id)) ids.add(term.id);
    }
    return [...ids].flatMap((other) => index.entry(other)?.term ?? []);
  }

  /** Terms by what their names and texts say, best first. */
  search(
    query: string,
    {language = '', area, limit}: SearchOptions,
  ): readonly Found<Term>[] {
    const edition = this.#edition(language);
    const {index} = edition;
    const inside = area === undefined ? undefined : this.area(area, language);
    if (area !== undefined && !inside) return [];
    const members = inside && new Set(index.termsOf(inside.value));
    const search = (edition.search ??= searchOf(edition));
    const found: Found<Term>[] = [];
    for (const {id} of search.search(query)) {
      const term = edition.terms[id as number]!;
      if (members && !members.has(term)) continue;
      found.push({value: term, index});
      if (found.length === limit) break;
    }
    return found;
  }

  /** A name of the glossary that was probably meant. */
  meant(words: string, language = ''): string | undefined {
    const keys = new Map<string, string>();
    for (const {name, abbreviation, aliases = []} of this.#edition(language)
      .terms) {
      for (const text of [name, abbreviation ?? name, ...aliases]) {
        keys.set(nameKey(text), text);
      }
    }
    const key = nearest(nameKey(words), [...keys.keys()]);
    return key === undefined ? undefined : keys.get(key);
  }

  #edition(language: string): Edition {
    const own = tagKey(this.glossary.language ?? '');
    // A client may name any number of languages; only these differ.
    const key =
      languageChain(language).find((tag) => this.#tags.has(tag)) ?? own;
    const known = this.#editions.get(key);
    if (known) return known;
    const edition = this.#translated(key);
    this.#editions.set(key, edition);
    return edition;
  }

  #translated(language: string): Edition {
    const {glossary} = this;
    const own = glossary.language;
    const terms = glossary.terms.map(
      (term) => localizeTerm(term, language, own).term,
    );
    const areas = (glossary.areas ?? []).map(
      (area) => localizeArea(area, language, own).area,
    );
    const index = new GlossaryIndex({
      ...localizeInfo(glossary, language),
      terms,
      areas,
    });
    return {index, terms, areas};
  }
}

/** Names count more than sentences, sentences more than explanations. */
const searchOf = ({terms}: Edition): MiniSearch => {
  const search = new MiniSearch({
    fields: ['name', 'others', 'summary', 'definition'],
    tokenize: searchWords,
    searchOptions: {
      tokenize: queryWords,
      boost: {name: 8, others: 6, summary: 2},
      // A word of two letters begins too many, unless it is Han or kana.
      prefix: (word) => word.length > 2 || !/^\w/.test(word),
      fuzzy: (word) => (word.length > 4 ? 0.2 : false),
    },
  });
  search.addAll(
    terms.map(
      ({name, abbreviation, aliases = [], summary, definition}, id) => ({
        id,
        name,
        others: [abbreviation ?? '', ...aliases].join(' '),
        summary,
        definition: definition === undefined ? '' : toText(definition),
      }),
    ),
  );
  return search;
};
