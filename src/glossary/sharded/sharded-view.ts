import {linkAddress} from '../address.js';
import {loadPart} from '../load-part.js';
import {tagKey} from '../language-tags.js';
import {closerLanguages, localizeInfo} from '../localize.js';
import {nameKey} from '../name-index.js';
import {type Awaitable, whenReady, allReady} from '../awaitable.js';
import type {
  AreaPage,
  AreaRequest,
  Entry,
  GlossarySource,
  TermChanges,
  TermList,
  TextRuns,
  Vocabulary,
} from '../source.js';
import type {GlossaryInfo} from '../types.js';
import {areaPageOf} from './area-page.js';
import type {Follows} from './follows.js';
import {Lookup} from './lookup.js';
import {
  type LanguageTables,
  leafOf,
  type Manifest,
  type TermRecord,
} from './manifest.js';
import {nameTableKey} from './name-keys.js';
import {linksOf, relatedOf} from './references.js';
import {CHANGES, NAMES} from './shapes.js';
import type {Shards} from './shards.js';
import {vocabularyOf} from './vocabulary.js';

/** Shared by all languages of a built glossary. */
export interface Shared {
  readonly manifest: Manifest;
  readonly shards: Shards;
  readonly follows: Follows;
}

/** A built glossary in one language; its own, unless `language` is given. */
export class ShardedView implements GlossarySource {
  readonly label: string;
  readonly #lookup: Lookup;
  readonly #inLanguages = new Map<string, GlossarySource>();

  constructor(
    readonly shared: Shared,
    readonly tables: LanguageTables,
    readonly glossary: GlossaryInfo,
    /** Tag of the tables. */
    readonly language?: string,
  ) {
    const {shards, manifest} = shared;
    this.label = shards.files.label;
    this.#lookup = new Lookup(shards, manifest, tables);
  }

  entry(
    reference: string,
    signal?: AbortSignal,
  ): Awaitable<Entry | null | undefined> {
    return this.#checked(this.#lookup.termOf(reference, signal));
  }

  /** By its names in the language, and by its own: a page may have either. */
  named(name: string, signal?: AbortSignal): Awaitable<readonly Entry[]> {
    const key = nameKey(name);
    if (!key) return [];
    const {manifest, shards} = this.shared;
    const leaves = [...new Set([this.tables.names, manifest.names])].map(
      (names) => {
        const leaf = leafOf(nameTableKey(name), names.bits);
        return shards.leaf(names, leaf, NAMES, signal);
      },
    );
    return whenReady(allReady(leaves), (found) => {
      const ids = new Set(
        found
          .flatMap((records) => records ?? [])
          .filter((record) => nameKey(record.alias ?? record.name) === key)
          .map(({id}) => id),
      );
      return this.entries([...ids], signal);
    });
  }

  areaPage(
    request: AreaRequest,
    signal?: AbortSignal,
  ): Awaitable<AreaPage | undefined> {
    return areaPageOf(this, this.#lookup, request, signal);
  }

  changes(signal?: AbortSignal): Awaitable<TermChanges | undefined> {
    const {manifest, shards, follows} = this.shared;
    if (manifest.changes === undefined) return undefined;
    const {glossary} = this;
    const {origin} = shards.files;
    const all = shards.read(manifest.changes, CHANGES, signal);
    return whenReady(all, (found) => {
      const checks = found.map((term) => follows('terms', term));
      return whenReady(allReady(checks), (good) => ({
        terms: found.filter((_, index) => good[index]),
        glossary,
        origin,
      }));
    });
  }

  /** Without `runs` all files of names are read: many, of a large glossary. */
  async vocabulary(
    signal?: AbortSignal,
    runs?: TextRuns,
  ): Promise<readonly Vocabulary[]> {
    const {manifest, shards} = this.shared;
    const own = {tables: manifest, language: manifest.glossary.language};
    const {tables, language} = this;
    const all = language === undefined ? [own] : [own, {tables, language}];
    return vocabularyOf(shards, all, runs, signal);
  }

  in(language: string): GlossarySource {
    const tag = tagKey(language);
    let view = this.#inLanguages.get(tag);
    if (!view) {
      view = this.#inLanguage(tag);
      this.#inLanguages.set(tag, view);
    }
    return view;
  }

  /** Names only: a list of entries would load a file for nearly each. */
  async list(signal?: AbortSignal): Promise<TermList> {
    const {shardedList} = await loadPart(() => import('./sharded-list.js'));
    return shardedList(this, signal);
  }

  /** The entries of these references that there are, asked for beside each other. */
  entries(
    references: readonly string[],
    signal?: AbortSignal,
  ): Awaitable<readonly Entry[]> {
    const found = references.map((reference) => this.entry(reference, signal));
    return whenReady(allReady(found), (entries) =>
      entries.flatMap((entry) => entry ?? []),
    );
  }

  #inLanguage(tag: string): GlossarySource {
    const {manifest} = this.shared;
    const {languages = {}, glossary} = manifest;
    const tags = Object.keys(languages);
    for (const wanted of closerLanguages(tag, glossary.language)) {
      const found = tags.find((known) => tagKey(known) === wanted);
      if (found !== undefined) {
        const info = localizeInfo(glossary, tag);
        return new ShardedView(this.shared, languages[found]!, info, found);
      }
    }
    const info = localizeInfo(glossary, tag);
    return info === this.glossary && this.tables === manifest
      ? this
      : new ShardedView(this.shared, manifest, info);
  }

  #checked(
    record: Awaitable<TermRecord | undefined>,
  ): Awaitable<Entry | null | undefined> {
    return whenReady(record, (found) =>
      found
        ? whenReady(this.shared.follows('terms', found.term), (isGood) =>
            isGood ? this.#entryOf(found) : undefined,
          )
        : undefined,
    );
  }

  #entryOf(record: TermRecord): Entry | null {
    const {term, references, language, untranslated, original} = record;
    if (term.name === null) return null;
    const {glossary} = this;
    const {origin, keptAt} = this.shared.shards.files;
    return {
      term,
      url: linkAddress(term.url, origin),
      glossary,
      related: relatedOf(term, references, origin),
      links: linksOf(references, origin),
      origin,
      ...(language !== undefined && {language}),
      ...(untranslated && {untranslated}),
      ...(original !== undefined && {
        original: {name: original, language: glossary.language},
      }),
      ...(keptAt && {keptAt}),
    };
  }
}
