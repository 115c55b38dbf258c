import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * The script of the measured page, as a bundler makes it for production. Lit is
 * the elements' own: it is found in the folder above, so there is one of it.
 */
export const buildPage = async () => {
  const {outputFiles} = await build({
    entryPoints: [path('page/page.ts')],
    tsconfig: path('../tsconfig.json'),
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
  });
  return outputFiles[0].text;
};
