/**
 * What the elements cost, beside what one could write in their place.
 * README.md says how it is measured.
 *
 *   npm run bench                     all of it; exit code 1 over a limit
 *   npm run bench -- --only=tips      one benchmark; may be given several times
 *   npm run bench -- --samples=31     more samples of each variant
 *   npm run bench -- --pages=fresh    cards: a new page for each sample
 *   npm run bench -- --json           figures for programs
 */
import {availableParallelism} from 'node:os';
import {parseArgs} from 'node:util';
import {start} from './browser.mjs';
import {judge, print} from './report.mjs';

const BENCHMARKS = [
  'cards',
  'tips',
  'hover',
  'matching',
  'linking',
  'exchange',
  'large-document',
  'prerender',
  'import',
];

const {values} = parseArgs({
  options: {
    only: {type: 'string', multiple: true, default: BENCHMARKS},
    samples: {type: 'string'},
    cards: {type: 'string', default: '1000'},
    pages: {type: 'string', default: 'warm'},
    json: {type: 'boolean', default: false},
  },
});

const fail = (message) => {
  console.error(`bench: ${message}`);
  process.exit(2);
};

const unknown = values.only.find((name) => !BENCHMARKS.includes(name));
if (unknown !== undefined)
  fail(`there is no "${unknown}"; there are ${BENCHMARKS.join(', ')}.`);

const browser = await start().catch(({message}) => fail(message));
const machine = {version: browser.version, cores: availableParallelism()};
if (!values.json) console.log(`${machine.version}, ${machine.cores} cores\n`);

const results = {};
try {
  for (const name of BENCHMARKS) {
    if (!values.only.includes(name)) continue;
    const {run} = await import(`./${name}.mjs`);
    const result = await run({
      open: browser.open,
      newPage: browser.newPage,
      samples: values.samples ? Number(values.samples) : undefined,
      cards: Number(values.cards),
      pages: values.pages,
    });
    results[name] = result;
    if (!values.json) print(result);
  }
} finally {
  await browser.close();
}

const checks = Object.values(results).flatMap(({checks}) => checks);
if (values.json) {
  const figures = Object.fromEntries(
    Object.entries(results).map(([name, {figures}]) => [name, figures]),
  );
  console.log(JSON.stringify({...machine, figures, checks}, null, 2));
}
if (!judge(checks)) process.exitCode = 1;
