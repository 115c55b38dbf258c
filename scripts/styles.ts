/** Writes the style sheet for pages, dist/term-elements.css and its copy for script tags. */
import {mkdirSync, writeFileSync} from 'node:fs';
import {transform} from 'esbuild';
import {publishedSheet} from './styles/published-sheet.js';

const {code} = await transform(publishedSheet(), {
  loader: 'css',
  minify: true,
  legalComments: 'none',
});

mkdirSync('dist/cdn', {recursive: true});
for (const path of ['dist/term-elements.css', 'dist/cdn/term-elements.css'])
  writeFileSync(path, code);
