import {readFileSync} from 'node:fs';
import {isAbsolute, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import json from '@rollup/plugin-json';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import {globSync} from 'tinyglobby';
import {bundledGlossary} from './scripts/rollup/bundled-glossary.mjs';
import {inGroups} from './scripts/rollup/in-groups.mjs';
import {licenses} from './scripts/rollup/licenses.mjs';
import {litWithoutElements} from './scripts/rollup/lit-without-elements.mjs';
import {fewFiles} from './scripts/rollup/few-files.mjs';
import {foldMarkup} from './scripts/rollup/fold-markup.mjs';
import {minifyStyles} from './scripts/rollup/minify-styles.mjs';
import {sharedWithChunks} from './scripts/rollup/shared-with-chunks.mjs';

const {name, version} = JSON.parse(readFileSync('package.json', 'utf8'));

/** TypeScript and JSON to ES2022. */
const sources = () => [
  json({namedExports: false, preferConst: true}),
  esbuild({target: 'es2022', tsconfig: 'tsconfig.json', sourceMap: false}),
];

const extensions = ['.ts', '.js'];

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/** A package, as opposed to a file of ours. */
const isBare = (id) => !/^[.\0]/.test(id) && !isAbsolute(id);

const OWN = globSync('src/define/own-glossary/*.ts');

const withoutEnding = (path) => path.replace(/^src\/(.*)\.ts$/, '$1');

/** For bundlers and Node: files of modules, packages left to the reader. */
const modules = {
  input: Object.fromEntries(
    [
      'src/index.ts',
      ...globSync('src/define/**/*.ts'),
      'src/linking.ts',
      'src/locale-strings.ts',
      'src/prerendering.ts',
      'src/page/preferences/preferences.ts',
      ...['glossary', 'matching', 'rich-text', 'structured-data'].map(
        (layer) => `src/${layer}/index.ts`,
      ),
    ].map((name) => [withoutEnding(name), name]),
  ),
  external: isBare,
  plugins: [bundledGlossary(), ...sources(), resolve({extensions})],
  output: {
    dir: 'dist',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    hoistTransitiveImports: false,
    onlyExplicitManualChunks: true,
    manualChunks: fewFiles({
      root: path('src'),
      light: ['define/own-glossary/term-tip'],
      entries: OWN.map(withoutEnding),
      also: [
        'page/same-answer',
        'page/follow-fragment',
        'page/language-marks',
        'glossary/slices',
        'glossary/errors',
        'glossary/fold',
        'glossary/load-part',
      ],
      joined: {'elements/term-tip/card-enhancements': 'elements/term-tip/tips'},
    }),
  },
};

/** The tools: Node runs one file per module, and their packages are their own. */
const tools = {
  input: [
    'tools/src/bin.ts',
    'tools/src/prerender/index.ts',
    // The thread that renders pages is started by its file.
    'tools/src/prerender/folder/page-worker.ts',
    ...['remark', 'rehype', 'markdown-it', 'eleventy'].map(
      (name) => `tools/src/plugins/${name}.ts`,
    ),
  ],
  external: isBare,
  plugins: [...sources(), resolve({extensions})],
  output: {
    dir: 'tools/dist',
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: 'tools/src',
  },
};

/**
 * For a script tag: a file that registers elements, and chunks that are loaded
 * later. Each has its own chunks, so that none has to share one with another.
 *
 * @param {string} entry Name of the file, and of its module in src/define.
 * @param {Record<string, readonly string[]>} groups See `inGroups`.
 * @param {object[]} plugins More of what makes it.
 * @param {readonly string[]} open What pages may import from it.
 */
const cdn = (entry, groups, plugins = [], open = []) => ({
  input: {[entry]: `src/define/${entry}.ts`},
  preserveEntrySignatures: open.length ? 'allow-extension' : false,
  plugins: [
    ...plugins,
    bundledGlossary(),
    minifyStyles(),
    ...sources(),
    resolve({browser: true, extensions}),
    sharedWithChunks({
      entry: `${entry}.js`,
      key: `${name}@${version}/${entry}`,
      open,
    }),
    terser({
      module: true,
      ecma: 2022,
      compress: {passes: 3, unsafe_arrows: true, unsafe_methods: true},
      // The licences of what is bundled are in the file that the banner names.
      format: {
        comments: false,
        preamble: `/*! ${name} ${version} | MIT | see licenses.txt */`,
      },
    }),
    foldMarkup(),
    licenses(),
  ],
  output: {
    dir: 'dist/cdn',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: `${entry}-[name]-[hash].js`,
    // Beside the bundle; by itself Rollup starts at the folder of all inputs.
    paths: (id) =>
      id.startsWith(path('dist/cdn/'))
        ? `./${relative(path('dist/cdn'), id)}`
        : id,
    onlyExplicitManualChunks: true,
    manualChunks: inGroups(path('.'), groups),
  },
});

const BUNDLED = 'src/glossary/bundled-glossary.js';
const TIPS = [
  'src/elements/term-tip/tips.ts',
  'src/elements/term-tip/card-enhancements.ts',
];
// Small, and shared by what is loaded later.
const SMALL = ['src/glossary/slices.ts', 'src/glossary/fold.ts'];
const LOADER = [
  'src/glossary/loading/open-glossary.ts',
  'src/glossary/check-document.ts',
];

// What bundles more writes the licences last.
export default [
  modules,
  tools,
  cdn(
    'term-tip',
    {
      'term-tip': ['src/define/term-tip.ts'],
      // The first touch, one request before that of the data.
      tips: [...TIPS, BUNDLED, ...SMALL],
      loader: LOADER,
    },
    [litWithoutElements()],
  ),
  cdn(
    'all',
    {
      all: [
        'src/define/all.ts',
        BUNDLED,
        'src/page/same-answer.ts',
        'src/page/language-marks.ts',
        'src/page/follow-fragment.ts',
        ...SMALL,
      ],
      later: ['src/page/later.ts', 'src/elements/author-markup.ts'],
      tips: TIPS,
      loader: LOADER,
    },
    [],
    ['setLocaleStrings'],
  ),
];
