import {css, html, type TemplateResult} from 'lit';
import type {GlossarySource} from '../../glossary/source.js';
import type {Glossary} from '../../glossary/types.js';
import {acceptAttributeValues} from '../../page/attribute-values.js';
import {LocaleController} from '../../page/locale.js';
import {reportError} from '../../page/report-error.js';
import {loadPart} from '../../glossary/load-part.js';
import {usePart, whenRetryMakesSense} from '../../page/use-part.js';
import {SourceFinder} from '../../page/source-finder.js';
import {StructuredDataController} from '../../page/structured-data-controller.js';
import {setState} from '../../page/states.js';
import {StyledElement} from '../../page/styled-element.js';
import {setMaker} from '../term-tip/tip-maker.js';
import type {LinkedMention, LinkedTerm, Linking} from './linking.js';
import type {PageMentions} from './page-mentions.js';

/**
 * Finds the terms of a glossary in the text inside it, and gives each a card.
 *
 * By default it puts a `<term-tip>` around the words. In `highlight` mode it
 * paints them instead and touches no node, so it suits text that a framework
 * redraws all the time; a list of the terms is then the way in for keyboard and
 * screen reader. Either way it follows text that changes, and leaves the page
 * as it was when it is removed.
 *
 * Words are linked where a term is mentioned first in a section. A section is
 * an `<article>`, `<section>`, `<aside>`, `<nav>`, `<main>`, `<dialog>` or
 * `<details>`, and each heading begins another one inside it. Code, links,
 * headings, controls, text that is edited, `translate="no"` and other linkers'
 * text are left alone.
 *
 * Text that a framework owns is not wrapped: a framework that finds its nodes
 * taken apart may fail. Such text is for `highlight` mode.
 *
 * @element term-linker
 * @slot - The text.
 * @slot header - In a `<template>`: content above everything else in the card.
 * @slot value - In a `<template>`: content of the card in place of the live value.
 * @slot summary - In a `<template>`: content of the card in place of the summary.
 * @slot after - In a `<template>`: content of the card below the entry.
 * @slot foot - In a `<template>`: content at the beginning of the last line of the card.
 * @fires {TermLinkEvent} term-link - The text has been looked through, at first or after a change.
 * @fires {TermErrorEvent} term-error - The words of the glossary could not be loaded; `code` says why.
 * @csspart terms - The list of terms with what opens it.
 * @csspart summary - What opens the list.
 * @csspart list - The list.
 * @cssprop [--term-accent] - The line under painted words; to be set where the words are.
 * @cssprop [--term-accent-soft] - Ground of painted words while their card is open.
 * @cssprop [--term-paper] - Background of the list.
 * @cssprop [--term-line] - Border of the list.
 * @cssprop [--term-radius] - Corners of the list.
 * @cssstate error - The words of the glossary could not be loaded.
 * @attr {boolean} data-offline - The same as `offline`, for markup that allows only `data-` attributes.
 */
export class TermLinker extends StyledElement {
  /**
   * Loads the part that does the work.
   *
   * @internal
   */
  static load = (): Promise<{readonly Linking: typeof Linking}> =>
    import('./linking.js');

  /** It has no box of its own: the layout of its content does not change. */
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  static override properties = {
    glossary: {attribute: false},
    src: {},
    integrity: {reflect: true},
    offline: {type: Boolean, reflect: true},
    for: {},
    roots: {attribute: false},
    mode: {},
    first: {},
    // Vue takes a number back by 0 and by removing its attribute.
    limit: {type: Number, reflect: true},
    exclude: {},
    expand: {type: Boolean},
    list: {},
    frameworks: {},
    images: {},
    structuredData: {attribute: 'structured-data'},
    _terms: {state: true},
  };

  protected static override finalize(): void {
    acceptAttributeValues(this, () => {
      super.finalize();
    });
  }

  /** A glossary document or a source; comes before every other way to name one. */
  glossary: GlossarySource | Glossary | undefined = undefined;

  /** Address of the glossary; several, separated by space, are layers, later over earlier. */
  src = '';

  /** Hash of what `src` names, as on a script (`sha384-…`); content that does not match is not used. */
  integrity: string | undefined = undefined;

