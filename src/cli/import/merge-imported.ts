/** Brings imported entries into a glossary that is there, in memory. */
import {nameKey} from '../../glossary/name-index.js';
import {set} from '../json/set.js';
import {absoluteKey} from '../page-form/address.js';
import type {AreaDraft, GlossaryDraft, TermDraft} from '../page-form/draft.js';
import type {Place, Report} from '../report.js';
import {EntryIds} from './entry-ids.js';
import type {Imported} from './importer.js';
import type {ImportedTerm} from './keep-valid.js';

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
  for (const [key, item] of Object.entries(value) as [never, never][])
    if (!weak.includes(key) || !saysSomething(target, key))
      set(target, key, item);
};

const saysSomething = (target: object, key: string): boolean =>
  Object.hasOwn(target, key) && (target as Record<string, unknown>)[key] !== '';

/**
 * An imported property takes the place of the one that was there; what is not
 * imported stays, and nothing is removed. An entry is found again by its id,
 * then by its address, then by its name where only one term has that.
 */
export class ImportMerge {
  readonly #ids = new EntryIds();
  readonly #byId = new Map<string, TermDraft>();
  readonly #byAddress = new Map<string, TermDraft>();
  readonly #byName = new Map<string, readonly TermDraft[]>();
  readonly #areas = new Map<string, AreaDraft>();
  /** Entries of this import: what comes twice is told. */
  readonly #imported = new Set<TermDraft>();

  constructor(readonly glossary: GlossaryDraft) {
    for (const term of glossary.terms) {
      this.#ids.add(term.id);
      if (term.name !== null) this.#know(term);
    }
    for (const area of glossary.areas ?? []) this.#areas.set(area.id, area);
  }

  add(item: Imported, file: string, report: Report): void {
    if (item.type === 'glossary') setAll(this.glossary, item.value);
    else if (item.type === 'area') this.#area(item.value, item.isMentioned);
    else this.#term(item.value, item.guessed, {file, line: item.line}, report);
  }

  #term(
    value: ImportedTerm,
    guessed: readonly string[] = [],
    place: Place,
    report: Report,
  ): void {
    const known = this.#find(value);
    if (known) {
      if (this.#imported.has(known)) {
        report.warning(
          place,
          'an entry that was imported already comes again; the later one counts',
        );
      }
      const {id: _, ...rest} = value;
      setAll(known, rest, guessed);
      this.#imported.add(known);
      return;
    }
    const {id = this.#ids.for(value), ...rest} = value;
    const term = {id, ...rest} as TermDraft;
    this.#ids.add(id);
    this.glossary.terms.push(term);
    this.#imported.add(term);
    this.#know(term);
  }

  #find({id, url, name}: ImportedTerm): TermDraft | undefined {
    const own = id === undefined ? undefined : this.#byId.get(id);
    if (own) return own;
    if (url !== undefined) {
      const known = this.#byAddress.get(absoluteKey(url));
      if (known) return known;
    }
    // Entries of other ids may have the same name.
    if (id !== undefined) return undefined;
    const named = this.#byName.get(nameKey(name)) ?? [];
    const [only, ...others] = named;
    // Two entries of one import with one name are two entries.
    const isSame = only && !others.length && !this.#imported.has(only);
    return isSame && (url === undefined || only.url === undefined)
      ? only
      : undefined;
  }

  #know(term: TermDraft): void {
    this.#byId.set(term.id, term);
    if (term.url) {
      const key = absoluteKey(term.url);
      if (!this.#byAddress.has(key)) this.#byAddress.set(key, term);
    }
    const key = nameKey(term.name);
    this.#byName.set(key, [...(this.#byName.get(key) ?? []), term]);
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
