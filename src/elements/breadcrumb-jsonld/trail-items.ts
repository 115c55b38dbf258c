import {warnOnce} from '../../glossary/warnings.js';
import type {TrailStep} from '../../glossary/trail.js';

const isStep = (value: unknown): value is TrailStep =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  (!('url' in value) || typeof value.url === 'string');

/** The `items` of an element if they are steps. What they are else is told. */
export const checkedItems = (
  items: unknown,
): readonly TrailStep[] | undefined => {
  if (Array.isArray(items) && items.every(isStep)) return items;
  warnOnce(
    'items',
    '<breadcrumb-jsonld items>: expected JSON such as [{"name": "Home", "url": "/"}]',
  );
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
