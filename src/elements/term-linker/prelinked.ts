import {PRELINKED} from '../../linking/rules.js';
import type {Root} from './roots.js';

/**
 * Takes away the tips that prerendering has put into a part of a page, so that
 * it is linked as any other, by the same rules: what is shown stays.
 */
export const unlinkPrerendered = (root: Root): void => {
  const parents = new Set<Node>();
  for (const tip of root.querySelectorAll(`term-tip[${PRELINKED}]`)) {
    parents.add(tip.parentNode!);
    const length = Number(tip.getAttribute(PRELINKED));
    tip.replaceWith(tip.textContent.slice(0, length));
  }
  for (const parent of parents) parent.normalize();
};
