import {readFileSync} from 'node:fs';
import {isAbsolute, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import json from '@rollup/plugin-json';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import {globSync} from 'tinyglobby';
import {atOnce} from './scripts/rollup/at-once.mjs';
import {bundledGlossary} from './scripts/rollup/bundled-glossary.mjs';
import {inGroups} from './scripts/rollup/in-groups.mjs';
import {licenses} from './scripts/rollup/licenses.mjs';
import {litWithoutElements} from './scripts/rollup/lit-without-elements.mjs';
import {fewFiles} from './scripts/rollup/few-files.mjs';
import {foldMarkup} from './scripts/rollup/fold-markup.mjs';
import {minifyStyles} from './scripts/rollup/minify-styles.mjs';
import {sharedWithChunks} from './scripts/rollup/shared-with-chunks.mjs';
import {withImports} from './scripts/rollup/with-imports.mjs';

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

/** The package that is not left to the reader, so that installing ours takes no more. */
const SEARCH = 'minisearch';

const OWN = globSync('src/define/own-glossary/*.ts');

const withoutEnding = (path) => path.replace(/^src\/(.*)\.ts$/, '$1');

/** For bundlers and Node: files of modules, packages left to the reader. */
const modules = {
  input: Object.fromEntries(
    [
      'src/index.ts',
      ...globSync(['src/define/*.ts', 'src/define/own-glossary/*.ts']),
      'src/linking.ts',
      'src/locale-strings.ts',
      'src/prerendering.ts',
      'src/page/preferences/preferences.ts',
      ...['glossary', 'matching', 'rich-text', 'structured-data'].map(
        (layer) => `src/${layer}/index.ts`,
      ),
    ].map((name) => [withoutEnding(name), name]),
  ),
  // A page has few uses for the search: it is bundled into the file that needs it.
  external: (id) => isBare(id) && id !== SEARCH,
  plugins: [bundledGlossary(), ...sources(), resolve({extensions}), licenses()],
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
        'page/surroundings',
        'glossary/slices',
        'glossary/errors',
        'glossary/fold',
        'glossary/load-part',
      ],
      joined: {
        'elements/term-tip/card-enhancements': 'elements/term-tip/tips',
        'elements/term-card/card-nodes': 'page/later',
        'elements/term-area/area-nodes': 'page/later',
        'elements/faq-block/question-nodes': 'page/later',
        'elements/breadcrumb-jsonld/trail-nodes': 'page/later',
        'elements/term-index/index-nodes': 'page/later',
        '../node_modules/minisearch/dist/es/index': 'matching/term-search',
      },
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
 * @param {string} entry Name of the file.
 * @param {string} module What it is made of.
 * @param {Parameters<typeof inGroups>[1]} files See `inGroups`; the entry is first.
 * @param {object[]} plugins More of what makes it.
 * @param {readonly string[]} open What pages may import from it.
 */
const cdn = (entry, module, files, plugins = [], open = []) => ({
  input: {[entry]: module},
  preserveEntrySignatures: open.length ? 'allow-extension' : false,
  plugins: [
    ...plugins,
    bundledGlossary(),
    minifyStyles(),
    ...sources(),
    resolve({browser: true, extensions}),
    withImports({entry: `${entry}.js`}),
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
    manualChunks: inGroups(path('.'), files),
  },
});

const BUNDLED = 'src/glossary/bundled-glossary.js';
// Small, and shared by what is loaded later.
const SMALL = ['src/glossary/slices.ts', 'src/glossary/fold.ts'];
const LOADER = {has: ['src/glossary/loading/open-glossary.ts']};
// For data that is not plainly right.
const SCHEMA = {has: ['src/glossary/check-document.ts']};
const TIPS = [
  'src/elements/term-tip/tips.ts',
  'src/elements/term-tip/card-enhancements.ts',
];

const registers = (...tags) =>
  tags.map((tag) => `src/define/own-glossary/${tag}.ts`);

// What bundles more writes the licences last.
export default [
  modules,
  tools,
  cdn(
    'term-tip',
    'src/define/term-tip.ts',
    {
      'term-tip': {has: ['src/define/term-tip.ts']},
      // The first touch, one request before that of the data.
      tips: {has: [...TIPS, BUNDLED, ...SMALL]},
      loader: {...LOADER, beside: ['tips']},
      schema: {...SCHEMA, beside: ['tips', 'loader']},
    },
    [litWithoutElements()],
  ),
  cdn(
    'all',
    'src/define/script-tag/all.ts',
    {
      all: {
        has: [
          'src/define/script-tag/all.ts',
          BUNDLED,
          'src/page/later.ts',
          ...SMALL,
        ],
      },
      card: {
        has: [
          ...registers('term-card'),
          'src/elements/term-card/card-nodes.ts',
        ],
      },
      questions: {
        has: [
          ...registers('faq-block', 'breadcrumb-jsonld'),
          'src/elements/author-markup.ts',
          'src/elements/faq-block/question-nodes.ts',
          'src/elements/breadcrumb-jsonld/trail-nodes.ts',
        ],
      },
      area: {
        has: [
          ...registers('term-area'),
          'src/elements/term-area/area-nodes.ts',
        ],
        beside: ['card', 'questions'],
      },
      glossary: {has: registers('term-glossary')},
      figure: {has: registers('term-figure'), beside: ['card']},
      names: {has: ['src/glossary/name-index.ts', 'src/glossary/localize.ts']},
      index: {
        has: [
          ...registers('term-index'),
          'src/elements/term-index/index-nodes.ts',
          'src/glossary/term-list.ts',
        ],
        // Links into the page are followed by code that is with the questions.
        beside: ['card', 'questions', 'names'],
      },
      search: {
        has: ['src/elements/term-index/searching.ts'],
        beside: ['card', 'questions', 'names', 'index'],
      },
      tip: {has: registers('term-tip')},
      // What readers want is remembered by a module of the tips.
      settings: {has: registers('term-settings'), beside: ['tip']},
      linker: {
        has: [
          ...registers('term-linker'),
          'src/elements/term-linker/linking.ts',
        ],
        beside: ['tip', 'names'],
      },
      marks: {has: ['src/page/language-marks.ts']},
      tips: {has: TIPS, beside: ['tip', 'marks']},
      loader: LOADER,
      schema: {...SCHEMA, beside: ['loader']},
      extras: {has: ['src/glossary/document-extras.ts'], beside: ['names']},
      layers: {has: ['src/glossary/layered-source.ts'], beside: ['names']},
      shards: {
        has: ['src/glossary/loading/http-shards.ts'],
        beside: ['loader', 'names'],
      },
    },
    [
      atOnce({
        fileName: 'all-at-once.js',
        entry: 'all.js',
        files: [
          'glossary',
          'card',
          'questions',
          'area',
          'figure',
          'index',
          'tip',
          'settings',
          'linker',
        ],
      }),
    ],
    ['setLocaleStrings'],
  ),
];
