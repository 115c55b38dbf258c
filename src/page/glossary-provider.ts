import type {ContextCallback, ContextEvent} from '@lit/context';
import type {ReactiveController, ReactiveElement} from 'lit';
import type {Awaitable} from '../glossary/awaitable.js';
import type {GlossarySource} from '../glossary/source.js';
import {glossaryContext} from './glossary-context.js';

type Given = Awaitable<GlossarySource> | undefined;

/**
 * Answers the requests for a glossary that come from inside an element, now
 * and whenever it changes (the Context Community Protocol of the W3C's Web
 * Components group). The `ContextProvider` of `@lit/context` does the same and
 * serves providers that are registered late, which wait for each other here.
 */
export class GlossaryProvider implements ReactiveController {
  #value: Given;
  /** Subscribers, with the way to end each subscription. */
  readonly #readers = new Map<ContextCallback<Given>, () => void>();

  constructor(readonly host: ReactiveElement) {
    host.addController(this);
    host.addEventListener(
      'context-request',
      this.#answer as (event: Event) => void,
    );
  }

  hostDisconnected(): void {
    this.#readers.clear(); // those inside ask again when they come back
  }

  provide(value: Given): void {
    this.#value = value;
    for (const [callback, stop] of this.#readers) callback(value, stop);
  }

  readonly #answer = (event: ContextEvent<typeof glossaryContext>) => {
    const {callback, context, subscribe} = event;
    if (context !== glossaryContext || event.contextTarget === this.host)
      return;
    event.stopPropagation();
    const stop = () => this.#readers.delete(callback);
    if (subscribe) this.#readers.set(callback, stop);
    callback(this.#value, subscribe ? stop : undefined);
  };
}
