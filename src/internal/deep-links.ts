import type {ReactiveController, ReactiveElement} from 'lit';

const parents = (element: Element, host: Element): Element[] => {
  const found: Element[] = [];
  for (
    let at: Element | null = element;
    at && at !== host;
    at = at.parentElement
  )
    found.push(at);
  return found;
};

/**
 * Follows the fragment of the page's address to an element inside a host, in
 * its shadow root or among its children, and opens the `<details>` around it.
 * Browsers do neither for shadow roots.
 */
export class DeepLinks implements ReactiveController {
  #followed = '';

  constructor(readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#follow);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#follow);
  }

  /** What the address names may be on screen only now. */
  hostUpdated(): void {
    if (location.hash !== this.#followed) this.#follow();
  }

  readonly #follow = () => {
    const {hash} = location;
    this.#followed = '';
    if (hash.length < 2) return;
    const target = this.#find(hash.slice(1));
    if (!target) return;
    this.#followed = hash;
    for (const element of parents(target, this.host)) {
      if (element instanceof HTMLDetailsElement) element.open = true;
    }
    target.scrollIntoView();
  };

  #find(fragment: string): Element | undefined {
    let id = fragment;
    try {
      id = decodeURIComponent(fragment);
    } catch {
      // Not encoded; it is looked for as it is.
    }
    const {host} = this;
    for (const name of new Set([fragment, id])) {
      const selector = `#${CSS.escape(name)}`;
      const found =
        host.renderRoot.querySelector(selector) ?? host.querySelector(selector);
      if (found) return found;
    }
    return undefined;
  }
}
