/**
 * What the elements cost, beside what one could write in their place.
 * README.md says how it is measured.
 *
 *   npm run bench                     all of it; exit code 1 over a limit
 *   npm run bench -- --only=tips      one benchmark; may be given several times
 *   npm run bench -- --samples=31     more samples of each variant
 *   npm run bench -- --pages=fresh    cards: a new page for each sample
 *   npm run bench -- --only=link-quality --docs=DIR --glossary=FILE
 *   npm run bench -- --json           figures for programs
 */
import {availableParallelism} from 'node:os';
import {BENCHMARKS, needBrowser} from './benchmarks.mjs';
import {options} from './options.mjs';
import {judge, print} from './report.mjs';

const fail = (message) => {
  console.error(`bench: ${message}`);
  process.exit(2);
};

const {only, samples, cards, pages, docs, glossary, json} = options;
const browser = needBrowser(only)
  ? await import('./browser.mjs')
      .then(({start}) => start())
      .catch(({message}) => fail(message))
  : undefined;
const machine = {
  version: browser?.version ?? `Node ${process.version}`,
  cores: availableParallelism(),
};
if (!json) console.log(`${machine.version}, ${machine.cores} cores\n`);

const results = {};
try {
  for (const name of BENCHMARKS.keys()) {
    if (!only.includes(name)) continue;
    const {run} = await import(`./${name}.mjs`);
    const result = await run({
      open: browser?.open,
      newPage: browser?.newPage,
      samples: samples ? Number(samples) : undefined,
      cards: Number(cards),
      pages,
      docs,
      glossary,
    });
    results[name] = result;
    if (!json) print(result);
  }
} finally {
  await browser?.close();
}

const checks = Object.values(results).flatMap(({checks}) => checks);
if (json) {
  const figures = Object.fromEntries(
    Object.entries(results).map(([name, {figures}]) => [name, figures]),
  );
  console.log(JSON.stringify({...machine, figures, checks}, null, 2));
}
if (!judge(checks)) process.exitCode = 1;
