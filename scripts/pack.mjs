/** Packs both packages as they would be published. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {root, run} from './run.mjs';

/** Folders of the packages, from the repository. */
const packages = ['.', 'tools'];

/**
 * Packs what is built; nothing is built here.
 *
 * @param {string} folder Where the tarballs go.
 * @returns {Promise<Record<string, string>>} Path of the tarball by name of the package.
 * @throws {Error} If npm fails, with what it printed.
 */
export const pack = async (folder) => {
  const tarballs = {};
  for (const path of packages) {
    const cwd = join(root, path);
    const {name} = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
    const {code, output} = await run(
      'npm',
      ['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
      {quiet: true, cwd},
    );
    if (code) throw new Error(`npm pack of ${name} failed\n${output}`);
    tarballs[name] = join(folder, filename(output));
  }
  return tarballs;
};

/** npm may print warnings before its JSON. */
const filename = (output) =>
  /"filename": "(?<name>[^"]+)"/.exec(output).groups.name;
