import {warnOnce} from '../../glossary/warnings.js';
import type {TrailStep} from '../../glossary/trail.js';
import {isTrail, NOT_A_TRAIL} from './trail-content.js';

/** The `items` of an element if they are steps. What they are else is told. */
export const checkedItems = (
  items: unknown,
): readonly TrailStep[] | undefined => {
  if (isTrail(items)) return items;
  warnOnce('items', `<breadcrumb-jsonld> ${NOT_A_TRAIL}`);
  return undefined;
};

/** The author's own `<nav><ol>`: a step for each item, its address from its link. */
export const authorTrail = (host: Element): readonly TrailStep[] =>
  [
    ...host.querySelectorAll(
      ':scope > ol > li, :scope > ul > li, :scope > nav li',
    ),
  ].map((item) => ({
    name: (item.querySelector('a') ?? item).textContent
      .replace(/\s+/g, ' ')
      .trim(),
    url: item.querySelector<HTMLAnchorElement>('a[href]')?.href,
  }));
