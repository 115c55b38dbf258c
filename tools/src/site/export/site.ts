import type {GlossarySource} from 'term-elements/glossary';
import {prerender} from '../../prerender/index.js';
import {siteFiles} from '../site-files.js';
import {CommandError} from '../../terminal/errors.js';
import type {FolderExporter} from '../../formats/writing/exporter.js';
import {siteAssets} from './site-assets.js';

/**
 * A complete static site of a glossary, made of our own elements with their
 * content in place: it is all there without JavaScript.
 */
export const siteExporter: FolderExporter = {
  isWhole: true,
  async *files(glossary, {file, siteUrl, images, progress}, report) {
    if (siteUrl === undefined) {
      throw new CommandError(
        'expected the address that the site will have, received none',
        'Example: --site-url https://glossary.example/',
      );
    }
    const place = {file, line: 1};
    const published = new Map<string, string>();
    const sources = new Map<string, GlossarySource>();
    const fetch = (address: string) => {
      const text = published.get(address);
      return text === undefined
        ? Promise.reject(new Error(`${address} is not a glossary of the site`))
        : Promise.resolve(new Response(text));
    };
    yield* siteAssets();
    yield* siteFiles(glossary, {
      siteUrl,
      images,
      progress,
      note: (kind, message) => report[kind](place, message),
      publish: (address, text) => published.set(address, text),
      prerender: async (page, url) => {
        const result = await prerender(page, {url, fetch, sources});
        for (const {tag, message} of result.notes) {
          report.warning(place, `<${tag}> of ${url}: ${message}`);
        }
        return result.html;
      },
    });
  },
};
