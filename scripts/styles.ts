/**
 * Writes the style sheets for pages, dist/term-elements.css and dist/looks.css,
 * and their copies for script tags.
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {transform} from 'esbuild';
import {publishedSheet} from './styles/published-sheet.js';

const SHEETS: Readonly<Record<string, string>> = {
  'term-elements.css': publishedSheet(),
  'looks.css': readFileSync('src/page/styles/looks.css', 'utf8'),
};

mkdirSync('dist/cdn', {recursive: true});
for (const [name, text] of Object.entries(SHEETS)) {
  const {code} = await transform(text, {
    loader: 'css',
    minify: true,
    legalComments: 'none',
  });
  for (const folder of ['dist', 'dist/cdn'])
    writeFileSync(`${folder}/${name}`, code);
}
