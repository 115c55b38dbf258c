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
  /** The host's properties when its content was made. */
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
    // Before that, the content and the glossary around it may not have been
    // parsed.
    void pageParsed(this.host.ownerDocument).then(() => {
      if (!this.host.isConnected) return;
      if (this.#properties === undefined) this.#begin();
      else this.host.requestUpdate(); // it may be in another place now
    });
    // Creates the graph, which reads the prerendered nodes until elements claim
    // theirs.
    this.builders.pageGraph(this.host.ownerDocument);
  }

  /**
   * The glossary has answered: the element renders, and replaces the content.
   */
  hostUpdate(): void {
    const {finder, host} = this;
    if (finder.query?.answer.status === 'pending') return;
    host.removeController(this);
    setState(host, 'late', false); // the content was on screen all the time
    release(host, this.#content);
  }

  #begin(): void {
    const {finder, host} = this;
    // The content was made for the attributes alone, not for properties set by
    // script.
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
    // It is on screen, so the browser must not skip it while it finds out.
    setState(host, 'eager', true);
    // Properties that were set while nothing was rendered count as changed.
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
    // Without content it is a trail that is data only.
    if (!content) return host.hasAttribute('hidden');
    if (content.parentNode !== host) return false;
    // Markup that the author's script has added belongs to what is shown.
    return this.#key()[0] !== AUTHOR_MARKUP || !contentOf(host, content);
  }

  /** Content is made from files, not from objects that a script sets. */
  #isSourceRight(): boolean {
    const {finder, host} = this;
    const provider = host.src ? host : closestOf(host, 'term-glossary');
    if (host.glossary ?? (provider as GlossaryReader | null)?.glossary)
      return false;
    const source = finder.given();
    this.#source ??= source;
    return source === this.#source;
  }
}

const constructorOf = (host: Element) =>
  host.constructor as typeof ReactiveElement;

/** The properties that have attributes, as a text to compare. */
const propertiesOf = (host: KeptElement): string =>
  JSON.stringify(
    [...constructorOf(host).elementProperties].map(
      ([name, {attribute}]) =>
        attribute !== false &&
        (host as unknown as Record<PropertyKey, unknown>)[name],
    ),
  );

let observer: MutationObserver | undefined;

/** Updates an element when a framework replaces its children. */
const watch = (host: KeptElement): void => {
  observer ??= new MutationObserver((records) => {
    for (const target of new Set(records.map(({target}) => target))) {
      const changed = target as KeptElement;
      if (guardOf(changed)) changed.requestUpdate();
    }
  });
  observer.observe(host, {childList: true, attributeFilter: ['hidden']});
};

/**
 * Browsers scroll to a `<details>` that the fragment names, but do not open it.
 */
const openNamed = (host: Element): void => {
  const name = location.hash.slice(1);
  if (name && findNamed(host, name)?.matches('details:not([open])'))
    followFragment(host, name);
};
