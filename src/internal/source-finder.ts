import {ContextConsumer} from '@lit/context';
import type {ReactiveController, ReactiveElement} from 'lit';
import {documentSource} from '../glossary/document-source.js';
import type {Awaitable, GlossarySource} from '../glossary/source.js';
import type {Glossary} from '../glossary/types.js';
import {glossaryDefined, glossaryContext} from './glossary-context.js';
import {inlineSource} from './inline-document.js';
import {pageSource, sourcesAt} from './page-source.js';

/** An element that reads a glossary. */
export interface GlossaryReader extends ReactiveElement {
  glossary: GlossarySource | Glossary | undefined;
  src: string;
}

const isSource = (value: object): value is GlossarySource =>
  'areaPage' in value && typeof value.areaPage === 'function';

/**
 * Finds the glossary of an element, in this order: its property, its `src`, a
 * data block inside it, the `<term-glossary>` around it (waiting for one that
 * is not defined yet), the page's links, the bundled glossary. It loads
 * nothing: a source loads when it is asked.
 */
export class SourceFinder implements ReactiveController {
  #waits = false;
  // Sources are compared by identity, so the same place gives the same one.
  #at:
    | {readonly src: string; readonly source: Awaitable<GlossarySource>}
    | undefined;
  #page: Awaitable<GlossarySource> | undefined;
  readonly #context: ContextConsumer<typeof glossaryContext, GlossaryReader>;

  constructor(readonly host: GlossaryReader) {
    host.addController(this);
    this.#context = new ContextConsumer(host, {
      context: glossaryContext,
      subscribe: true,
    });
  }

  hostConnected(): void {
    const {host} = this;
    const defined = glossaryDefined(host);
    this.#waits = defined !== undefined;
    void defined?.then(() => {
      this.#waits = false;
      if (!host.isConnected) return;
      this.#context.hostConnected(); // asks anew
      host.requestUpdate();
    });
    if (host.ownerDocument.readyState === 'loading') {
      // What is inside the element may not have been parsed.
      host.ownerDocument.addEventListener('DOMContentLoaded', this.#parsed, {
        once: true,
      });
    }
  }

  hostDisconnected(): void {
    this.host.ownerDocument.removeEventListener(
      'DOMContentLoaded',
      this.#parsed,
    );
  }

  /**
   * The glossary; `undefined` while it cannot be said yet. The host is updated
   * when that changes.
   */
  find(): Awaitable<GlossarySource> | undefined {
    const {glossary, src, ownerDocument} = this.host;
    if (glossary)
      return isSource(glossary) ? glossary : documentSource(glossary);
    if (src.trim()) return this.#sourceAt(src, ownerDocument.baseURI);
    const given = inlineSource(this.host) ?? this.#context.value;
    if (given) return given;
    return this.#waits ? undefined : (this.#page ??= pageSource(ownerDocument));
  }

  #sourceAt(src: string, base: string): Awaitable<GlossarySource> {
    if (this.#at?.src !== src) this.#at = {src, source: sourcesAt(src, base)};
    return this.#at.source;
  }

  readonly #parsed = () => {
    this.host.requestUpdate();
  };
}
