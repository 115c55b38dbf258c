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
 * The language of an element according to `lang`: a tag, or an empty
 * text without one. A slot makes no difference (HTML, section 3.2.6.2).
 */
export const languageOf = (element: Element): string =>
  closestOf(element, '[lang]')?.getAttribute('lang') ?? '';

/** A source in a language; the source itself if the language is not known. */
export const inLanguage = (
  source: Awaitable<GlossarySource>,
  language: string,
): Awaitable<GlossarySource> =>
  language
    ? whenReady(source, (found) => found.in?.(language) ?? found)
    : source;
