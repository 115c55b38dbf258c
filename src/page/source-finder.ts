import {type ContextCallback, ContextEvent} from '@lit/context';
import type {ReactiveController, ReactiveElement} from 'lit';
import {documentSource} from '../glossary/document-source.js';
import type {Awaitable} from '../glossary/awaitable.js';
import {type GlossarySource, isSource} from '../glossary/source.js';
import type {Glossary} from '../glossary/types.js';
import {guardOf} from './content-guard.js';
import {glossaryDefined, glossaryContext} from './glossary-context.js';
import {firstNamed, type GlossaryPlaces} from './glossary-places.js';
import {inlineSource} from './inline-document.js';
import type {GlossaryQuery} from './glossary-query.js';
import {inLanguage, languageOf} from './language.js';
import {pageSource, sourcesAt} from './page-source.js';

/** An element that reads a glossary. */
export interface GlossaryReader extends ReactiveElement {
  glossary: GlossarySource | Glossary | undefined;
  src: string;
}

type Given = Awaitable<GlossarySource> | undefined;

/**
 * Finds the glossary of an element, and waits for a `<term-glossary>` around it
 * that is not defined yet. It loads nothing: a source loads when something is
 * requested from it. Ancestors are looked at only if the element itself names
 * no glossary.
 */
export class SourceFinder implements ReactiveController, GlossaryPlaces<Given> {
  #waits = false;
  // Sources are compared by identity, so the same place gives the same one.
  #at:
    | {readonly src: string; readonly source: Awaitable<GlossarySource>}
    | undefined;
  #own:
    | {
        readonly glossary: GlossarySource | Glossary;
        readonly source: GlossarySource;
      }
    | undefined;
  #page: Awaitable<GlossarySource> | undefined;
  #asked = false;
  #given: Given;
  #unsubscribe: (() => void) | undefined;
  #local: {
    readonly given: Given;
    readonly language: string;
    readonly source: Given;
  } = {given: undefined, language: '', source: undefined};

  /** @param query What the host shows, where that is one answer. */
  constructor(
    readonly host: GlossaryReader,
    readonly query?: GlossaryQuery<unknown>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    const {host} = this;
    // Not awaited: what is there is on screen before anything changes.
    import('./later.js')
      .then(({follow}) => follow(this))
      .catch(() => guardOf(host)?.end()); // nothing would see changes
    if (host.hasUpdated) host.requestUpdate(); // there is another place to look at
    if (host.ownerDocument.readyState === 'loading') {
      // What is inside the element may not have been parsed.
      host.ownerDocument.addEventListener('DOMContentLoaded', this.#parsed, {
        once: true,
      });
    }
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.#given = undefined;
    this.#asked = this.#waits = false;
    this.host.ownerDocument.removeEventListener(
      'DOMContentLoaded',
      this.#parsed,
    );
  }

  /**
   * The glossary in the language of the host; `undefined` while it cannot be
   * said yet. The host is updated when that changes, or its language does.
   */
  find(): Given {
    const given = this.given();
    const language = languageOf(this.host);
    // The same promise for the same place, because they are compared.
    if (given !== this.#local.given || language !== this.#local.language) {
      const source = given && inLanguage(given, language);
      this.#local = {given, language, source};
    }
    return this.#local.source;
  }

  /**
   * The glossary in its own language, for callers that may read it in others.
   */
  given(): Given {
    return firstNamed<Given>(this);
  }

  /** @internal */
  property(): Given {
    const {glossary} = this.host;
    return glossary ? this.#sourceOf(glossary) : undefined;
  }

  /** @internal */
  address(): Given {
    const {src, ownerDocument} = this.host;
    return src.trim() ? this.#sourceAt(src, ownerDocument.baseURI) : undefined;
  }

  /** @internal */
  inline(): Given {
    return inlineSource(this.host);
  }

  /** @internal */
  page(): Given {
    return this.#waits
      ? undefined
      : (this.#page ??= pageSource(this.host.ownerDocument));
  }

  /** @internal */
  around(): Given {
    if (this.#asked || !this.host.isConnected) return this.#given;
    this.#asked = true;
    const defined = glossaryDefined(this.host);
    this.#waits = defined !== undefined;
    void defined?.then(() => {
      if (!this.#waits) return;
      this.#waits = false;
      this.#ask(); // now somebody is there to answer
      this.host.requestUpdate();
    });
    this.#ask();
    return this.#given;
  }

  #ask(): void {
    const {host} = this;
    host.dispatchEvent(
      new ContextEvent(glossaryContext, host, this.#receive, true),
    );
  }

  // One function for all requests: a provider identifies its consumers by it.
  readonly #receive: ContextCallback<Given> = (value, unsubscribe) => {
    if (this.#unsubscribe !== unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    if (value === this.#given) return;
    this.#given = value;
    this.host.requestUpdate();
  };

  /**
   * For a value that is not an object there would be a new source each time.
   */
  #sourceOf(glossary: GlossarySource | Glossary): GlossarySource {
    if (this.#own?.glossary !== glossary) {
      const source = isSource(glossary) ? glossary : documentSource(glossary);
      this.#own = {glossary, source};
    }
    return this.#own.source;
  }

  #sourceAt(src: string, base: string): Awaitable<GlossarySource> {
    if (this.#at?.src !== src)
      this.#at = {src, source: sourcesAt(src, base, this.host)};
    return this.#at.source;
  }

  readonly #parsed = () => {
    this.host.requestUpdate();
  };
}
