/**
 * Makes the glossary document from its sources in data/glossary.
 *
 *   npm run glossary              writes data/glossary.json, which ships
 *   npm run glossary -- out.json  writes there
 */
import {mkdirSync, renameSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {documentText, glossaryDocument} from './glossary/document.js';
import {readSources} from './glossary/sources.js';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  const [out] = parseArgs({allowPositionals: true}).positionals;
  const path = resolve(out ?? join(root, 'data/glossary.json'));
  const document = glossaryDocument(readSources(root));
  mkdirSync(dirname(path), {recursive: true});
  // Two that run at the same time never read half a file.
  const scratch = `${path}.${process.pid}`;
  writeFileSync(scratch, documentText(document));
  renameSync(scratch, path);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
