/**
 * Makes the glossary document from its sources in data/glossary.
 *
 *   npm run glossary              writes dist/glossary.json
 *   npm run glossary -- out.json  writes there
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {glossaryDocument} from './glossary/document.js';
import {readSources} from './glossary/sources.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const path = resolve(process.argv[2] ?? join(root, 'dist/glossary.json'));

try {
  const document = glossaryDocument(readSources(root));
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, `${JSON.stringify(document, null, 2)}\n`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
