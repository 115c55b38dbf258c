/** Brings imported entries into a glossary that is there, in memory. */
import {isDeepStrictEqual} from 'node:util';
import {isObject, nameKey} from 'term-elements/glossary';
import {set} from '../files/json/set.js';
import {absoluteKey} from '../formats/published-page/address.js';
import type {
  AreaDraft,
  GlossaryDraft,
  TermDraft,
} from '../formats/published-page/draft.js';
import {pageLines} from '../formats/published-page/write-term-page.js';
import type {Place, Report} from '../terminal/report.js';
import {EntryIds, takenId} from './entry-ids.js';
import type {Imported, ImportInput} from '../formats/reading/importer.js';
import type {ImportedTerm} from '../formats/reading/keep-valid.js';

/**
 * Sets each property that is given, whatever its name.
 *
 * @param weak Properties that are set only where nothing is there.
 */
const setAll = (
  target: object,
  value: object,
  weak: readonly string[] = [],
): void => {
  for (const [key, item] of Object.entries(value) as [never, unknown][])
    if (!weak.includes(key) || !saysSomething(target, key))
      set(target, key, joined(target[key], item) as never);
};

/** Texts of an entry that each language has of its own. */
const TRANSLATED: ReadonlySet<string> = new Set([
  'name',
  'summary',
  'definition',
  'aliases',
  'abbreviation',
]);

/**
 * The language of a tag, with the script it is written in. `pt-BR` is
 * Portuguese: what is between two of its forms is no translation. `zh-Hant`
 * beside `zh-Hans` is one.
 */
const writtenLanguage = (tag: string): string => {
  const own = tag.replaceAll('_', '-');
  try {
    const {language, script} = new Intl.Locale(own).maximize();
    return `${language}-${script}`;
  } catch {
    return own.toLowerCase().split('-')[0]!;
  }
};

/** What is known of the same person or picture stays: an input may say a part of it. */
const joined = (known: unknown, item: unknown): unknown => {
  if (!isObject(known) || !isObject(item)) return item;
  const isSame = ['name', 'url'].some(
    (key) => item[key] !== undefined && item[key] === known[key],
  );
  return isSame ? {...known, ...item} : item;
};

const saysSomething = (target: object, key: string): boolean =>
  Object.hasOwn(target, key) && (target as Record<string, unknown>)[key] !== '';

type ImportedEntry = Extract<Imported, {readonly type: 'term'}>;

/** An empty sentence stands in for one that an input does not have. */
const guessedOf = ({guessed = [], value}: ImportedEntry): readonly string[] =>
  value.summary === '' ? [...guessed, 'summary'] : guessed;

/** An imported entry with where it comes from. */
type Found = ImportedEntry & {
  readonly guessed: readonly string[];
  readonly input: ImportInput;
  readonly place: Place;
};

/** The page of an entry, and what was known of the entry before. */
export interface ReadPage {
  readonly lines: readonly string[];
  readonly before: TermDraft | undefined;
}

/** What an entry was in this import. */
interface Origin {
  readonly input: ImportInput;
  /** Properties that inputs of this import have set. */
  readonly stated: Set<string>;
  readonly hasMadeUpId: boolean;
}

/**
 * An imported property takes the place of the one that was there; what is not
 * imported stays, and nothing is removed. An entry is found again by its id,
 * then by its address, then by its name where only one term has that. An id that
 * comes twice in one input is reported and left out; of two inputs the later one
 * counts, which is reported where they disagree.
 */
export class ImportMerge {
  readonly #ids = new EntryIds();
  /** As the ids of an input would be if nothing had been there: it always gives the same. */
  #ownIds = new EntryIds();
  #input: ImportInput | undefined;
  readonly #byId = new Map<string, TermDraft>();
  readonly #byAddress = new Map<string, TermDraft>();
  readonly #byName = new Map<string, TermDraft[]>();
  readonly #areas = new Map<string, AreaDraft>();
  readonly #imported = new Map<TermDraft, Origin>();
  /** Entries that have been read of pages of their own. */
  readonly paged = new Map<TermDraft, ReadPage>();

  /** The language of what is imported, where the glossary is in another one. */
  readonly #otherLanguage: string | undefined;

  /** @param language Of the inputs, as the command line says it. */
  constructor(
    readonly glossary: GlossaryDraft,
    readonly report: Report,
    language?: string,
  ) {
    const own = glossary.language;
    const isOther =
      language !== undefined &&
      own !== undefined &&
      writtenLanguage(language) !== writtenLanguage(own);
    this.#otherLanguage = isOther ? language : undefined;
    for (const term of glossary.terms) {
      this.#ids.add(term.id);
      if (term.name !== null) this.#know(term);
    }
    for (const area of glossary.areas ?? []) this.#areas.set(area.id, area);
  }

