/**
 * Changes the pure layers a little, many times, and reports which changes no
 * test notices.
 *
 *   npm run mutate                              150 mutants of all layers
 *   npm run mutate -- --layer=matching          one layer, or several with commas
 *   npm run mutate -- --sample=all              every mutant; takes hours
 *   npm run mutate -- --file=select --sample=all
 *                                               of files whose path contains this
 *   npm run mutate -- --seed=2                  another sample
 *
 * A mutant is run against the tests of its layer that import its file, the
 * nearest first, and then against the nearest tests of others, in a copy of the
 * sources. It is caught when a test fails or does not end. The last lines are
 * the score of each layer and of all; the exit code does not depend on the
 * score, because some mutants are equivalent.
 */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {spawn} from 'node:child_process';
import {availableParallelism, tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {build} from 'esbuild';
import {globSync} from 'tinyglobby';
import {ensureGlossary} from './glossary/ensure.mjs';
import {mutantsIn, mutated} from './mutate/mutants.mjs';
import {root} from './run.mjs';

const LAYERS = ['structured-data', 'matching', 'glossary', 'rich-text'];
/** What the tests read. */
const COPIED = ['src', 'test', 'tools/src', 'data', 'docs', 'scripts'];
const FILES = ['package.json', 'tools/package.json', 'tsconfig.json'];
/** Test files of other layers that a mutant has to survive. */
const NEAREST = 6;
/** How much longer than without a mutant the tests of a file may take. */
const PATIENCE = 5;

const {values} = parseArgs({
  options: {
    layer: {type: 'string', default: LAYERS.join()},
    sample: {type: 'string', default: '150'},
    file: {type: 'string', default: ''},
    seed: {type: 'string', default: '1'},
  },
});
const layers = values.layer.split(',');
const unknown = layers.filter((layer) => !LAYERS.includes(layer));
if (unknown.length) {
  console.error(`No layer ${unknown}. Layers: ${LAYERS}`);
  process.exit(2);
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
const randomOf = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

/** Takes some of a list, each as likely as any other, in the list's order. */
const sampleOf = (list, size, random) =>
  list
    .map((item, index) => ({item, index, key: random()}))
    .sort((a, b) => a.key - b.key)
    .slice(0, size)
    .sort((a, b) => a.index - b.index)
    .map(({item}) => item);

/**
 * Tests, with the files of `src` that each imports, however far.
 *
 * @returns {Promise<{path: string, imports: Set<string>}[]>}
 */
const testsIn = async () => {
  // Tests of pages and of packages load what is built.
  const paths = globSync(
    ['test/node/**/*.test.ts', '!test/node/{package,pages}/**'],
    {cwd: root},
  );
  return Promise.all(
    paths.map(async (path) => {
      const {metafile} = await build({
        entryPoints: [path],
        absWorkingDir: root,
        bundle: true,
        write: false,
        metafile: true,
        platform: 'node',
        format: 'esm',
        packages: 'external',
        logLevel: 'silent',
      });
      return {path, imports: new Set(Object.keys(metafile.inputs))};
    }),
  );
};

/** A copy of what the tests need, in which one file at a time is changed. */
const copyOfSources = () => {
  const folder = mkdtempSync(join(tmpdir(), 'mutate-'));
  for (const path of [...COPIED, ...FILES])
    cpSync(join(root, path), join(folder, path), {
      recursive: true,
      // The glossary is newer than its sources, and is not made again.
      preserveTimestamps: true,
    });
  for (const path of ['node_modules', 'dist'])
    if (existsSync(join(root, path)))
      symlinkSync(join(root, path), join(folder, path));
  return folder;
};

/** Whether the tests of a file pass; those that hang do not. */
const passes = (folder, test, milliseconds) =>
  new Promise((settle) => {
    const child = spawn(process.execPath, ['--import', 'tsx', test], {
      cwd: folder,
      stdio: 'ignore',
    });
    const timer =
      milliseconds && setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.once('close', (code) => {
      clearTimeout(timer);
      settle(code === 0);
    });
  });

ensureGlossary();

/** The mutants that are to be run, each with its file, layer and tests. */
const chosen = [];
const tests = await testsIn();
for (const layer of layers) {
  const own = `test/node/${layer}/`;
  for (const path of globSync(`src/${layer}/**/*.ts`, {cwd: root}).sort()) {
    if (!path.includes(values.file)) continue;
    const text = readFileSync(join(root, path), 'utf8');
    const beside = tests
      .filter(({imports}) => imports.has(path))
      .sort((a, b) => a.imports.size - b.imports.size)
      .map((test) => test.path);
    const others = beside.filter((test) => !test.startsWith(own));
    for (const mutant of mutantsIn(text))
      chosen.push({
        ...{layer, path, text, mutant},
        tests: [
          ...beside.filter((test) => test.startsWith(own)),
          ...others.slice(0, NEAREST),
        ],
      });
  }
}
const sample =
  values.sample === 'all'
    ? chosen
    : sampleOf(chosen, Number(values.sample), randomOf(Number(values.seed)));
console.log(`${sample.length} of ${chosen.length} mutants`);

const describe = ({path, text, mutant}) => {
  const {start, end, kind, replacement} = mutant;
  const line = text.slice(0, start).split('\n').length;
  const was = text.slice(start, end).replace(/\s+/g, ' ').slice(0, 60);
  return `${path}:${line} ${kind}: ${was} → ${replacement.slice(0, 60)}`;
};

/** By test, the milliseconds after which it counts as hung. */
const limits = new Map();

/** Runs a test without a mutant first: how long it takes, and that it passes. */
const limitOf = (folder, test) => {
  const measure = async () => {
    const start = performance.now();
    if (!(await passes(folder, test)))
      throw new Error(`${test} fails without a mutant, too`);
    return PATIENCE * (performance.now() - start);
  };
  if (!limits.has(test)) limits.set(test, measure());
  return limits.get(test);
};

const scores = new Map(layers.map((layer) => [layer, {caught: 0, of: 0}]));
const queue = [...sample];
const work = async () => {
  const folder = copyOfSources();
  try {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const {path, text, mutant, tests, layer} = next;
      const file = join(folder, path);
      let caught = false;
      for (const test of tests) {
        const limit = await limitOf(folder, test);
        writeFileSync(file, mutated(text, mutant));
        caught = !(await passes(folder, test, limit));
        writeFileSync(file, text);
        if (caught) break;
      }
      const score = scores.get(layer);
      score.of++;
      if (caught) score.caught++;
      else console.log(`survived ${describe(next)}`);
    }
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
};
await Promise.all(Array.from({length: availableParallelism()}, work));

const line = (name, {caught, of}) =>
  `${name.padEnd(16)} ${caught} of ${of} caught` +
  (of ? `, ${Math.round((100 * caught) / of)} %` : '');
for (const [layer, score] of scores) console.log(line(layer, score));
const all = [...scores.values()].reduce((sum, score) => ({
  caught: sum.caught + score.caught,
  of: sum.of + score.of,
}));
console.log(line('all', all));
