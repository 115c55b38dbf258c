import type {GlossarySource} from '../../glossary/source.js';
import type {Glossary} from '../../glossary/types.js';
import {RESTORED} from './focus-stops.js';
import {pageTips} from './page-tips.js';

// A server has no HTMLElement, and importing must not throw there.
const Base = (globalThis.HTMLElement ?? Object) as typeof HTMLElement;

/** What a framework may set a property to that is an attribute. */
type Text = string | number | null | undefined;
type Switch = boolean | string | null | undefined;

/**
 * A word in running text with a card behind it, which opens on hover, keyboard
 * focus or tap. It wraps the word, or a link: without JavaScript, and while
 * nobody touches it, the page is what the author wrote.
 *
 * A tip costs little more than an `<abbr>`: it renders nothing, has no shadow
 * root, and shares one card, a few listeners and a style sheet with all tips of
 * the document. The card is loaded when the first tip is touched, its data when
 * the pointer rests. A tip that has no link inside becomes focusable (`tabindex`
 * and `role`) when the page has loaded and is idle, so that a framework can
 * hydrate before; a server that writes `tabindex="0" role="button"` itself is
 * left alone.
 *
 * @element term-tip
 * @slot - The word, or a link around it.
 * @slot header - In a `<template>`: content above everything else in the card.
 * @slot value - In a `<template>`: content of the card in place of the live value.
 * @slot summary - In a `<template>`: content of the card in place of the summary.
 * @slot after - In a `<template>`: content of the card below the entry.
 * @slot foot - In a `<template>`: content at the beginning of the last line of the card.
 * @fires {TermOpenEvent} term-open - The card is on screen.
 * @fires {TermCloseEvent} term-close - The card has been closed.
 * @fires {TermDwellEvent} term-dwell - The card has been open for a second.
 * @fires {TermErrorEvent} term-error - There is no entry to show; `code` says why.
 * @cssprop [--term-accent] - The dotted line.
 * @cssprop [--term-accent-soft] - Background while the card is open.
 * @cssstate open - The card is open.
 * @cssstate read - The reader has read the card, and `fade-read` is set here or around.
 * @cssstate quiet - The reader knows the term, or wants no cards.
 * @attr {boolean} fade-read - Once its card was read, the word is marked more quietly; also on an element around.
 * @attr {boolean} data-offline - The same as `offline`, for markup that allows only `data-` attributes.
 */
export class TermTip extends Base {
  static readonly observedAttributes = [
    'term',
    'value',
    'value-label',
    'structured-data',
    ...RESTORED,
  ];

  #glossary: GlossarySource | Glossary | undefined;

  /** A glossary document or a source; comes before every other way to name one. */
  get glossary(): GlossarySource | Glossary | undefined {
    return this.#glossary;
  }

  set glossary(glossary: GlossarySource | Glossary | null | undefined) {
    this.#glossary = glossary ?? undefined;
    pageTips.changed(this, '');
  }

  /**
   * Id, former id or address of the entry; several ids, separated by space, are
   * offered as a choice; else a name. By default the text of the tip as a name.
   *
   * @attr
   */
  get term(): string {
    return this.getAttribute('term') ?? '';
  }

  set term(term: Text) {
    this.#write('term', term);
  }

  /**
   * A live value of the host, shown in the card and kept up to date there.
   *
   * @attr
   * @type {string | number | null}
   */
  get value(): string | null {
    return this.getAttribute('value');
  }

  set value(value: Text) {
    this.#write('value', value);
  }

  /**
   * What the value is: "Now, next in 02:13:05".
   *
   * @attr value-label
   */
  get valueLabel(): string | null {
    return this.getAttribute('value-label');
  }

  set valueLabel(label: Text) {
    this.#write('value-label', label);
  }

  /**
   * Address of the glossary; several, separated by space, are layers, later over earlier.
   *
   * @attr
   */
  get src(): string {
    return this.getAttribute('src') ?? '';
  }

  set src(src: Text) {
    this.#write('src', src);
  }

  /**
   * Origins from which pictures are loaded in addition to that of the page and of
   * the glossary's file, separated by spaces; `any` is every origin.
   *
   * @attr
   */
  get images(): string {
    return this.getAttribute('images') ?? '';
  }

  set images(images: Text) {
    this.#write('images', images);
  }

  /**
   * Hash of what `src` names, as on a script (`sha384-…`); content that does not
   * match is not shown.
   *
   * @attr
   */
  get integrity(): string {
    return this.getAttribute('integrity') ?? '';
  }

  set integrity(integrity: Text) {
    this.#write('integrity', integrity);
  }

  /**
   * `mentions` states in the page's structured data that the page mentions the
   * term; by default nothing is.
   *
   * @attr structured-data
   */
  get structuredData(): string {
    return this.getAttribute('structured-data') ?? '';
  }

  set structuredData(structuredData: Text) {
    this.#write('structured-data', structuredData);
  }

  /**
   * Stores an offline copy, shown when `src` cannot be loaded.
   *
   * @attr
   */
  get offline(): boolean {
    return this.hasAttribute('offline');
  }

  set offline(offline: Switch) {
    this.#switch('offline', offline);
  }

  /**
   * Shows the original name too where a name is translated.
   *
   * @attr
   */
  get bilingual(): boolean {
    return this.hasAttribute('bilingual');
  }

  set bilingual(bilingual: Switch) {
    this.#switch('bilingual', bilingual);
  }

  /**
   * Requests the data when the page is idle, not at the first touch.
   *
   * @attr
   */
  get preload(): boolean {
    return this.hasAttribute('preload');
  }

  set preload(preload: Switch) {
    this.#switch('preload', preload);
  }

  connectedCallback(): void {
    // What was set before the element was defined hides the accessors.
    for (const [name, value] of Object.entries(this)) {
      if (!(name in TermTip.prototype)) continue;
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
    pageTips.join(this);
  }

  attributeChangedCallback(
    name: string,
    _before: string | null,
    value: string | null,
  ): void {
    if (!RESTORED.includes(name)) pageTips.changed(this, name);
    else if (value === null) pageTips.restore(this);
  }

  /** As for a boolean attribute in HTML, any text turns it on. */
  #switch(attribute: string, value: Switch): void {
    this.toggleAttribute(attribute, Boolean(value) || value === '');
  }

  #write(attribute: string, value: Text): void {
    if (value == null) this.removeAttribute(attribute);
    else this.setAttribute(attribute, String(value));
  }
}