  /** Inputs come one after the other. */
  add(item: Imported, input: ImportInput): void {
    if (input !== this.#input) this.#ownIds = new EntryIds();
    this.#input = input;
    if (item.type === 'glossary') {
      const weak = this.#otherLanguage ? Object.keys(item.value) : [];
      setAll(this.glossary, item.value, weak);
    } else if (item.type === 'area') this.#area(item.value, item.isMentioned);
    else {
      const place = {file: input.file, line: item.line};
      this.#term({...item, guessed: guessedOf(item), input, place});
    }
  }

  #term(found: Found): void {
    const {input, place, guessed, otherId} = found;
    const value = this.#withFreeId(found);
    const known = this.#find(value, place, otherId !== undefined);
    const origin = known && this.#imported.get(known);
    if (origin?.input === input) {
      this.report.dropped(place, takenId(known!.id));
      return;
    }
    if (this.#otherLanguage !== undefined) {
      this.#translate(known, value, this.#otherLanguage, found);
      return;
    }
    const {id = known?.id ?? this.#ids.for(value), ...rest} = value;
    if (origin) this.#reportDisagreement(known!, origin, rest, found);
    const term = known ?? ({id, ...rest} as TermDraft);
    if (rest.page) {
      const lines = pageLines({id, ...rest});
      this.paged.set(term, {lines, before: known && {...known}});
    }
    if (known) setAll(known, rest, guessed);
    else {
      this.#ids.add(id);
      this.glossary.terms.push(term);
      this.#know(term);
    }
    const stated = Object.keys(rest).filter((key) => !guessed.includes(key));
    this.#imported.set(term, {
      input,
      stated: new Set([...(origin?.stated ?? []), ...stated]),
      hasMadeUpId: otherId !== undefined,
    });
    this.#ownIds.add(term.id);
  }

  /** Texts in another language stand beside those of the entry, and never in their place. */
  #translate(
    known: TermDraft | undefined,
    value: ImportedTerm,
    language: string,
    {place, guessed, input}: Found,
  ): void {
    if (!known) {
      this.report.dropped(
        place,
        `an entry that the glossary does not have in its own language (${JSON.stringify(value.name)})`,
      );
      return;
    }
    const texts: Record<string, unknown> = {};
    const others: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      if (key === 'id' || item === '') continue;
      set(TRANSLATED.has(key) ? texts : others, key, item);
    }
    setAll(known, others, Object.keys(others));
    const translations = {...known.translations};
    const before = {...translations[language]};
    setAll(before, texts, guessed);
    set(translations, language, before);
    known.translations = translations;
    this.#imported.set(known, {input, stated: new Set(), hasMadeUpId: false});
  }

  /** An id that is only made up gives way to that of another entry. */
  #withFreeId({value, otherId}: Found): ImportedTerm {
    const {id} = value;
    const known = id === undefined ? undefined : this.#byId.get(id);
    const isOther = known && this.#imported.get(known)?.hasMadeUpId;
    return isOther && otherId !== undefined ? {...value, id: otherId} : value;
  }

  /** Says which properties two inputs of this import have each in their own way. */
  #reportDisagreement(
    known: TermDraft,
    {stated}: Origin,
    rest: object,
    {place, guessed}: Found,
  ): void {
    for (const [key, item] of Object.entries(rest)) {
      if (!stated.has(key) || guessed.includes(key)) continue;
      if (isDeepStrictEqual((known as Record<string, unknown>)[key], item))
        continue;
      this.report.dropped(
        place,
        `${key} of ${JSON.stringify(known.id)}: two inputs disagree; the later one counts`,
      );
    }
  }

  #find(
    value: ImportedTerm,
    place: Place,
    hasMadeUpId: boolean,
  ): TermDraft | undefined {
    const {id, url} = value;
    const own = id === undefined ? undefined : this.#byId.get(id);
    const there =
      url === undefined ? undefined : this.#byAddress.get(absoluteKey(url));
    if (own && there && own !== there) {
      this.report.warning(
        place,
        `${JSON.stringify(own.id)} has the address of ${JSON.stringify(there.id)} here; ${hasMadeUpId ? 'the address' : 'the id'} counts`,
      );
    }
    const known = hasMadeUpId ? (there ?? own) : (own ?? there);
    // Entries of other ids may have the same name.
    return known ?? (id === undefined ? this.#findNamed(value) : undefined);
  }

  #findNamed(value: ImportedTerm): TermDraft | undefined {
    const key = nameKey(value.name);
    const [only, ...others] = this.#byName.get(key) ?? [];
    const known = others.length
      ? this.#byId.get(this.#ownIds.for(value))
      : only;
    if (!known || nameKey(known.name) !== key) return undefined;
    // Two entries of one input with one name are two entries.
    const isFree = this.#imported.get(known)?.input !== this.#input;
    const mayBe = value.url === undefined || known.url === undefined;
    return isFree && mayBe ? known : undefined;
  }

  #know(term: TermDraft): void {
    this.#byId.set(term.id, term);
    if (term.url) {
      const key = absoluteKey(term.url);
      if (!this.#byAddress.has(key)) this.#byAddress.set(key, term);
    }
    const key = nameKey(term.name);
    const named = this.#byName.get(key);
    if (named) named.push(term);
    else this.#byName.set(key, [term]);
  }

  #area(value: AreaDraft, isMentioned = false): void {
    const known = this.#areas.get(value.id);
    if (known) {
      setAll(known, value, isMentioned ? Object.keys(value) : []);
      return;
    }
    this.#areas.set(value.id, value);
    this.glossary.areas ??= [];
    this.glossary.areas.push(value);
  }
}