  /** Stores an offline copy, used when `src` cannot be loaded. */
  offline = false;

  /** Selector of the elements whose text is linked, in place of what is inside; there may be several, and come later. */
  for = '';

  /**
   * Shadow roots whose text is linked too; selectors do not reach into them.
   */
  roots: readonly ShadowRoot[] = [];

  /** `wrap` puts a `<term-tip>` around the words, `highlight` paints them and touches nothing. */
  mode: 'wrap' | 'highlight' = 'wrap';

  /** Which mentions of a term are linked: the first of each `section`, of the `page` (that is, of this linker), or `all`. */
  first: 'section' | 'page' | 'all' = 'section';

  /** Maximum number of mentions that are linked. */
  limit: number | undefined = undefined;

  /** Selector of further elements whose text is left alone. */
  exclude = '';

  /** Gives the full name after an abbreviation at its first use; in `wrap` mode. */
  expand = false;

  /** The list of terms in `highlight` mode: `hidden` until it has the focus, `visible`, or `none`. */
  list: 'hidden' | 'visible' | 'none' = 'hidden';

  /** `wrap` wraps words in text that a framework owns too, at the author's risk. */
  frameworks: '' | 'wrap' = '';

  /** As on other elements, for the cards of wrapped words. */
  images = '';

  /** `mentions` states in the page's structured data which terms are linked; by default nothing is. */
  structuredData = '';

  private _terms: readonly LinkedTerm[] = [];

  readonly #finder = new SourceFinder(this);
  readonly #locale = new LocaleController(this, () => this.#hasList);
  #linking: Linking | undefined;
  #pageMentions: PageMentions | undefined;

  constructor() {
    super();
    this.addEventListener('term-link', ({target}) => {
      if (target === this) void this.#stateMentions();
    });
  }

  /** The words that are on screen, with the ids of the terms they name, in the order of the page. */
  get mentions(): readonly LinkedMention[] {
    return this.#linking?.mentions ?? [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#linking) void this.#link();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // The element may only have been moved.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#linking?.stop();
      this.#linking = undefined;
      this._terms = [];
    });
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('structuredData')) void this.#stateMentions();
    if (changed.has('_terms')) {
      for (const tip of this.renderRoot.querySelectorAll('term-tip'))
        setMaker(tip, this);
    }
    // A change of the list alone changes no setting.
    if (changed.size !== 1 || !changed.has('_terms'))
      this.#linking?.update(this.#finder.find());
  }

  /**
   * Called by the part that does the work.
   *
   * @internal
   */
  listTerms(terms: readonly LinkedTerm[]): void {
    const isSame =
      terms.length === this._terms.length &&
      terms.every(
        ({reference}, index) => reference === this._terms[index]!.reference,
      );
    if (!isSame) this._terms = terms;
  }

  get #hasList(): boolean {
    return this.mode === 'highlight' && this.list !== 'none';
  }

  /** Few pages ask for it, so it is a chunk of its own. */
  async #stateMentions(): Promise<void> {
    if (!this.structuredData && !this.#pageMentions) return;
    const load = () => import('./page-mentions.js');
    await usePart(this, this.src, load, ({PageMentions}) => {
      this.#pageMentions ??= new PageMentions(this, StructuredDataController);
      return this.#pageMentions.read(this.#finder.find());
    });
  }

  override render(): TemplateResult {
    const {list, _terms} = this;
    const isListed = this.#hasList && _terms.length > 0;
    const terms = isListed
      ? this.#linking?.listed(_terms, list, this.#locale.current)
      : undefined;
    return html`<slot></slot>${terms}`;
  }

  /** The work is in a chunk of its own: a page is there before its terms are found. */
  async #link(): Promise<void> {
    const {load} = this.constructor as typeof TermLinker;
    try {
      const {Linking} = await loadPart(load);
      if (!this.isConnected || this.#linking) return;
      setState(this, 'error', false);
      this.#linking = new Linking(this);
      this.#linking.update(this.#finder.find());
    } catch (error) {
      setState(this, 'error', true);
      reportError(this, this.src, error);
      whenRetryMakesSense(() => {
        if (this.isConnected && !this.#linking) void this.#link();
      });
    }
  }
}
