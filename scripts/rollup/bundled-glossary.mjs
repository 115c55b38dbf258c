import {spawnSync} from 'node:child_process';
import {rmSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {ensureGlossary} from '../glossary/ensure.mjs';
import {root} from '../run.mjs';

const MODULE = join(root, 'src/glossary/bundled-glossary.js');

/** Texts of the module that names the files, by the folder of these. */
const built = new Map();

const build = (folder) => {
  ensureGlossary();
  rmSync(folder, {recursive: true, force: true});
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/glossary/write-parts.ts', folder],
    {cwd: root, encoding: 'utf8'},
  );
  if (status !== 0) throw new Error(`the bundled glossary: ${stderr}`);
  return stdout;
};

/**
 * Puts the bundled glossary into a package as a few files, which all bundles of
 * a build share: they are written as they are, and stay outside of bundles.
 *
 * @param {string} folder Where they go.
 * @returns {import('rollup').Plugin}
 */
export const bundledGlossary = (folder = join(root, 'dist/cdn/glossary')) => ({
  name: 'bundled-glossary',
  buildStart() {
    if (!built.has(folder)) built.set(folder, build(folder));
  },
  resolveId(source, importer) {
    if (importer && resolve(dirname(importer), source) === MODULE)
      return MODULE;
    if (importer === MODULE && source.startsWith('./bundled/')) {
      const id = join(folder, source.slice('./bundled/'.length));
      return {id, external: true};
    }
    return null;
  },
  load: (id) => (id === MODULE ? built.get(folder) : null),
});
