import {existsSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {ASSETS} from '../frame.js';
import {CommandError} from '../../terminal/errors.js';
import type {OutputFile} from '../../formats/writing/exporter.js';

/** Of the modules and of the sources alike: the site's own files. */
const OWN = new URL('../assets/', import.meta.url);

/** The script-tag build of the elements. */
const ELEMENTS = new URL('./', import.meta.resolve('term-elements/cdn/all.js'));

/** The file that registers all elements, and those that it may load. */
const isNeeded = (name: string) =>
  name === 'all.js' || name === 'licenses.txt' || /^all-.*\.js$/.test(name);

/** Nobody has the maps on a site. */
const withoutMap = (script: string) =>
  script.replace(/\n\/\/# sourceMappingURL=\S*\s*$/, '\n');

/**
 * The scripts and style sheets of a site: nothing comes from elsewhere.
 *
 * @throws {CommandError} Where the elements are not built.
 */
export async function* siteAssets(): AsyncGenerator<OutputFile> {
  if (!existsSync(new URL('all.js', ELEMENTS))) {
    throw new CommandError(
      `the elements that a site shows are not built: expected all.js in ${fileURLToPath(ELEMENTS)}`,
      'In the sources of term-elements: npm run build',
    );
  }
  const text = (url: URL) => readFile(url, 'utf8');
  for (const name of ['site.css', 'site.js']) {
    yield {path: `${ASSETS}/${name}`, content: await text(new URL(name, OWN))};
  }
  const search = new URL(import.meta.resolve('minisearch'));
  yield {
    path: `${ASSETS}/minisearch.js`,
    content: withoutMap(await text(search)),
  };
  yield {
    path: `${ASSETS}/term-elements.css`,
    content: await text(new URL('term-elements.css', ELEMENTS)),
  };
  const names = (await readdir(ELEMENTS)).filter(isNeeded).sort();
  for (const name of names) {
    yield {
      path: `${ASSETS}/elements/${name}`,
      content: withoutMap(await text(new URL(name, ELEMENTS))),
    };
  }
}
