import {html, nothing, type TemplateResult} from 'lit';
import type {Locale} from '../../glossary/locale/locale.js';
import {INDEX_STRINGS} from '../../glossary/locale/index-strings.js';
import {numberIn} from '../../glossary/locale/locale.js';
import {type Awaitable, whenReady} from '../../glossary/awaitable.js';
import {linkAddress} from '../../glossary/address.js';
import {GlossaryListError} from '../../glossary/list-error.js';
import type {Entry, GlossarySource, TermList} from '../../glossary/source.js';
import {termListOf, WholeList} from '../../glossary/term-list.js';
import {warnOnce} from '../../glossary/warnings.js';
import {announce} from '../../page/announce.js';
import {DeepLinks} from '../../page/deep-links.js';
import {GlossaryElement} from '../../page/glossary-element.js';
import {GlossaryQuery} from '../../page/glossary-query.js';
import {languageOf} from '../../page/language.js';
import {LaterPart} from '../../page/later-part.js';
import {addStrings, LocaleController} from '../../page/locale.js';
import {textWith} from '../../page/locale-text.js';
import {reportError} from '../../page/report-error.js';
import {StructuredDataController} from '../../page/structured-data-controller.js';
import {tokens} from '../../page/tokens.styles.js';
import {entryStyles} from '../term-card/term-card.styles.js';
import {frameStyles} from '../term-figure/frame.styles.js';
import {
  barLetters,
  choicesOf,
  ENTRIES_PER_PAGE,
  filteredEntries,
  filterNames,
  type FilterName,
  type Filters,
  FILTERS,
  IndexPage,
  pageAddress,
  pageOfAddress,
} from './index-content.js';
import {IndexSearch, type Result} from './index-search.js';
import {
  filtersTemplate,
  lettersTemplate,
  listTemplate,
  moreTemplate,
  pagesTemplate,
  resultsTemplate,
  type RowView,
} from './index-template.js';
import {searchTemplate} from './search-template.js';
import {indexStyles} from './term-index.styles.js';

/**
 * The whole glossary: its terms under the letters of their language, with a
 * search and, if wanted, filters.
 *
 * Each term has its name, which is a link if the glossary or `term-href` gives
 * an address and else opens the entry, its kind and areas, and its summary. The
 * search forgives typing errors; its code is loaded when the field is first
 * focused. A glossary that `term-elements build` has split into files is never
 * loaded whole: it is listed by names, searched by their beginnings, and not
 * filtered.
 *
 * @element term-index
 * @slot - Fallback content, usually a link to the page of the glossary.
 * @fires {TermLoadEvent} term-load - The list is on screen.
 * @fires {TermErrorEvent} term-error - There is no list to show; `code` says why.
 * @csspart search - The search: label, field, options.
 * @csspart field - The field of the search.
 * @csspart popup - What opens below the field.
 * @csspart options - The list of options in it.
 * @csspart option - One option.
 * @csspart none - That a search has found nothing.
 * @csspart mark - What was searched for, in a text.
 * @csspart filters - The controls of the filters.
 * @csspart filter - One of them, a label with a select.
 * @csspart letters - The bar of letters.
 * @csspart count - How many terms there are.
 * @csspart list - The terms.
 * @csspart results - What a search has found, in their place.
 * @csspart found - Its heading.
 * @csspart letter - A letter above its terms, a heading.
 * @csspart entry - One term; also the card that opens below a name without an address.
 * @csspart name - The name of a term.
 * @csspart abbreviation - Its abbreviation.
 * @csspart alias - The alias that a search has found.
 * @csspart kind - The kind of the term.
 * @csspart area - An area of the term.
 * @csspart summary - The sentence of the term.
 * @csspart show-more - A button that shows more terms.
 * @csspart pager - The number of the page, with links to the one before and the one after.
 * @omits bilingual
 * @includes TermCard
 * @cssprop [--term-index-reserve=60rem] - Space reserved for a list that arrives later.
 * @cssstate loading - The list is being loaded.
 * @cssstate late - The data was not there at once, and its space is still reserved.
 * @cssstate stale - An offline copy is shown, because the glossary could not be loaded.
 * @cssstate missing - The glossary has no term to show.
 * @cssstate error - The glossary could not be loaded.
 */
export class TermIndex extends GlossaryElement {
  static override styles = [tokens, entryStyles, frameStyles, indexStyles];

  static override properties = {
    kind: {},
    area: {},
    tag: {},
    difficulty: {},
    filters: {},
    perPage: {type: Number, attribute: 'per-page'},
    page: {type: Number},
    pageHref: {attribute: 'page-href'},
    queryParam: {attribute: 'query-param'},
  };

