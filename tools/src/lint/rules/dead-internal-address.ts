import {linkAddress} from 'term-elements/glossary';
import {placeIn, type Problem} from '../finding.js';
import {rule} from '../rule.js';
import type {Anchors} from '../../documents/document.js';
import type {Site} from '../site.js';

interface Target {
  readonly address: string;
  readonly path: string;
  readonly fragment: string;
  /** The document with the link. */
  readonly from: string;
}

/**
 * What can be known without a network: relative links, and those on the site
 * itself where it is said which folder has its files. All others are passed
 * over.
 */
export const deadInternalAddress = rule({
  name: 'dead-internal-address',
  title: 'A link to a file, or a part of one, that is not there',
  why: 'Readers and crawlers come to an error page.',
  fix: 'Correct the address. Where the pages come from elsewhere, name them in "ignore".',
  severity: 'error',
  options: {
    fragments: {
      type: 'boolean',
      default: true,
      about: 'Whether the part after # has to exist, too.',
    },
    ignore: {
      type: 'texts',
      default: [],
      about: 'Prefixes of addresses that are not checked, such as "/api/".',
    },
  },
  start: ({glossary, site, options: {fragments, ignore}}) => {
    const links: {at: Problem['at']; target: Target}[] = [];
    const add = (at: Problem['at'], address: string, from: string) => {
      if (ignore.some((start) => address.startsWith(start))) return;
      const target = targetOf(address, from, site.url);
      if (target) links.push({at, target});
    };
    return {
      document(document) {
        const {file, anchors} = document;
        const problems: Problem[] = [];
        for (const link of document.links) {
          const {address} = link;
          const fragment = /^#(.+)$/s.exec(address)?.[1];
          if (fragment === undefined) {
            add(placeIn(document, link), address, file);
          } else if (fragments && !isThere(decoded(fragment), anchors)) {
            problems.push({
              at: placeIn(document, link),
              message: `nothing in this document is called "${address}"`,
            });
          }
        }
        return problems;
      },
      async *end() {
        for (const term of site.url ? glossary.terms : []) {
          if (!term.url) continue;
          add({keys: [...glossary.keysOf(term), 'url']}, term.url, '');
        }
        for (const [index, {url}] of (
          (site.url && glossary.document.areas) ||
          []
        ).entries()) {
          if (url) add({keys: ['areas', index, 'url']}, url, '');
        }
        for (const {at, target} of links) {
          yield* judge(at, target, site, fragments);
        }
      },
    };
  },
});

async function* judge(
  at: Problem['at'],
  {address, path, fragment, from}: Target,
  site: Site,
  fragments: boolean,
): AsyncGenerator<Problem> {
  const file = await site.find(path, from);
  if (file === 'unknown') return;
  if (!file) {
    yield {at, message: `there is no file for "${address}"`};
  } else if (fragments && fragment) {
    const anchors = await file.anchors();
    if (!anchors || isThere(decoded(fragment), anchors)) return;
    yield {
      at,
      message: `nothing in "${path}" is called "#${fragment}"`,
    };
  }
}

const isThere = (fragment: string, anchors: Anchors): boolean =>
  fragment === 'top' ||
  // A text that the browser looks for, `#:~:text=…`; a route of a script, `#/…`.
  /^:~:|^[!/]/.test(fragment) ||
  anchors.has(fragment);

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** `undefined` for what is not on the site, or unknown. */
const targetOf = (
  address: string,
  from: string,
  siteUrl: string | undefined,
): Target | undefined => {
  const local = onSite(address, siteUrl);
  if (local === undefined) return undefined;
  const [, path = '', fragment = ''] =
    /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(local) ?? [];
  return path ? {address, path: decoded(path), fragment, from} : undefined;
};

const onSite = (
  address: string,
  siteUrl: string | undefined,
): string | undefined => {
  if (linkAddress(address) === undefined) return undefined;
  // Templates of generators (`{{ … }}`, `<% … %>`, `%BASE%/`) are no addresses
  // yet, nor are what they call folders (`@site/`, `~/`).
  if (/[{}<>]|^\$|^%[A-Z_]+%|^(?:@[\w-]*|~)\//.test(address)) return undefined;
  const root = siteUrl?.replace(/\/?$/, '/');
  if (root !== undefined && `${address}/`.startsWith(root)) {
    return `/${address.slice(root.length)}`;
  }
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(address)) return undefined;
  if (root === undefined || !address.startsWith('/')) return address;
  // Of a site in a folder of its host, what lies beside it is not known.
  const {pathname} = new URL(root);
  return address.startsWith(pathname)
    ? address.slice(pathname.length - 1)
    : undefined;
};
