/**
 * How each bundler builds the app in a folder: `main.js` and `index.html` of
 * `app` into `out`. Production settings, and nothing that README does not say.
 */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {cpSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** Bundlers of scripts leave the page to its author. */
const copyPage = (app, out, script = 'main.js') => {
  const html = readFileSync(join(app, 'index.html'), 'utf8');
  writeFileSync(
    join(out, 'index.html'),
    html.replace('./main.js', `./${script}`),
  );
};

const withEsbuild = (splitting) => async (app, out) => {
  const {build} = await import('esbuild');
  await build({
    absWorkingDir: app,
    entryPoints: ['main.js'],
    outdir: out,
    bundle: true,
    splitting,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  });
  copyPage(app, out);
};

export const BUNDLERS = {
  Vite: async (app, out) => {
    const {build} = await import('vite');
    await build({
      root: app,
      configFile: false,
      logLevel: 'silent',
      build: {outDir: out, target: 'es2022'},
    });
  },
  webpack: async (app, out) => {
    const {default: webpack} = await import('webpack');
    const stats = await new Promise((resolve, reject) =>
      webpack(
        {
          mode: 'production',
          context: app,
          entry: './main.js',
          output: {path: out, filename: 'main.js', publicPath: 'auto'},
        },
        (error, result) => (error ? reject(error) : resolve(result)),
      ),
    );
    if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
    copyPage(app, out);
  },
  Rollup: async (app, out) => {
    const {rollup} = await import('rollup');
    const {default: resolve} = await import('@rollup/plugin-node-resolve');
    const bundle = await rollup({
      input: join(app, 'main.js'),
      plugins: [resolve({browser: true})],
    });
    await bundle.write({dir: out, format: 'es'});
    copyPage(app, out);
  },
  'esbuild, split': withEsbuild(true),
  'esbuild, one file': withEsbuild(false),
  Parcel: async (app, out) => {
    const parcel = fileURLToPath(
      new URL('node_modules/parcel/lib/bin.js', import.meta.url),
    );
    const child = spawn(
      process.execPath,
      // prettier-ignore
      [parcel, 'build', 'index.html', '--dist-dir', out, '--no-cache', '--no-source-maps', '--log-level', 'error'],
      {cwd: app, stdio: ['ignore', 'pipe', 'pipe']},
    );
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(output);
  },
};

/** Puts files beside what a bundler has made: they are served as they are. */
export const addFiles = (from, out, names) => {
  for (const name of names) cpSync(join(from, name), join(out, name));
};