  /** Shows only terms of this kind. */
  kind = '';

  /** Shows only terms of the area with this id. */
  area = '';

  /** Shows only terms with this tag. */
  tag = '';

  /** Shows only terms of this difficulty, 1 to 5. */
  difficulty = '';

  /**
   * Offers the reader to filter: by `kind`, `area`, `tag`, `difficulty`, several
   * separated by space; empty for all.
   */
  filters: string | undefined = undefined;

  /** Terms that are shown at a time. */
  perPage = ENTRIES_PER_PAGE;

  /** Number of the page, from 1; by default that of the page's address, if it has the form of `page-href`. */
  page: number | undefined = undefined;

  /**
   * Address of a page of the index, with `{}` for its number: pages are linked.
   * Without it, a button shows more.
   */
  pageHref = '';

  /** Name of the parameter of the page's address that has what is searched for; without it the address is left alone. */
  queryParam = '';

  /** What the reader filters by. */
  #chosen: Filters = NO_FILTERS;
  /** What the reader has moved to. */
  #shown: {readonly from: number; readonly to: number} | undefined;
  readonly #open = new Map<string, Entry | undefined>();
  /** The last list, and what it was asked for by. */
  #list: {source: GlossarySource; key: string; whole: TermList} | undefined;
  #followed = '';

  readonly #query = new GlossaryQuery<IndexPage>(this, {
    key: () => [...this.#listKey(), this.#from, this.#to],
    content: () => [...this.#listKey(), this.#from, this.#to],
    ask: (source, signal) => this.#ask(source, signal),
    answered: (answer) => {
      if (answer.status === 'missing')
        reportError(
          this,
          '',
          new GlossaryListError(
            answer.label,
            'expected a term to list, received none. Check the attributes that filter.',
          ),
        );
      else announce(this, '', answer);
      if (answer.status !== 'found') return;
      this.#search.again();
      this.#followFragment();
    },
  });

  readonly #locale = new LocaleController(this, () => true);

  readonly #search = new IndexSearch(this, () => this.#query.value?.list);

  constructor() {
    super();
    addStrings(INDEX_STRINGS);
    new DeepLinks(this);
    new StructuredDataController(this, () => this.#query.value, nodes);
  }

  /** @internal */
  get locale(): Locale {
    return this.#locale.current;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#fragmentChanged);
    const typed = this.queryParam && this.#addressQuery;
    if (typed && !this.#search.typed) {
      this.#search.isShown = true;
      this.#search.typed = typed;
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#fragmentChanged);
  }

  /** What filters: the author's attributes come before what the reader chooses. */
  get #filters(): Filters {
    const {kind, area, tag, difficulty} = this;
    const fixed: Filters = {kind, area, tag, difficulty};
    return Object.fromEntries(
      FILTERS.map((name) => [name, fixed[name] || this.#chosen[name]]),
    ) as unknown as Filters;
  }

  get #isReaderFiltered(): boolean {
    return FILTERS.some((name) => this.#chosen[name]);
  }

  get #perPage(): number {
    return this.perPage >= 1 ? Math.floor(this.perPage) : ENTRIES_PER_PAGE;
  }

  get #page(): number {
    const {page, pageHref, ownerDocument} = this;
    const own = pageHref
      ? (page ?? pageOfAddress(pageHref, location.href, ownerDocument.baseURI))
      : page;
    return own !== undefined && own >= 1 ? Math.floor(own) : 1;
  }

  get #from(): number {
    return this.#shown?.from ?? (this.#page - 1) * this.#perPage;
  }

