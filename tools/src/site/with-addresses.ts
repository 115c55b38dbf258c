import {absoluteAddress, type Glossary} from 'term-elements/glossary';
import {layOut, presentTerms, type ShownGlossary} from './layout.js';
import {SitePaths} from './paths.js';

/**
 * The entries of a glossary with absolute addresses.
 *
 * @param siteUrl Address of the site that has the pages, ending with a slash. With
 *     it, every entry and area has an address.
 */
export const withAddresses = (
  glossary: Glossary,
  siteUrl: string | undefined,
): ShownGlossary => {
  const layout = siteUrl && layOut(glossary, new SitePaths(siteUrl));
  const absolute = (url: string | undefined) =>
    absoluteAddress(url, siteUrl ?? 'invalid:') ?? undefined;
  const placed = <T extends {readonly url?: string | undefined}>(
    value: T,
    address: string | undefined,
  ): T => ({
    ...value,
    url:
      absolute(value.url) ??
      (address === undefined ? undefined : `${siteUrl}${address}`),
  });
  return {
    ...glossary,
    terms: presentTerms(glossary).map((term) =>
      placed(term, layout ? layout.terms.get(term)?.address : undefined),
    ),
    areas: (glossary.areas ?? []).map((area) =>
      placed(area, layout ? layout.areas.get(area)?.address : undefined),
    ),
  };
};
