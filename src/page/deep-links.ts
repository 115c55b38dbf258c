import type {ReactiveController, ReactiveElement} from 'lit';

/**
 * Follows the fragment of the page's address into an element, which browsers
 * do not where a shadow root is in the way. A page without a fragment does not
 * load the code for it.
 */
export class DeepLinks implements ReactiveController {
  #followed = '';

  constructor(readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#again);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#again);
  }

  /** What the address names may be on screen only now. */
  hostUpdated(): void {
    const {hash} = location;
    if (hash.length > 1 && hash !== this.#followed) void this.#follow(hash);
  }

  readonly #again = () => {
    this.#followed = '';
    this.hostUpdated();
  };

  async #follow(hash: string): Promise<void> {
    const {followFragment} = await import('./later.js');
    if (hash !== location.hash || hash === this.#followed) return;
    if (followFragment(this.host, hash.slice(1))) this.#followed = hash;
  }
}
