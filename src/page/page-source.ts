import {httpSource} from '../glossary/http-source.js';
import type {Awaitable} from '../glossary/awaitable.js';
import type {GlossarySource} from '../glossary/source.js';
import {loadPart} from '../glossary/load-part.js';
import {defaultSource} from './default-source.js';
import {pageParsed} from './dom-ready.js';
import {addressesIn} from './glossary-places.js';

const LINKS = 'link[rel~="glossary" i][href]';

/** Several glossaries as one, later over earlier. */
const together = (
  sources: readonly GlossarySource[],
  integrity?: string | null,
): Awaitable<GlossarySource> =>
  sources.length > 1
    ? loadPart(() => import('../glossary/layered-source.js')).then(
        ({layered}) => layered(sources, integrity),
      )
    : sources[0]!;

/** One source for each address, with the loading options of an element. */
const named = (
  addresses: string,
  base: string,
  place: Element,
): readonly GlossarySource[] =>
  addressesIn(addresses, base).map((address) =>
    httpSource(address, {
      integrity: place.getAttribute('integrity') ?? undefined,
      offline: place.matches('[offline],[data-offline]'),
    }),
  );

/**
 * The glossaries at addresses separated by space, later over earlier.
 *
 * @param place The element that names them. Its `integrity` says what the one
 *     address has, and `offline` that copies are kept (`data-offline` on a `<link>`).
 */
export const sourcesAt = (
  addresses: string,
  base: string,
  place: Element,
): Awaitable<GlossarySource> =>
  together(named(addresses, base, place), place.getAttribute('integrity'));

/** The glossaries that the page links to, later over earlier. */
const linkedSource = (
  document: Document,
): Awaitable<GlossarySource> | undefined => {
  const links = [...document.querySelectorAll<HTMLLinkElement>(LINKS)];
  return links.length
    ? together(
        links.flatMap((link) => named(link.href, document.baseURI, link)),
      )
    : undefined;
};

let decision: Promise<GlossarySource> | undefined;

/**
 * What elements read if nothing closer names a glossary: the glossaries that
 * the page links to, else the default. That is decided one task after
 * `DOMContentLoaded`, so that scripts may still add links.
 */
export const pageSource = (document: Document): Awaitable<GlossarySource> =>
  linkedSource(document) ??
  (decision ??= pageParsed(document).then(() => {
    decision = undefined;
    return linkedSource(document) ?? defaultSource();
  }));
