import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {build, type Metafile} from 'esbuild';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const BIN = 'tools/src/bin.ts';

/** Parsers, writers and a watcher: what costs more to load than to need. */
const HEAVY = [
  'chokidar',
  'csv-parse',
  'csv-stringify',
  'ipaddr.js',
  'jsonld',
  'mdast-util-from-markdown',
  'mdast-util-mdx',
  'n3',
  'parse5',
  'sax',
  'term-elements/matching',
  'term-elements/prerendering',
  'yaml',
];

const packageOf = (specifier: string) =>
  HEAVY.find((name) => specifier === name || specifier.startsWith(`${name}/`));

describe('what is loaded', () => {
  let inputs: Metafile['inputs'];
  before(async () => {
    ({
      metafile: {inputs},
    } = await build({
      entryPoints: [BIN],
      absWorkingDir: ROOT,
      outdir: 'out',
      bundle: true,
      splitting: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'node',
      plugins: [
        {
          name: 'packages',
          setup: (bundler) =>
            bundler.onResolve({filter: /^[^./]/}, ({path, kind}) =>
              kind === 'entry-point' ? undefined : {path, external: true},
            ),
        },
      ],
    }));
  });

  /** The modules that a module imports, itself included, without those that it imports later. */
  const loadedWith = (entry: string) => {
    assert.ok(inputs[entry], entry);
    const modules = new Set([entry]);
    const packages = new Set<string>();
    for (const path of modules) {
      for (const {kind, external, ...imported} of inputs[path]!.imports) {
        if (kind !== 'import-statement') continue;
        const heavy = external ? packageOf(imported.path) : undefined;
        if (heavy !== undefined) packages.add(heavy);
        if (!external) modules.add(imported.path);
      }
    }
    return {modules, packages: [...packages].sort()};
  };

  it('is no command before one is called', () => {
    const {modules, packages} = loadedWith(BIN);
    assert.deepEqual(packages, []);
    assert.deepEqual(
      [...modules].filter((path) => path.includes('/commands/')),
      [],
    );
  });

  for (const [module, packages] of [
    ['commands/validate.ts', []],
    ['commands/export.ts', []],
    ['commands/import.ts', []],
    ['formats/csv/read.ts', ['csv-parse']],
    ['formats/csv/write.ts', ['csv-stringify']],
    ['formats/json-ld/write.ts', []],
    ['formats/llms/write.ts', []],
    ['formats/mapped-json/read.ts', []],
    ['formats/published-page/export.ts', []],
    ['formats/skos/read.ts', []],
    ['formats/skos/write.ts', ['n3']],
  ] as const) {
    it(`is of ${module} ${packages.join() || 'no parser'}`, () => {
      assert.deepEqual(
        loadedWith(`tools/src/${module}`).packages,
        packages.slice(),
      );
    });
  }

  for (const [library, folders] of [
    ['jsonld', ['formats/skos']],
    ['n3', ['formats/skos']],
    ['sax', ['formats/wxr']],
    ['chokidar', ['dev']],
    ['csv-parse', ['formats/csv']],
    ['csv-stringify', ['formats/csv']],
    ['yaml', ['formats/markdown']],
  ] as const) {
    it(`${library} is imported by ${folders.join()} alone`, () => {
      const found = Object.entries(inputs)
        .filter(([, {imports}]) =>
          imports.some(({path}) => packageOf(path) === library),
        )
        .map(([path]) => path.replace('tools/src/', ''));
      assert.ok(found.length);
      assert.deepEqual(
        found.filter(
          (path) => !folders.some((folder) => path.startsWith(`${folder}/`)),
        ),
        [],
      );
    });
  }
});

describe('the program', () => {
  const run = promisify(execFile);

  it('has as many colors as stderr', async () => {
    const {stderr} = await run(
      process.execPath,
      ['--import', 'tsx', BIN, 'imprt'],
      {cwd: ROOT, env: {...process.env, FORCE_COLOR: '1'}},
    ).catch((error: {stderr: string}) => error);
    // No terminal, no colors, whatever the environment forces.
    assert.match(stderr, /^term-elements: error: unknown command imprt\n/);
  });
});
