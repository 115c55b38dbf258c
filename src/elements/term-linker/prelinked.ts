import {PRELINKED} from '../../page/content-contract.js';
import {makerOf} from '../term-tip/tip-maker.js';
import type {Root} from './roots.js';

/**
 * The mark of a tip that is made of words while the page runs: that of a
 * prerendered one, and a word that distinguishes them when a morph makes one of
 * the other.
 */
export const liveMark = (words: string): string => `${words.length} live`;

/** The full name that may follow the words. */
const ADDITION = /^ \(.*\)$/s;

/**
 * The words of a tip without what prerendering has added to them. Where somebody
 * has changed the text since, all of it counts as the page's.
 */
const wordsOf = (tip: Element): string => {
  const text = tip.textContent;
  const length = parseInt(tip.getAttribute(PRELINKED)!, 10);
  return ADDITION.test(text.slice(length)) ? text.slice(0, length) : text;
};

/**
 * Takes away the tips that prerendering has put into a part of a page, or a
 * linker before the page was saved as HTML, so that it is linked as any other,
 * by the same rules: what is shown stays.
 */
export const unlinkPrerendered = (root: Root): void => {
  const parents = new Set<Node>();
  for (const tip of root.querySelectorAll(`term-tip[${PRELINKED}]`)) {
    if (makerOf(tip)) continue;
    parents.add(tip.parentNode!);
    tip.replaceWith(wordsOf(tip));
  }
  for (const parent of parents) parent.normalize();
};
