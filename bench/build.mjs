import {basename} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Pages on which loading is measured too: what comes later is a file of its own there. */
const IN_PIECES = new Set(['hover']);

/**
 * The scripts of a measured page, as a bundler makes them for production. Lit
 * is the elements' own: it is found in the folder above, so there is one of it.
 *
 * @param {string} name Of a file in `page/`, without its ending.
 * @returns {Promise<ReadonlyMap<string, string>>} Text by file name; `name.js` is where the page begins.
 */
export const buildPage = async (name) => {
  const {outputFiles} = await build({
    entryPoints: [path(`page/${name}.ts`)],
    outdir: path('page'),
    tsconfig: path('../tsconfig.json'),
    bundle: true,
    splitting: IN_PIECES.has(name),
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
  });
  return new Map(outputFiles.map(({path, text}) => [basename(path), text]));
};
