import {adoptOnce} from '../adopt-once.js';
import type {LazySheet} from '../plain-css.js';

/**
 * Milliseconds between two looks at what can be taken away without an event:
 * style sheets and highlights.
 */
const LOOK = 500;

const restorers = new Set<() => void>();
let isLooking = false;

/** Restores something from time to time, while the page is seen. */
export const restoreRegularly = (restore: () => void): void => {
  restorers.add(restore);
  if (!isLooking) look();
};

const look = (): void => {
  isLooking = true;
  setTimeout(() => {
    for (const restore of restorers) restore();
    if (document.hidden)
      document.addEventListener('visibilitychange', look, {once: true});
    else look();
  }, LOOK);
};

type Root = Document | ShadowRoot;

/**
 * A style sheet for documents and shadow roots of the host: restored when the
 * host sets its own list of style sheets, and taken back when nothing in a root
 * needs it any more.
 */
export class HostSheet {
  readonly #adopting = new WeakSet<Root>();
  readonly #roots = new Set<WeakRef<Root>>();

  /** @param isNeeded Is asked from time to time. */
  constructor(
    readonly sheet: Partial<LazySheet>,
    readonly isNeeded: (root: Root) => boolean,
  ) {}

  /** Nothing happens where a node is in no document and no shadow root. */
  adopt(root: Node): void {
    if (!(root instanceof Document || root instanceof ShadowRoot)) return;
    if (this.#adopting.has(root)) return;
    this.#adopting.add(root);
    this.#roots.add(new WeakRef(root));
    adoptOnce(root, this.sheet);
    restoreRegularly(this.#look);
  }

  readonly #look = () => {
    for (const reference of this.#roots) {
      const root = reference.deref();
      if (root && this.isNeeded(root)) {
        adoptOnce(root, this.sheet);
        continue;
      }
      this.#roots.delete(reference);
      if (!root) continue;
      this.#adopting.delete(root);
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter(
        (sheet) => sheet !== this.sheet.styleSheet,
      );
    }
  };
}
