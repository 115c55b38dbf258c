import type {ReactiveController, ReactiveElement} from 'lit';

/**
 * Reads the author's markup of an element when it connects and whenever it
 * changes. Changes within one task are read once.
 */
export class ChildWatch implements ReactiveController {
  #observer: MutationObserver | undefined;

  constructor(
    readonly host: ReactiveElement,
    readonly read: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer ??= new MutationObserver(() => {
      this.read();
    });
    this.#observer.observe(this.host, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    this.read();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
