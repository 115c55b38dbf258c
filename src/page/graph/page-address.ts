const known = new WeakMap<Document, string>();

/**
 * What a page calls itself: its canonical address, else the address that
 * relative ones are resolved against; without a fragment. All elements of one
 * update ask, so it is read once for them.
 */
export const pageAddress = (document: Document): string => {
  let address = known.get(document);
  if (address === undefined) {
    known.set(document, (address = readAddress(document)));
    queueMicrotask(() => known.delete(document));
  }
  return address;
};

const readAddress = (document: Document): string => {
  const canonical = document.head?.querySelector<HTMLLinkElement>(
    'link[rel~="canonical" i][href]',
  );
  try {
    const url = new URL(canonical?.href || document.baseURI);
    url.hash = '';
    return url.href;
  } catch {
    return document.baseURI;
  }
};
