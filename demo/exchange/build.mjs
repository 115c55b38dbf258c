/**
 * Installs what the page needs, when it is not there, and bundles it: the page
 * uses the package as any host would, by the names that npm gives it.
 */
import {spawnSync} from 'node:child_process';
import {readFileSync, rmSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const folder = fileURLToPath(new URL('.', import.meta.url));
const repository = fileURLToPath(new URL('../..', import.meta.url));

const {dependencies, devDependencies} = JSON.parse(
  readFileSync(`${folder}package.json`, 'utf8'),
);

const isInstalled = ([name, version]) => {
  try {
    const path = `${folder}node_modules/${name}/package.json`;
    return JSON.parse(readFileSync(path, 'utf8')).version === version;
  } catch {
    return false;
  }
};

/**
 * Runs `npm ci` in the folder of the page, unless all is there.
 *
 * @returns {string | undefined} Why it failed: most often there is no network.
 */
export const install = () => {
  const wanted = Object.entries({...dependencies, ...devDependencies});
  if (wanted.every(isInstalled)) return undefined;
  const {status, stderr, error} = spawnSync(
    'npm',
    ['ci', '--no-audit', '--no-fund'],
    {cwd: folder, encoding: 'utf8'},
  );
  return status === 0 ? undefined : (error?.message ?? stderr.trim());
};

/** `term-elements/x.js` is the file that the package exports under this name. */
const ownPackage = (modules) => ({
  name: 'own-package',
  setup({onResolve}) {
    onResolve({filter: /^term-elements\//}, ({path}) => ({
      path: modules(path.slice('term-elements/'.length)),
    }));
  },
});

/**
 * @param {object} [options]
 * @param {string} [options.outdir] Where to; beside the page by default.
 * @param {(name: string) => string} [options.modules] The file of an export of
 *   the package; that of dist/ by default.
 */
export const bundle = async ({
  outdir = `${folder}build`,
  modules = (name) => `${repository}dist/define/${name}`,
} = {}) => {
  rmSync(outdir, {recursive: true, force: true});
  await build({
    entryPoints: {exchange: `${folder}src/main.tsx`},
    outdir,
    bundle: true,
    splitting: true,
    minify: true,
    sourcemap: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    conditions: ['production'],
    define: {'process.env.NODE_ENV': '"production"'},
    legalComments: 'linked',
    logLevel: 'silent',
    plugins: [ownPackage(modules)],
  });
};
