import {css, html, type TemplateResult} from 'lit';
import {
  AddressedSource,
  addressFaults,
} from '../../glossary/addressed-source.js';
import {whenReady} from '../../glossary/awaitable.js';
import type {GlossarySource} from '../../glossary/source.js';
import {GlossaryElement} from '../../page/glossary-element.js';
import {SourceFinder} from '../../page/source-finder.js';
import {warnOnce} from '../../glossary/warnings.js';
import {GlossaryProvider} from '../../page/glossary-provider.js';

/**
 * Provides a glossary to all elements inside it, and shows nothing itself.
 *
 * The glossary is that of the property `glossary`, of `src`, or of a `<script
 * type="application/json">` inside; without any of these, it is the one that
 * applies outside the element, which then only sets the addresses of entries
 * that have none.
 *
 * @element term-glossary
 * @slot - What reads the glossary.
 * @slot header - In a `<template>`: content above everything else in the card.
 * @slot value - In a `<template>`: content of the card in place of the live value.
 * @slot summary - In a `<template>`: content of the card in place of the summary.
 * @slot after - In a `<template>`: content of the card below the entry.
 * @slot foot - In a `<template>`: content at the beginning of the last line of the card.
 * @csspart debug - The panel that `debug` shows.
 * @omits structured-data heading-level images
 */
export class TermGlossary extends GlossaryElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  static override properties = {
    termHref: {attribute: 'term-href'},
    areaHref: {attribute: 'area-href'},
    homeHref: {attribute: 'home-href'},
    debug: {type: Boolean},
  };

  /** Address of entries that have none, with `{}` for the id: `/glossary/{}`. */
  termHref = '';

  /** Address of areas that have none, with `{}` for the id. */
  areaHref = '';

  /** Address of the site, for the first step of trails, where the glossary has none. */
  homeHref = '';

  /** Shows below the content what was loaded, and from where. */
  debug = false;

  readonly #finder = new SourceFinder(this);
  #panel: Promise<{end(): void} | undefined> | undefined;
  #provided: readonly unknown[] | undefined;
  readonly #provider = new GlossaryProvider(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#provide();
    if (this.hasUpdated) this.#showPanel(this.debug);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#showPanel(false);
  }

  override updated(): void {
    this.#provide();
    this.#showPanel(this.debug);
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #showPanel(on: boolean): void {
    if (on === (this.#panel !== undefined)) return;
    void this.#panel?.then((panel) => {
      panel?.end();
    });
    this.#panel = on
      ? import('./debug-panel.js').then(
          ({DebugPanel}) =>
            new DebugPanel(this.renderRoot as ShadowRoot, () =>
              this.#finder.find(),
            ),
          () => undefined, // the page works without the panel
        )
      : undefined;
  }

  /** Provides the current source. */
  #provide(): void {
    const source = this.#finder.given();
    const {termHref, areaHref, homeHref} = this;
    const key = [source, termHref, areaHref, homeHref];
    if (key.every((item, index) => item === this.#provided?.[index])) return;
    this.#provided = key;
    // Until the source is known, consumers get a promise that stays pending.
    const given = source ?? new Promise<GlossarySource>(() => undefined);
    if (!termHref && !areaHref && !homeHref) {
      this.#provider.provide(given);
      return;
    }
    const addresses = {term: termHref, area: areaHref, home: homeHref};
    for (const fault of addressFaults(addresses))
      warnOnce('address-form', `<term-glossary> ${fault}`);
    this.#provider.provide(
      whenReady(given, (inner) => new AddressedSource(inner, addresses)),
    );
  }
}
