import {type Awaitable, whenReady} from '../glossary/awaitable.js';
import type {GlossarySource} from '../glossary/source.js';

/** The closest element of a kind, the element itself included, out of shadow roots too. */
export const closestOf = (
  element: Element,
  selector: string,
): Element | null | undefined => {
  const found = element.closest(selector);
  if (found) return found;
  const {host} = element.getRootNode() as Partial<ShadowRoot>;
  return host && closestOf(host, selector);
};

/**
 * The language that an element is in, as its page says: a tag, or an empty text
 * where nobody says. A slot makes no difference (HTML, section 3.2.6.2).
 */
export const languageOf = (element: Element): string =>
  closestOf(element, '[lang]')?.getAttribute('lang') ?? '';

/** What a source answers in a language; as it is where nobody says which. */
export const inLanguage = (
  source: Awaitable<GlossarySource>,
  language: string,
): Awaitable<GlossarySource> =>
  language
    ? whenReady(source, (found) => found.in?.(language) ?? found)
    : source;
