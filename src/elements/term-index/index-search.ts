import type {ReactiveController, ReactiveElement} from 'lit';
import {foldName} from '../../glossary/fold.js';
import {loadPart} from '../../glossary/load-part.js';
import {numberIn, filled, type Locale} from '../../glossary/locale/locale.js';
import type {Entry, ListedEntry, TermList} from '../../glossary/source.js';
import {listed, namesOf} from '../../glossary/term-list.js';
import type * as searching from './searching.js';

/** Entries that are offered while somebody types. */
export const MOST_OFFERED = 8;
/** Entries that a page of results has: nobody reads on after these. */
export const MOST_RESULTS = 100;
/** Entries that are suggested where nothing is found. */
const MOST_NEAREST = 3;
/** Milliseconds without typing after which results are announced: once for a word. */
const ANNOUNCE_DELAY = 500;

/** An entry that was found. */
export interface Result {
  readonly item: ListedEntry;
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly alias?: string | undefined;
}

/** What was found for a text. */
export interface Results {
  readonly typed: string;
  readonly found: readonly Result[];
  /** Suggestions, where nothing was found. */
  readonly nearest: readonly Result[];
}

interface SearchHost extends ReactiveElement {
  readonly locale: Locale;
}

const NO_WORDS: Result['words'] = new Map();

/** Words of a definition; its marks are no words, so they need not be parsed. */
const definitionText = ({term: {definition}}: Entry): string =>
  typeof definition === 'object' ? definition.markdown : (definition ?? '');

const read = (entry: Entry) => {
  const [name = '', ...others] = namesOf(entry);
  return {
    name,
    others: entry.original ? [...others, entry.original.name] : others,
    text: `${entry.term.summary}\n${definitionText(entry)}`,
  };
};

/**
 * The search of an index: what is typed, what was found, and the option that the
 * keyboard is at. It is a combobox with a list (ARIA Authoring Practices); the
 * template is in search-template.ts.
 */
export class IndexSearch implements ReactiveController {
  typed = '';
  results: Results | undefined;
  /** The list of options is open. */
  isOpen = false;
  /** The option that the keyboard is at; -1 for the field itself. */
  active = -1;
  /** Results take the place of the list. */
  isShown = false;
  /** What screen readers announce. */
  status = '';
  part: typeof searching | undefined;
  #index: {list: TermList; search: searching.TermSearch<Entry>} | undefined;
  #making: {list: TermList; done: Promise<void>} | undefined;
  #run = 0;
  /** The reader is at the field, and has not closed the options. */
  #isWanted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly host: SearchHost,
    readonly list: () => TermList | undefined,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#run++;
    this.isOpen = false;
    this.active = -1;
  }

  /** The options: what was found, else what is near. */
  get options(): readonly Result[] {
    const {found = [], nearest = []} = this.results ?? {};
    return (found.length ? found : nearest).slice(0, MOST_OFFERED);
  }

  /** Loads the code and makes the index, before something is typed. */
  prepare(): void {
    const list = this.list();
    if (list) this.#ready(list).catch(() => undefined); // `type` reports it
  }

  /** Takes what the reader types; the newest text wins. */
  async type(typed: string): Promise<void> {
    this.typed = typed;
    this.active = -1;
    this.#isWanted = true;
    await this.#search();
  }

  /** The list has changed: what was typed is searched in the new one. */
  again(): void {
    if (this.typed.trim()) void this.#search();
  }

  async #search(): Promise<void> {
    const run = ++this.#run;
    const {typed} = this;
    if (!typed.trim()) {
      this.results = undefined;
      this.isOpen = this.isShown = false;
      this.#announce();
      return;
    }
    const list = this.list();
    if (!list) return;
    const found =
      this.#find(list, typed) ?? (await this.#findLater(list, typed));
    if (run !== this.#run) return;
    this.results = found;
    // The reader may have closed the options meanwhile, or gone on.
    this.isOpen = this.#isWanted && !this.isShown;
    this.active = Math.min(this.active, this.options.length - 1);
    this.#announce();
  }

  /** Moves to the next or the previous option; the field is one of the places. */
  move(step: 1 | -1): void {
    if (!this.results) return;
    this.isOpen = true;
    const places = this.options.length + 1;
    this.active = ((this.active + 1 + step + places) % places) - 1;
    this.#isWanted = true;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      this.host.renderRoot
        .querySelector('[role="option"][aria-selected="true"]')
        ?.scrollIntoView({block: 'nearest'});
    });
  }

  close(): void {
    this.#isWanted = false;
    if (!this.isOpen) return;
    this.isOpen = false;
    this.active = -1;
    this.host.requestUpdate();
  }

  /** Puts all results in the place of the list. */
  show(): void {
    this.isShown = !!this.typed.trim(); // also before the first answer
    this.close();
    this.host.requestUpdate();
  }

  #find(list: TermList, typed: string): Results | undefined {
    if (this.#index?.list !== list) return undefined;
    const {search} = this.#index;
    const found = search
      .find(typed)
      .map(({item, words, alias}) => ({item: listed(item), words, alias}));
    const nearest = found.length
      ? []
      : search
          .nearest(typed, MOST_NEAREST)
          .map((entry) => ({item: listed(entry), words: NO_WORDS}));
    return {typed, found, nearest};
  }

  /** Without an index, names are found by their beginnings. */
  async #findLater(
    list: TermList,
    typed: string,
  ): Promise<Results | undefined> {
    try {
      await this.#ready(list);
      const found = this.#find(list, typed);
      if (found) return found;
    } catch {
      // The code could not be loaded; the list itself can be asked.
    }
    try {
      const items = await list.beginning(typed, MOST_RESULTS);
      const word = foldName(typed.trim());
      const words = new Map([[word, [word]]]);
      const found = items.map((item) => ({item, words}));
      return {typed, found, nearest: []};
    } catch {
      return this.results; // a file is missing; the next key asks again
    }
  }

  async #ready(list: TermList): Promise<void> {
    this.part ??= await loadPart(() => import('./searching.js'));
    const {all} = list;
    if (!all || this.#index?.list === list) return;
    const {TermSearch} = this.part;
    if (this.#making?.list !== list) {
      const make = async () => {
        const search = await TermSearch.of(all, read);
        if (this.#making?.list === list) this.#index = {list, search};
      };
      this.#making = {list, done: make()};
    }
    await this.#making.done;
  }

  #announce(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.status = this.#statusText();
      this.host.requestUpdate();
    }, ANNOUNCE_DELAY);
    this.host.requestUpdate();
  }

  #statusText(): string {
    const {results} = this;
    if (!results) return '';
    const {strings} = this.host.locale;
    const {found, nearest, typed} = results;
    if (found.length)
      return filled(
        strings.indexResults,
        numberIn(strings.language, found.length),
      );
    const none = filled(strings.indexNoResults, typed.trim());
    const names = nearest.map(({item}) => item.name).join(', ');
    return names ? `${none} ${strings.indexNearest} ${names}` : none;
  }
}
