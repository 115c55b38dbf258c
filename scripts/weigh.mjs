/**
 * What installing a package takes: its own files as they would be published,
 * and the packages that come with it.
 *
 *   npm run weigh      prints both packages, after a build
 */
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {root, run} from './run.mjs';

const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** Folders of the packages, from the repository, by name. */
const FOLDERS = {'term-elements': '.', '@term-elements/tools': 'tools'};

/**
 * Places in node_modules of everything that a package depends on, itself left
 * out, as the lockfile has them. Optional peers are not installed.
 */
const dependenciesOf = (name) => {
  const {packages} = readJson('package-lock.json');
  const found = new Set();
  const enter = (place) => {
    const {dependencies = {}, optionalDependencies = {}} = packages[place];
    for (const dependency of Object.keys({
      ...dependencies,
      ...optionalDependencies,
    })) {
      const at = resolve(packages, place, dependency);
      // An optional dependency of another platform.
      if (at === undefined || found.has(at)) continue;
      found.add(at);
      enter(packages[at].link ? packages[at].resolved : at);
    }
  };
  enter(FOLDERS[name] === '.' ? '' : FOLDERS[name]);
  return [...found];
};

/** As Node looks: beside the package, then in each folder above. */
const resolve = (packages, from, name) => {
  for (let folder = from; ; folder = parentOf(folder)) {
    const place = [folder, 'node_modules', name].filter(Boolean).join('/');
    if (packages[place]) return place;
    if (!folder) return undefined;
  }
};

const parentOf = (folder) =>
  folder.includes('/node_modules/')
    ? folder.slice(0, folder.lastIndexOf('/node_modules/'))
    : '';

/** Bytes of the files of a package, without the packages inside it. */
const bytesIn = (folder) =>
  readdirSync(folder, {withFileTypes: true}).reduce((total, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name === 'node_modules' ? total : total + bytesIn(path);
    return total + statSync(path).size;
  }, 0);

/**
 * The files of a package that would be published.
 *
 * @param {string} name
 * @returns {Promise<readonly {path: string, size: number}[]>}
 */
export const publishedFiles = async (name) => {
  const {code, output} = await run(
    'npm',
    ['pack', '--dry-run', '--json', '--ignore-scripts'],
    {quiet: true, cwd: join(root, FOLDERS[name])},
  );
  if (code) throw new Error(`npm pack of ${name} failed\n${output}`);
  // npm may print warnings before its JSON, and has two forms of it.
  const result = JSON.parse(output.slice(output.search(/^[[{]/m)));
  const [{files}] = Object.values(result);
  return files;
};

/**
 * @param {string} name
 * @returns {Promise<{packages: readonly string[], bytes: number}>} The names of
 *   all packages that an empty folder has after `npm install`, and their size.
 */
export const weigh = async (name) => {
  const own = (await publishedFiles(name)).reduce(
    (total, {size}) => total + size,
    0,
  );
  const packages = [name];
  let bytes = own;
  for (const place of dependenciesOf(name)) {
    const dependency = place.slice(
      place.lastIndexOf('node_modules/') + 'node_modules/'.length,
    );
    packages.push(dependency);
    bytes +=
      dependency in FOLDERS
        ? (await publishedFiles(dependency)).reduce(
            (sum, it) => sum + it.size,
            0,
          )
        : bytesIn(join(root, place));
  }
  return {packages, bytes};
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of Object.keys(FOLDERS)) {
    const {packages, bytes} = await weigh(name);
    console.log(
      `${name}: ${packages.length} packages, ${(bytes / 1e6).toFixed(1)} MB`,
    );
  }
}
