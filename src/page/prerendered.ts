import type {ReactiveController, ReactiveElement} from 'lit';
import type * as structuredData from './graph/index.js';
import {
  AUTHOR_MARKUP,
  type ContentKey,
  keyText,
  PRERENDERED,
} from './content-contract.js';
import {type ContentGuard, guardOf} from './content-guard.js';
import {pageParsed} from './dom-ready.js';
import {findNamed, followFragment} from './follow-fragment.js';
import {closestOf} from './language.js';
import {contentOf, release} from './prerendered-markup.js';
import type {GlossaryReader, SourceFinder} from './source-finder.js';
import {setState} from './states.js';
import {surroundingsOf} from './surroundings.js';

/** An element that shows what a prerenderer wrote. */
interface KeptElement extends GlossaryReader {
  structuredData: string;
}

type Builders = typeof structuredData;

/**
 * Keeps what a prerenderer wrote into an element on screen while it is right.
 * Only pages that have such content load this; nothing in it loads data.
 */
export const keep = (finder: SourceFinder, builders: Builders): void => {
  const host = finder.host as KeptElement;
  const guard = guardOf(host);
  if (guard) host.addController(new Keeper(finder, host, builders, guard));
};

class Keeper implements ReactiveController {
  /** What the host's properties were when its content was made. */
  #properties: string | undefined;
  #surroundings = '';
  #source: unknown;
  #content: Element | undefined;

  constructor(
    readonly finder: SourceFinder,
    readonly host: KeptElement,
    readonly builders: Builders,
    readonly guard: ContentGuard,
  ) {
    guard.isRight = () => this.#isKept();
  }

  hostConnected(): void {
    // Until then neither the content nor the glossary around it has to be there.
    void pageParsed(this.host.ownerDocument).then(() => {
      if (!this.host.isConnected) return;
      if (this.#properties === undefined) this.#begin();
      else this.host.requestUpdate(); // there is another place to look at
    });
    // It reads what the prerenderer says, until the element says something.
    this.builders.pageGraph(this.host.ownerDocument);
  }

  /** The glossary has been asked: what it says takes the place of what is there. */
  hostUpdate(): void {
    const {finder, host} = this;
    if (finder.query?.answer.status === 'pending') return;
    host.removeController(this);
    setState(host, 'late', false); // there was something to see all the time
    release(host, this.#content);
  }

  #begin(): void {
    const {finder, host} = this;
    // Properties that somebody has set are not those that the content is of.
    this.#properties = propertiesOf(host.cloneNode() as KeptElement);
    this.#surroundings = surroundingsOf(host);
    this.#content = contentOf(host);
    watch(host);
    if (keyText(this.#key()) !== host.getAttribute(PRERENDERED))
      this.#properties = '';
    host.requestUpdate();
    if (!this.#isKept()) return;
    if (finder.query?.query.key())
      finder.query.query.answered({status: 'found', value: undefined});
    openNamed(host);
  }

  #key(): ContentKey {
    return this.finder.query!.query.content();
  }

  #isKept(): boolean {
    const {host} = this;
    if (this.#properties === undefined || !host.isConnected) return true;
    if (this.#isRight()) return true;
    this.guard.end();
    // It is on screen: the browser need not find out.
    setState(host, 'eager', true);
    // What was set while nothing was rendered is new to what renders.
    for (const name of constructorOf(host).elementProperties.keys())
      host.requestUpdate(name);
    return false;
  }

  #isRight(): boolean {
    const {host} = this;
    return (
      propertiesOf(host) === this.#properties &&
      surroundingsOf(host) === this.#surroundings &&
      this.#isSourceRight() &&
      this.#isContentRight()
    );
  }

  #isContentRight(): boolean {
    const content = this.#content;
    const {host} = this;
    // A trail may be data only, until it is shown.
    if (!content) return host.hasAttribute('hidden');
    if (content.parentNode !== host) return false;
    // More questions of the author's belong to what is shown.
    return this.#key()[0] !== AUTHOR_MARKUP || !contentOf(host, content);
  }

  /** Content is made from files: what a script gives is something else. */
  #isSourceRight(): boolean {
    const {finder, host} = this;
    const provider = host.src ? host : closestOf(host, 'term-glossary');
    if (host.glossary ?? (provider as GlossaryReader | null)?.glossary)
      return false;
    const source = finder.given();
    this.#source ??= source;
    return source === this.#source;
  }

  /** The graph reads what a prerenderer says, until the element says something. */
}

const constructorOf = (host: Element) =>
  host.constructor as typeof ReactiveElement;

/** All that may be said by attributes, as a text to compare. */
const propertiesOf = (host: KeptElement): string =>
  JSON.stringify(
    [...constructorOf(host).elementProperties].map(
      ([name, {attribute}]) =>
        attribute !== false &&
        (host as unknown as Record<PropertyKey, unknown>)[name],
    ),
  );

let observer: MutationObserver | undefined;

/** A framework may write other children into an element. */
const watch = (host: KeptElement): void => {
  observer ??= new MutationObserver((records) => {
    for (const target of new Set(records.map(({target}) => target))) {
      const changed = target as KeptElement;
      if (guardOf(changed)) changed.requestUpdate();
    }
  });
  observer.observe(host, {childList: true, attributeFilter: ['hidden']});
};

/** Browsers go to what an address names, and do not open it. */
const openNamed = (host: Element): void => {
  const name = location.hash.slice(1);
  if (name && findNamed(host, name)?.matches('details:not([open])'))
    followFragment(host, name);
};
