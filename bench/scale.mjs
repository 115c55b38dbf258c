/**
 * What a glossary costs at each size: to build, and for the pages that use it.
 *
 *     npm run bench:scale -- --sizes=1000,10000
 *
 * Exits with 1 where a limit is not kept.
 */
import {execFileSync} from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {
  numbers,
  termsOf,
  Vocabulary,
  writeGlossary,
} from './scale/glossary.mjs';
import {linkedPage, pageWithTerms} from './scale/page.mjs';

const LIMITS = {
  /** Bytes with gzip of a page with five tips, the manifest among them. */
  tips: 20_480,
  /** Bytes of memory that a build has at its peak. */
  memory: 512 * 1024 * 1024,
};

/** Pages of each sort that are tried, each with terms of its own. */
const PAGES = 20;
const ARTICLE = {words: 1000, names: 30, pages: 5};

const {values} = parseArgs({
  options: {sizes: {type: 'string', default: '1000,10000,100000,1000000'}},
});
const sizes = values.sizes.split(',').map(Number);
if (!sizes.every((size) => Number.isSafeInteger(size) && size >= 100)) {
  throw new Error('--sizes: expected numbers from 100, such as 1000,10000');
}

const BUILD = fileURLToPath(new URL('scale/build.mjs', import.meta.url));

const build = (input, output) => {
  const text = execFileSync(
    process.execPath,
    ['--import', 'tsx', BUILD, input, output],
    {encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit']},
  );
  const result = JSON.parse(text);
  if (result.code) throw new Error(result.told);
  const [, changed] = /; ([\d,]+) of [\d,]+ files? written/.exec(result.told);
  return {...result, changed: Number(changed.replaceAll(',', ''))};
};

const sizesOf = (folder) =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size)
    .sort((a, b) => a - b);

const middle = (sorted) => sorted[sorted.length >> 1];
const sum = (list) => list.reduce((total, item) => total + item, 0);
const byNumber = (list) => [...list].sort((a, b) => a - b);

/** Some terms of the glossary, and their names. */
const sampleOf = (count, random, wanted) => {
  const chosen = new Set();
  while (chosen.size < wanted) chosen.add(Math.floor(random() * count));
  const terms = [];
  let index = 0;
  for (const term of termsOf(count)) {
    if (chosen.has(index++)) terms.push(term);
  }
  // The order of the document is no order for pages.
  return terms
    .map((term) => [random(), term])
    .sort(([a], [b]) => a - b)
    .map(([, term]) => term);
};

/**
 * An article: half of its words are in no name, as "the" is; the others are the
 * words of names, as frequent as there; and names are among them.
 */
const articleOf = (count, random, terms) => {
  const vocabulary = new Vocabulary(count, random);
  const gaps = Array.from({length: ARTICLE.words}, () =>
    random() < 0.5
      ? `the${Math.floor(random() ** 3 * 150)}`
      : vocabulary.word(),
  );
  const every = Math.floor(ARTICLE.words / terms.length);
  for (const [index, {name}] of terms.entries()) {
    gaps.splice(
      index * every,
      name.split(' ').length,
      ...name.toLowerCase().split(' '),
    );
  }
  // Sentences of twelve words or so: no name goes over their ends.
  const runs = [];
  let rest = gaps;
  while (rest.length) {
    const end = every * Math.max(1, Math.floor(24 / every));
    runs.push(rest.slice(0, end).map((word) => ({word})));
    rest = rest.slice(end);
  }
  return runs;
};

const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const mega = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

const measure = async (count, folder) => {
  const input = join(folder, 'glossary.json');
  const output = join(folder, 'out');
  const bytes = await writeGlossary(input, count);
  const first = build(input, output);
  const files = sizesOf(output);
  const manifest = readFileSync(join(output, 'manifest.json')).length;

  const random = numbers(count + 1);
  const terms = sampleOf(count, random, 60);
  const pages = async (size) => {
    const all = [];
    for (let index = 0; index < PAGES; index++) {
      const ids = Array.from(
        {length: size},
        (_, place) => terms[(index * 7 + place * 3) % terms.length].id,
      );
      all.push(await pageWithTerms(output, ids));
    }
    return {
      bytes: byNumber(all.map((page) => page.bytes)),
      requests: byNumber(all.map((page) => page.requests)),
    };
  };
  const tips = await pages(5);
  const cards = await pages(20);

  const linked = [];
  for (let index = 0; index < ARTICLE.pages; index++) {
    const named = terms.slice(index * 5, index * 5 + ARTICLE.names);
    const runs = articleOf(count, random, named);
    const {page, vocabulary} = await linkedPage(output, runs);
    const known = new Set(vocabulary.terms.map(({id}) => id));
    const missing = named.filter(({id}) => !known.has(id));
    if (missing.length) throw new Error(`not found: ${missing[0].name}`);
    linked.push(page);
  }

  await writeGlossary(input, count, Math.floor(count / 2));
  const again = build(input, output);
  return {count, bytes, first, again, files, manifest, tips, cards, linked};
};

const report = ({
  count,
  bytes,
  first,
  again,
  files,
  manifest,
  tips,
  cards,
  linked,
}) => {
  const medianOf = (figures) => middle(byNumber(figures));
  const rows = [
    ['document', mega(bytes)],
    [
      'build',
      `${first.seconds.toFixed(1)} s, at most ${mega(first.peak)} of memory`,
    ],
    [
      'files',
      `${files.length.toLocaleString('en')}, ${mega(sum(files))}; median ${kilo(middle(files))}, largest ${kilo(files.at(-1))}; manifest ${kilo(manifest)}`,
    ],
    [
      'one summary changed',
      `${again.seconds.toFixed(1)} s, ${again.changed} files written and the manifest`,
    ],
    ...[
      ['five tips', tips],
      ['twenty cards', cards],
    ].map(([name, {bytes: all, requests}]) => [
      name,
      `${kilo(middle(all))} (at most ${kilo(all.at(-1))}), ${middle(requests)} requests`,
    ]),
    [
      'linked article',
      `${kilo(medianOf(linked.map((page) => page.bytes)))}, ${medianOf(linked.map((page) => page.requests))} requests; ${kilo(medianOf(linked.map((page) => page.byKind.bin)))} of it sets of words`,
    ],
  ];
  console.log(`${count.toLocaleString('en')} terms`);
  for (const [name, text] of rows) console.log(`  ${name.padEnd(20)} ${text}`);
};

const overLimits = ({count, first, again, tips}) => {
  const size = `${count.toLocaleString('en')} terms`;
  const most = tips.bytes.at(-1);
  const peak = Math.max(first.peak, again.peak);
  return [
    most > LIMITS.tips &&
      `${size}: five tips take ${most} bytes, ${LIMITS.tips} are allowed`,
    peak > LIMITS.memory &&
      `${size}: a build takes ${mega(peak)} of memory, ${mega(LIMITS.memory)} are allowed`,
  ].filter(Boolean);
};

console.log(
  `Bytes as they are transferred, with gzip, of ${PAGES} pages with terms at random; medians.
An article has ${ARTICLE.words.toLocaleString('en')} words, ${ARTICLE.names} names among them; half of the others are words that names have.\n`,
);
const over = [];
for (const count of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'scale-'));
  try {
    const result = await measure(count, folder);
    report(result);
    over.push(...overLimits(result));
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
for (const text of over) console.error(`over the limit: ${text}`);
process.exitCode = over.length ? 1 : 0;
