/**
 * Writes the files of the bundled glossary as modules, and prints the module
 * that names them: for scripts/rollup/bundled-glossary.mjs.
 *
 *   node --import tsx scripts/glossary/write-parts.ts FOLDER
 */
import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {glossaryParts} from './parts.js';

const [folder = ''] = process.argv.slice(2);
const document = JSON.parse(
  readFileSync(
    fileURLToPath(new URL('../../data/glossary.json', import.meta.url)),
    'utf8',
  ),
) as Parameters<typeof glossaryParts>[0];
const {files, table, language, parts, names, list, languages} =
  glossaryParts(document);

/** JSON as an expression; an object literal would take `__proto__` for something else. */
const expression = (json: string): string =>
  json.includes('"__proto__"') ? `JSON.parse(${JSON.stringify(json)})` : json;

const texts = new Map(
  [...files].map(([name, value]) => [
    name,
    `export default ${expression(JSON.stringify(value))};\n`,
  ]),
);

// One hash for all: one for each file would be 0.4 kB more for every page
// (docs/decisions/0027-bundled-glossary-by-area.md).
const hash = createHash('sha256')
  .update([...texts].flat().join('\0'))
  .digest('hex')
  .slice(0, 8);

mkdirSync(folder, {recursive: true});
for (const [name, text] of texts)
  writeFileSync(join(folder, `${name}-${hash}.js`), text);

const load = (name: string) => `() => import('./bundled/${name}-${hash}.js')`;
process.stdout.write(`
import {PartsSource} from './parts/parts-source.js';

const source = new PartsSource('bundled glossary', {
  language: ${JSON.stringify(language)},
  table: ${JSON.stringify(table)},
  parts: [${parts.map((of) => `[${of.map(load).join(',\n')}]`).join(',\n')}],
  names: ${load(names)},
  list: ${load(list)},
  languages: {
    ${Object.entries(languages)
      .map(
        ([tag, {terms, areas}]) =>
          `${JSON.stringify(tag)}: {terms: ${load(terms)}, areas: ${load(areas)}}`,
      )
      .join(',\n')}
  },
});
export const openBundled = async () => source;
`);
