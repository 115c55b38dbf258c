/**
 * What a page calls itself: its canonical address, else the address that
 * relative ones are resolved against; without a fragment.
 */
export const pageAddress = (document: Document): string => {
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
