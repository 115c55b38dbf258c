import type {ComplexAttributeConverter} from 'lit';
import {warnOnce} from '../../internal/warn.js';
import type {TrailStep} from '../../glossary/trail.js';

const isStep = (value: unknown): value is TrailStep =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  (!('url' in value) || typeof value.url === 'string');

const EXPECTED =
  'expected JSON such as [{"name": "Home", "url": "/"}, {"name": "This page"}]';

/** The `items` attribute. What is not a list of steps is told, and is no trail. */
export const itemsConverter: ComplexAttributeConverter<
  readonly TrailStep[] | undefined
> = {
  fromAttribute(text) {
    if (!text?.trim()) return undefined;
    try {
      const items: unknown = JSON.parse(text);
      if (Array.isArray(items) && items.every(isStep)) return items;
    } catch {
      // Told below.
    }
    warnOnce(`<breadcrumb-jsonld items>: ${EXPECTED}, received ${text}`);
    return undefined;
  },
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
