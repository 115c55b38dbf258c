import {absoluteAddress, type Glossary} from 'term-elements/glossary';
import {layOut, presentTerms, type ShownGlossary} from '../../site/layout.js';
import {llmsContents, llmsFullText} from '../../site/llms.js';
import {SitePaths} from '../../site/paths.js';
import type {FolderExporter} from '../writing/exporter.js';

/**
 * `llms.txt`, the contents of a glossary for language models,
 * and `llms-full.txt`, all its texts. Both are Markdown.
 *
 * @see https://llmstxt.org/
 */
export const llmsExporter: FolderExporter = {
  *files(glossary, {file, siteUrl}, report) {
    const placed = withAddresses(glossary, siteUrl);
    const without = placed.terms.filter(({url}) => url === undefined).length;
    if (without) {
      report.warning(
        {file, line: 1},
        `${without.toLocaleString('en')} ${without === 1 ? 'term has' : 'terms have'} no address and no link in llms.txt; --site-url gives addresses`,
      );
    }
    const areas = (placed.areas ?? []).map(({name, url, description}) => ({
      name,
      url,
      text: description,
    }));
    const terms = placed.terms.map(({name, url, summary}) => ({
      name,
      url,
      text: summary,
    }));
    const sections = new Map([
      ['Areas', areas],
      ['Terms', terms],
    ]);
    yield {path: 'llms.txt', content: llmsContents(placed, sections)};
    yield {path: 'llms-full.txt', content: [...llmsFullText(placed)].join('')};
  },
};

/** The same glossary, its addresses absolute; with a site, every page has one. */
const withAddresses = (
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
