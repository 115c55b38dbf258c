/**
 * Installs what the page needs, when it is not there, makes its layer over the
 * bundled glossary (docs/venue-kit.md), and bundles it: the page uses the
 * package as any host would, by the names that npm gives it.
 */
import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {venueLayer} from '../../data/venue-kit/layer.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const repository = fileURLToPath(new URL('../..', import.meta.url));

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

const {dependencies, devDependencies} = read(`${folder}package.json`);

const isInstalled = ([name, version]) => {
  try {
    return (
      read(`${folder}node_modules/${name}/package.json`).version === version
    );
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

/** Bundles the page from dist/ and data/glossary.json into build/, beside it. */
export const bundle = async () => {
  const outdir = `${folder}build`;
  rmSync(outdir, {recursive: true, force: true});
  mkdirSync(outdir);
  const layer = venueLayer(
    read(`${folder}venue.json`),
    read(`${repository}data/glossary.json`),
  );
  writeFileSync(`${outdir}/our-layer.json`, JSON.stringify(layer));
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
    // tsconfig.json leads the compiler to the sources; here the package is meant.
    tsconfigRaw: {},
    define: {'process.env.NODE_ENV': '"production"'},
    legalComments: 'linked',
    logLevel: 'silent',
  });
};
