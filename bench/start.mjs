/** What it takes to start the command line, beside a Node that has nothing to do. */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {inRounds, middle, summaries} from './report.mjs';
import {median} from './statistics.mjs';

const BIN = fileURLToPath(new URL('../tools/dist/bin.js', import.meta.url));
const LIMIT = 2.5;

const glossary = {
  format: 1,
  name: 'Benchmark',
  language: 'en',
  terms: [
    {id: 'margin', name: 'Margin', summary: 'What a position is backed by.'},
    {id: 'mark', name: 'Mark', summary: 'A price that is no trade.'},
    {id: 'tick', name: 'Tick', summary: 'The smallest step of a price.'},
  ],
};

const TITLES = {
  node: 'node -e 0',
  version: 'term-elements --version',
  help: 'term-elements --help',
  validate: 'term-elements validate, three terms',
};

/**
 * Milliseconds of processor time, as the shell counts them: a module that is
 * preloaded to do it would load what a bare Node does not.
 */
const processorTime = (args) => {
  const {status, stderr} = spawnSync(
    'bash',
    [
      '-c',
      `TIMEFORMAT='%3U %3S'; time "$0" "$@" > /dev/null`,
      process.execPath,
      ...args,
    ],
    {encoding: 'utf8', env: {...process.env, LC_ALL: 'C'}},
  );
  const [, user, system] = /([\d.]+) ([\d.]+)\s*$/.exec(stderr) ?? [];
  if (status !== 0 || user === undefined)
    throw new Error(`start: ${args.join(' ')} ended with ${status}: ${stderr}`);
  return (Number(user) + Number(system)) * 1000;
};

export const run = async ({samples = 31}) => {
  if (!existsSync(BIN))
    throw new Error('start: the package is not built; run "npm run build".');
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  const file = join(folder, 'glossary.json');
  writeFileSync(file, JSON.stringify(glossary));
  const commands = {
    node: ['-e', '0'],
    version: [BIN, '--version'],
    help: [BIN, '--help'],
    validate: [BIN, 'validate', file],
  };
  try {
    const taken = await inRounds(
      {variants: Object.keys(TITLES), samples, warmUp: 1},
      (name) => ({cpu: processorTime(commands[name])}),
    );
    const ratio = (name) => median(taken[name].cpu) / median(taken.node.cpu);
    return {
      about: `processor time, user and system: median (middle half) of ${samples} samples`,
      figures: {variants: summaries(taken)},
      tables: [
        {
          head: ['', 'milliseconds', 'of node -e 0'],
          rows: Object.entries(TITLES).map(([name, title]) => [
            title,
            middle(taken[name].cpu),
            ratio(name).toFixed(2),
          ]),
        },
      ],
      checks: ['version', 'help', 'validate'].map((name) => ({
        what: `start: ${TITLES[name]}, of node -e 0`,
        found: ratio(name),
        limit: LIMIT,
      })),
    };
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
};
