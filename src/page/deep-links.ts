import type {ReactiveController, ReactiveElement} from 'lit';
import {usePart} from './use-part.js';

/** How long a router may take to change the address after a click, in milliseconds. */
const ROUTER_TIME = 1000;

/** The link of this page that a click follows here, as opposed to in a new tab. */
const linkOf = (event: MouseEvent): HTMLAnchorElement | undefined => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  return event
    .composedPath()
    .find(
      (target): target is HTMLAnchorElement =>
        target instanceof HTMLAnchorElement && target.hash.length > 1,
    );
};

/**
 * Follows the fragment of the page's address into an element, which browsers do
 * not if a shadow root is in the way, and routers not at all: they change the
 * address by script, often without an event. A page without a fragment does not
 * load the code for it.
 */
export class DeepLinks implements ReactiveController {
  #followed = '';
  #last = '';

  constructor(readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#last = location.hash;
    addEventListener('hashchange', this.#changed);
    // Before the host, which may stop the event; the address changes later.
    addEventListener('click', this.#clicked, true);
    navigation()?.addEventListener('currententrychange', this.#changed);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#changed);
    removeEventListener('click', this.#clicked, true);
    navigation()?.removeEventListener('currententrychange', this.#changed);
  }

  /** What the address names may be on screen only now. */
  hostUpdated(): void {
    const {hash} = location;
    if (hash.length > 1 && hash !== this.#followed) void this.#follow(hash);
  }

  /** An application may also write its state into the address, which leads nowhere. */
  readonly #changed = (event: Event & {navigationType?: string | null}) => {
    const isOther = location.hash !== this.#last;
    this.#last = location.hash;
    if (isOther || event.navigationType === 'push') this.#again();
  };

  /** The same link, followed twice, changes nothing. */
  readonly #clicked = (event: MouseEvent) => {
    const link = linkOf(event);
    const end = performance.now() + ROUTER_TIME;
    const look = () => {
      if (!link || !this.host.isConnected) return;
      if (link.href === location.href) this.#again();
      else if (performance.now() < end) requestAnimationFrame(look);
    };
    if (link) requestAnimationFrame(look);
  };

  #again(): void {
    this.#followed = '';
    this.hostUpdated();
  }

  #follow(hash: string): Promise<void> {
    const load = () => import('./later.js');
    return usePart(this.host, hash, load, ({followFragment}) => {
      if (hash !== location.hash || hash === this.#followed) return;
      if (followFragment(this.host, hash.slice(1))) this.#followed = hash;
    });
  }
}

/** The Navigation API, which reports what routers do. */
const navigation = (): EventTarget | undefined =>
  (globalThis as {navigation?: EventTarget}).navigation;
