import {existsSync, readdirSync} from 'node:fs';
import {isAbsolute} from 'node:path';
import json from '@rollup/plugin-json';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';

/** Plain TypeScript to ES2022; decorators as tsconfig.json says. */
const typescript = () =>
  esbuild({target: 'es2022', tsconfig: 'tsconfig.json', sourceMap: true});

const data = () => json({namedExports: false, preferConst: true});

const entries = [
  'src/index.ts',
  ...readdirSync('src/define')
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `src/define/${name}`),
  'src/cli/bin.ts',
].filter((path) => existsSync(path));

/** A package, as opposed to a file of ours. */
const isBare = (id) => !/^[.\0]/.test(id) && !isAbsolute(id);

/** For bundlers and Node: one file per module, packages left to the reader. */
const modules = {
  input: entries,
  external: isBare,
  plugins: [data(), typescript(), resolve({extensions: ['.ts', '.js']})],
  output: {
    dir: 'dist',
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: 'src',
    sourcemap: true,
  },
};

/** For a script tag: everything in one file, and chunks that are loaded later. */
const cdn = {
  input: {all: 'src/define/all.ts'},
  preserveEntrySignatures: false,
  plugins: [
    data(),
    typescript(),
    resolve({browser: true, extensions: ['.ts', '.js']}),
    terser({
      module: true,
      ecma: 2022,
      compress: {passes: 3, unsafe_arrows: true},
      format: {comments: /^!|@license|@preserve/},
    }),
  ],
  output: {
    dir: 'dist/cdn',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    sourcemap: true,
  },
};

export default existsSync('src/define/all.ts') ? [modules, cdn] : modules;
