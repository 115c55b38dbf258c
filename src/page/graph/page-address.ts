import type {PageAddresses} from '../../structured-data/host-data.js';

const known = new WeakMap<Document, PageAddresses>();

/**
 * What a page calls itself, and what its relative addresses are resolved
 * against. The canonical address is an identity only: the links beside an
 * element start at the base. All elements of one update ask, so it is read once
 * for them.
 */
export const pageAddresses = (document: Document): PageAddresses => {
  let addresses = known.get(document);
  if (!addresses) {
    known.set(document, (addresses = readAddresses(document)));
    queueMicrotask(() => known.delete(document));
  }
  return addresses;
};

const readAddresses = (document: Document): PageAddresses => {
  const [base = ''] = document.baseURI.split('#', 1);
  const canonical = document.head?.querySelector<HTMLLinkElement>(
    'link[rel~="canonical" i][href]',
  );
  // A document of a script, or of `srcdoc`, has no address of its own.
  const own = document.URL.startsWith('about:') ? base : document.URL;
  try {
    const url = new URL(canonical?.href || own);
    url.hash = '';
    return {address: url.href, base};
  } catch {
    return {address: base, base};
  }
};
