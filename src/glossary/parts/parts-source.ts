import {addressKey} from '../address.js';
import {allReady, type Awaitable, whenReady} from '../awaitable.js';
import {tagKey} from '../language-tags.js';
import {loadPart} from '../load-part.js';
import type {
  AreaPage,
  AreaRequest,
  Entry,
  GlossarySource,
  TermList,
  Vocabulary,
} from '../source.js';
import type {Glossary, GlossaryInfo} from '../types.js';
import {areaKey, type GlossaryParts, type Load, partOf} from './parts.js';
import {type LanguageTexts, readPart} from './read-part.js';

/**
 * A bundled glossary in a few files. A request loads the part that has the
 * answer, and in parallel the texts of the reader's language; each part is a
 * document.
 */
export class PartsSource implements GlossarySource {
  readonly #views = new Map<string, PartsSource>();
  /** For entries, and for areas, whose texts few pages need. */
  readonly #opened = {
    terms: new Map<Load<Glossary>, GlossarySource>(),
    areas: new Map<Load<Glossary>, GlossarySource>(),
  };
  /**
   * One object for all entries, because publishers are compared by identity.
   */
  #info: GlossaryInfo | undefined;

  /**
   * @param label What it is, for messages.
   * @param language Of the reader; by default the glossary's own.
   * @param tags Those of `parts.languages` that are closer to it.
   */
  constructor(
    readonly label: string,
    readonly parts: GlossaryParts,
    readonly language?: string,
    readonly tags: readonly string[] = [],
  ) {}

  entry(reference: string): Awaitable<Entry | null | undefined> {
    return whenReady(this.#open(this.#partOf(addressKey(reference))), (part) =>
      whenReady(
        part.entry(reference),
        (entry) => entry && {...entry, glossary: this.#infoOf(entry.glossary)},
      ),
    );
  }

  named(name: string): Awaitable<readonly Entry[]> {
    return whenReady(this.#open(this.parts.names), (names) =>
      whenReady(names.named(name), (found) => this.#whole(found)),
    );
  }

  areaPage(request: AreaRequest): Awaitable<AreaPage | undefined> {
    const first = this.#partOf(areaKey(addressKey(request.area)));
    const opened = this.#open(first, 'areas');
    // Its entries will be needed: they are loaded in parallel.
    const all = this.parts.parts.find((of) => of.includes(first))!;
    for (const load of all)
      Promise.resolve(this.#open(load)).catch(() => undefined);
    return whenReady(opened, (part) =>
      whenReady(
        part.areaPage(request),
        (page) =>
          page &&
          whenReady(this.#whole(page.entries), (entries) => ({
            ...page,
            glossary: this.#infoOf(page.glossary),
            entries,
          })),
      ),
    );
  }

  vocabulary(): Awaitable<readonly Vocabulary[]> {
    return whenReady(this.#open(this.parts.names), (names) =>
      names.vocabulary(),
    );
  }

  /** By what a list has of each entry: it would load nearly all parts. */
  async list(): Promise<TermList> {
    const [all, {termListOf}] = await Promise.all([
      this.#open(this.parts.list, 'areas'),
      loadPart(() => import('../term-list.js')),
    ]);
    return termListOf(all, this.language ?? this.parts.language);
  }

  in(language: string): PartsSource {
    const tag = tagKey(language);
    let view = this.#views.get(tag);
    if (!view) {
      const {label, parts} = this;
      const tags = closerTags(parts, tag);
      view = tags.length ? new PartsSource(label, parts, tag, tags) : this;
      this.#views.set(tag, view);
    }
    return view;
  }

  /**
   * Replaces entries that a document has by name only with those of their own
   * part.
   */
  #whole(entries: readonly Entry[]): Awaitable<readonly Entry[]> {
    const found = entries.map(({term}) => this.entry(term.id));
    return whenReady(allReady(found), (all) =>
      all.flatMap((entry) => entry ?? []),
    );
  }

  #partOf(key: string): Load<Glossary> {
    const {table, parts} = this.parts;
    const all = parts.flat();
    return all[partOf(key, table, all.length)]!;
  }

  #infoOf(glossary: GlossaryInfo): GlossaryInfo {
    return (this.#info ??= infoOf(glossary as Glossary));
  }

  #open(
    load: Load<Glossary>,
    use: 'terms' | 'areas' = 'terms',
  ): Awaitable<GlossarySource> {
    return this.#opened[use].get(load) ?? this.#load(load, use);
  }

  async #load(
    load: Load<Glossary>,
    use: 'terms' | 'areas',
  ): Promise<GlossarySource> {
    const {label, language, tags} = this;
    const opened = this.#opened[use];
    const [{default: document}, ...texts] = await Promise.all([
      loadPart(load),
      ...tags.map((tag) => this.#textsOf(tag, use)),
    ]);
    // Concurrent requests share one loading part.
    let source = opened.get(load);
    if (!source) {
      const whole = readPart(document, texts, label);
      source = language === undefined ? whole : whole.in(language);
      opened.set(load, source);
    }
    return source;
  }

  async #textsOf(tag: string, use: 'terms' | 'areas'): Promise<LanguageTexts> {
    const files = this.parts.languages[tag]!;
    const [terms, areas] = await Promise.all([
      loadPart(files.terms),
      use === 'areas' ? loadPart(files.areas) : undefined,
    ]);
    return {tag, ...terms.default, ...areas?.default};
  }
}

/** The languages of a glossary that a reader's tag begins with, its own left out. */
const closerTags = (
  {language, languages}: GlossaryParts,
  wanted: string,
): readonly string[] => {
  const closeness = (tag: string) =>
    `${wanted}-`.startsWith(`${tagKey(tag)}-`) ? tag.length : 0;
  const own = closeness(language);
  return Object.keys(languages).filter((tag) => closeness(tag) > own);
};

const infoOf = ({terms: _terms, areas: _areas, ...info}: Glossary) => info;