  get #to(): number {
    return this.#shown?.to ?? this.#page * this.#perPage;
  }

  #listKey(): readonly string[] {
    return Object.values(this.#filters);
  }

  #ask(
    source: GlossarySource,
    signal: AbortSignal | undefined,
  ): Awaitable<IndexPage | undefined> {
    const [from, to] = [this.#from, this.#to];
    const key = JSON.stringify([this.#listKey(), from, to]);
    // The same question again: the source has something new.
    const isNew = this.#list?.source !== source || this.#list.key === key;
    const whole = isNew
      ? termListOf(source, languageOf(this), signal)
      : this.#list!.whole;
    return whenReady(whole, (found) => {
      if (this.#list?.source !== source) this.#keepChoices(found);
      this.#list = {source, key, whole: found};
      const list = this.#filtered(found, source);
      // What a reader filters by is on screen, and can be taken back.
      return list.count || this.#isReaderFiltered
        ? whenReady(
            list.items(from, to, signal),
            (items) =>
              new IndexPage(
                list,
                items,
                from,
                Math.min(to, list.count),
                found,
                source.label,
              ),
          )
        : undefined;
    });
  }

  /** Of another glossary, or another language, nothing is open or chosen that it does not have. */
  #keepChoices({all, language}: TermList): void {
    this.#open.clear();
    if (!this.#isReaderFiltered) return;
    this.#chosen = Object.fromEntries(
      FILTERS.map((name) => {
        const value = this.#chosen[name];
        const isThere =
          all &&
          choicesOf(name, all, language).some(
            (choice) => choice.value === value,
          );
        return [name, isThere ? value : ''];
      }),
    ) as unknown as Filters;
  }

  readonly #filteredLists = new WeakMap<
    TermList,
    {readonly key: string; readonly list: TermList}
  >();

  /** The same list for the same filters, by which the search knows it. */
  #filtered(whole: TermList, source: GlossarySource): TermList {
    const filters = this.#filters;
    if (FILTERS.every((name) => !filters[name])) return whole;
    if (!whole.all)
      throw new GlossaryListError(
        source.label,
        'a built glossary is listed by names and cannot be filtered. Take the attributes that filter out.',
      );
    const key = JSON.stringify(filters);
    const known = this.#filteredLists.get(whole);
    if (known?.key === key) return known.list;
    const list = new WholeList(
      filteredEntries(whole.all, filters),
      whole.language,
    );
    this.#filteredLists.set(whole, {key, list});
    return list;
  }

  override render(): TemplateResult {
    const page = this.#query.value;
    return page ? this.#renderIndex(page) : html`<slot></slot>`;
  }

  #renderIndex(page: IndexPage): TemplateResult {
    const {locale, pageHref} = this;
    const {list, items, from, to} = page;
    const search = this.#search;
    const view = this.#view();
    const isPaged = pageAddress(pageHref, 1) !== undefined && !this.#shown;
    const pageOf = (start: number) => Math.floor(start / this.#perPage) + 1;
    const content =
      search.isShown && search.results
        ? resultsTemplate(search, view)
        : html`${lettersTemplate(
            barLetters(list.letters, list.language),
            locale,
            (start) =>
              isPaged ? pageAddress(pageHref, pageOf(start)) : undefined,
            (letter, start) => {
              void this.#goToLetter(letter, start);
            },
          )}${
            from > 0 && !isPaged
              ? moreTemplate(locale, 'show-more', () => {
                  void this.#showMore(Math.max(0, from - this.#perPage), to, 0);
                })
              : nothing
          }${listTemplate(items, list.language, view, search)}${
            isPaged
              ? pagesTemplate(
                  Math.ceil(list.count / this.#perPage),
                  this.#page,
                  (number) => pageAddress(pageHref, number),
                  locale,
                )
              : to < list.count
                ? moreTemplate(locale, 'show-more', () => {
                    void this.#showMore(from, to + this.#perPage, to - from);
                  })
                : nothing
          }`;
    return html`<div class="index"
      >${searchTemplate(search, locale, {
        choose: (result, event) => {
          void this.#choose(result, event);
        },
        shown: () => {
          this.#writeQuery();
        },
      })}${this.#renderFilters(page)}<p class="count" part="count" aria-live="polite">${textWith(
        locale,
        'indexEntries',
        numberIn(locale.strings.language, list.count),
      )}</p>${content}</div>`;
  }

  #renderFilters({whole, label}: IndexPage): TemplateResult | typeof nothing {
    const names = filterNames(this.filters).filter((name) => !this[name]);
    if (!names.length) return nothing;
    const {all} = whole;
    if (!all) {
      warnOnce(
        'list',
        `<term-index>: ${label}: a built glossary is listed by names and cannot be filtered; there are no controls for it.`,
      );
      return nothing;
    }
    const filters = names
      .map((name) => ({name, choices: choicesOf(name, all, whole.language)}))
      .filter(({choices}) => choices.length > 1);
    return filters.length
      ? filtersTemplate(filters, this.#chosen, this.locale, (name, value) => {
          this.#filter(name, value);
        })
      : nothing;
  }

  #view(): RowView {
    const {headingLevel, images, locale, renderRoot} = this;
    return {
      headingLevel,
      images,
      locale,
      renderRoot,
      requestUpdate: () => {
        this.requestUpdate();
      },
      open: this.#open,
      toggle: (id) => {
        this.#toggle(id);
      },
    };
  }

  #show(from: number, to: number): void {
    this.#shown = {from, to};
    this.requestUpdate();
  }

  /** Shows more, and goes to the first of them: the button may be gone. */
  async #showMore(from: number, to: number, first: number): Promise<void> {
    this.#show(from, to);
    await this.#settled();
    const row = this.renderRoot.querySelectorAll('.list .row')[first];
    row?.querySelector<HTMLElement>('a, button')?.focus({preventScroll: true});
  }

  #filter(name: FilterName, value: string): void {
    this.#chosen = {...this.#chosen, [name]: value};
    this.#shown = this.#isReaderFiltered
      ? {from: 0, to: this.#perPage}
      : undefined;
    this.requestUpdate();
  }

  #toggle(id: string): void {
    if (this.#open.delete(id)) {
      this.requestUpdate();
      return;
    }
    this.#open.set(id, undefined);
    this.requestUpdate();
    const failed = (error: unknown) => {
      this.#open.delete(id);
      reportError(this, id, error);
      this.requestUpdate();
    };
    Promise.resolve(this.#query.source?.entry(id)).then((entry) => {
      if (!entry) failed(`"${id}" is not in ${this.#query.source!.label}.`);
      else if (this.#open.has(id)) this.#open.set(id, entry);
      this.requestUpdate();
    }, failed);
  }

  async #goToLetter(letter: string, start: number): Promise<void> {
    const page = this.#query.value!;
    if (start < page.from || start >= page.to)
      this.#show(start, start + this.#perPage);
    await this.#settled();
    const heading = this.#named(`letter-${letter}`);
    heading?.scrollIntoView();
    (heading as HTMLElement | undefined)?.focus({preventScroll: true});
  }

  /** Goes to an option that was chosen: its address, else its place in the list. */
  async #choose({item}: Result, event: MouseEvent | undefined): Promise<void> {
    this.#search.close();
    const address = linkAddress(item.url);
    if (address === undefined) {
      await this.#reveal(item.id);
      return;
    }
    // A link in the page, so that a router of the host can take the click.
    const link = this.ownerDocument.createElement('a');
    link.href = address;
    this.renderRoot.append(link);
    link.dispatchEvent(
      new MouseEvent('click', {
        bubbles: true,
        cancelable: true,
        composed: true,
        ctrlKey: event?.ctrlKey ?? false,
        metaKey: event?.metaKey ?? false,
        shiftKey: event?.shiftKey ?? false,
      }),
    );
    link.remove();
  }

  async #reveal(id: string): Promise<void> {
    const {list, from, to} = this.#query.value!;
    const place = await list.placeOf(id);
    if (place === undefined) return;
    this.#search.isShown = false;
    if (place < from || place >= to) {
      const start = place - (place % this.#perPage);
      this.#show(start, start + this.#perPage);
    }
    if (!this.#open.has(id)) this.#toggle(id);
    this.requestUpdate();
    await this.#settled();
    const row = this.#named(id);
    row?.scrollIntoView();
    row?.querySelector<HTMLElement>('button, a')?.focus({preventScroll: true});
  }

  /** The list of what is asked for is on screen. */
  async #settled(): Promise<void> {
    for (let tries = 0; tries < SETTLE_TRIES; tries++) {
      await this.updateComplete;
      if (this.#query.answer.status !== 'pending') return;
      await new Promise((next) => setTimeout(next, SETTLE_STEP));
    }
  }

  #named(id: string): Element | null {
    return this.renderRoot.querySelector(`.list #${CSS.escape(id)}`);
  }

  readonly #fragmentChanged = () => {
    this.#followed = '';
    this.#followFragment();
  };

  /**
   * The page's address may name a term that is not shown yet. A built glossary
   * is not asked: most fragments name something else.
   */
  #followFragment(): void {
    const {hash} = location;
    const page = this.#query.value;
    if (hash.length < 2 || hash === this.#followed || !page?.list.all) return;
    this.#followed = hash;
    let id = hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // not encoded; it is looked for as it is
    }
    const place = page.list.placeOf(id);
    if (typeof place !== 'number') return;
    this.#search.isShown = false;
    if (place >= page.from && place < page.to) return;
    const start = place - (place % this.#perPage);
    this.#show(start, start + this.#perPage);
  }

  get #addressQuery(): string {
    return new URLSearchParams(location.search).get(this.queryParam) ?? '';
  }

  #writeQuery(): void {
    if (!this.queryParam) return;
    const {typed, isShown} = this.#search;
    const address = new URL(location.href);
    if (isShown && typed.trim())
      address.searchParams.set(this.queryParam, typed.trim());
    else address.searchParams.delete(this.queryParam);
    if (address.href !== location.href)
      history.replaceState(history.state, '', address);
  }
}

const NO_FILTERS: Filters = {kind: '', area: '', tag: '', difficulty: ''};

/** How often, and after how many milliseconds, a list that is loaded is looked for. */
const SETTLE_TRIES = 100;
const SETTLE_STEP = 50;

const nodes = new LaterPart(() => import('./index-nodes.js'));
