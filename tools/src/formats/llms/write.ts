import {llmsContents, llmsFullText, sectionsOf} from '../../site/llms.js';
import {withAddresses} from '../../site/with-addresses.js';
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
    yield {path: 'llms.txt', content: llmsContents(placed, sectionsOf(placed))};
    yield {path: 'llms-full.txt', content: [...llmsFullText(placed)].join('')};
  },
};
