import {bundledSource} from '../glossary/bundled-source.js';
import {httpSource} from '../glossary/http-source.js';
import type {Awaitable, GlossarySource} from '../glossary/source.js';
import {pageParsed} from './dom-ready.js';

const LINKS = 'link[rel~="glossary" i][href]';

/** The glossaries at addresses separated by space, later over earlier. */
export const sourcesAt = (
  addresses: string,
  base: string,
): Awaitable<GlossarySource> => {
  const [first, ...more] = addresses
    .trim()
    .split(/\s+/)
    .map((address) =>
      httpSource(
        URL.canParse(address, base) ? new URL(address, base).href : address,
      ),
    );
  return more.length
    ? import('../glossary/layered-source.js').then(({layered}) =>
        layered([first!, ...more]),
      )
    : first!;
};

/** The glossaries that the page links to, later over earlier. */
const linkedSource = (
  document: Document,
): Awaitable<GlossarySource> | undefined => {
  const links = [...document.querySelectorAll<HTMLLinkElement>(LINKS)];
  return links.length
    ? sourcesAt(links.map(({href}) => href).join(' '), document.baseURI)
    : undefined;
};

let decision: Promise<GlossarySource> | undefined;

/**
 * What a page reads that says nothing closer by: the glossaries it links to,
 * else the bundled one. That is decided one task after `DOMContentLoaded`, so
 * that a page may say it late.
 */
export const pageSource = (document: Document): Awaitable<GlossarySource> =>
  linkedSource(document) ??
  (decision ??= pageParsed(document).then(() => {
    decision = undefined;
    return linkedSource(document) ?? bundledSource;
  }));
