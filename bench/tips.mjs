/** What ten thousand tips cost when nobody touches them. */
import {comparison, inRounds, summaries} from './report.mjs';
import {heapOf, openSession, worked} from './session.mjs';
import {ratioOf} from './statistics.mjs';

const COUNT = 10_000;

const titles = {
  tips: '<term-tip>',
  floor: 'hand-written element',
  links: 'plain links',
  'tippy-delegated': 'tippy.js, delegated',
  tippy: 'tippy.js',
  shoelace: 'Shoelace <sl-tooltip>',
};

/** Those that take seconds are made in fewer rounds. */
const SLOW = new Set(['tippy', 'shoelace']);

const LIMITS = {
  /** Of the time of the floor. */
  time: 1.3,
  /** Bytes for each tip. */
  heap: 3.5 * 1024,
};

const clear = (page) => page.evaluate(() => globalThis.bench.clear());
const attach = (page, variant, count) =>
  page.evaluate((...args) => globalThis.bench.attach(...args), variant, count);
const settle = (page, variant, count) =>
  page.evaluate((...args) => globalThis.bench.settle(...args), variant, count);

const timesOf = async (open, samples) => {
  const page = await open('tips');
  const session = await openSession(page);
  const take = async (variant) => {
    await clear(page);
    const before = await worked(session);
    const layout = await attach(page, variant, COUNT);
    await settle(page, variant, COUNT);
    return {layout, work: (await worked(session)) - before};
  };
  const names = Object.keys(titles);
  const fast = await inRounds(
    {variants: names.filter((name) => !SLOW.has(name)), samples, warmUp: 2},
    take,
  );
  const slow = await inRounds(
    {variants: [...SLOW], samples: Math.min(3, samples), warmUp: 0},
    take,
  );
  await page.close();
  return {...fast, ...slow};
};

/** Each in a page of its own; before it is measured a few are made and taken away, which loads what is shared. */
const heapPerTip = async (open, variant) => {
  const page = await open('tips');
  const session = await openSession(page);
  await clear(page);
  await attach(page, variant, 100);
  await settle(page, variant, 100);
  await clear(page);
  const before = await heapOf(session);
  await attach(page, variant, COUNT);
  await settle(page, variant, COUNT);
  const after = await heapOf(session);
  await page.close();
  return {
    script: (after.script - before.script) / COUNT,
    all: (after.all - before.all) / COUNT,
  };
};

export const run = async ({open, samples = 15}) => {
  const taken = await timesOf(open, samples);
  const heap = {};
  for (const name of Object.keys(titles))
    heap[name] = await heapPerTip(open, name);
  const times = {layout: 'script and layout', work: 'all work'};
  return {
    about: `${COUNT} tips made, ${samples} samples (${[...SLOW].join(', ')}: at most 3); milliseconds: median (middle half), and our share of it`,
    figures: {times: summaries(taken), heap},
    tables: [
      comparison({titles, ours: 'tips', figures: times}, taken),
      {
        head: ['bytes of heap for each', 'script', 'with DOM'],
        rows: Object.entries(titles).map(([name, title]) => [
          title,
          heap[name].script.toFixed(0),
          heap[name].all.toFixed(0),
        ]),
      },
    ],
    checks: [
      {
        what: 'script and layout of tips, of a hand-written element',
        found: ratioOf(taken.tips.layout, taken.floor.layout),
        limit: LIMITS.time,
      },
      {
        what: 'bytes of heap for each tip, with DOM',
        found: heap.tips.all,
        limit: LIMITS.heap,
        digits: 0,
      },
    ],
  };
};
