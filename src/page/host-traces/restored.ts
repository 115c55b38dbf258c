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

const adopted = new Map<LazySheet, Set<WeakRef<Root>>>();

/** Adds a style sheet to a document or a shadow root of the host, and sees that it stays. */
export const adoptInHost = (root: Node, sheet: LazySheet): void => {
  adoptOnce(root, sheet);
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  let roots = adopted.get(sheet);
  if (!roots) adopted.set(sheet, (roots = new Set()));
  for (const known of roots) if (known.deref() === root) return;
  roots.add(new WeakRef(root));
  restoreRegularly(restoreSheets);
};

const restoreSheets = (): void => {
  for (const [sheet, roots] of adopted) {
    for (const reference of roots) {
      const root = reference.deref();
      if (root) adoptOnce(root, sheet);
      else roots.delete(reference);
    }
  }
};
