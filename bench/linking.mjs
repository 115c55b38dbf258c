/** What it costs to show nine thousand mentions in a long page, and how long the page has to wait meanwhile. */
import {comparison, inRounds, middle, summaries} from './report.mjs';
import {openSession, tasksOf, worked} from './session.mjs';
import {median} from './statistics.mjs';

const painting = {
  highlight: '<term-linker mode="highlight">',
  ranges: 'one highlight of known places',
};
const wrapping = {
  wrap: '<term-linker>',
  links: 'plain links at known places',
  mark: 'mark.js, one expression',
};

/** Each of its samples takes seconds. */
const SLOW = new Set(['mark']);

/** Milliseconds; what takes longer is felt. */
const LONGEST_TASK = 50;

/** Samples of the longest task. */
const TRACES = 5;

export const run = async ({open, samples = 9}) => {
  const page = await open('linking');
  const session = await openSession(page);
  const clear = () => page.evaluate(() => globalThis.bench.clear());
  const show = (variant) =>
    page.evaluate((variant) => globalThis.bench.show(variant), variant);
  const take = async (variant) => {
    await clear();
    const before = await worked(session);
    const {wall, count} = await show(variant);
    return {work: (await worked(session)) - before, wall, count};
  };

  const {mentions, units} = await page.evaluate(() => {
    const {mentions, units} = globalThis.bench;
    return {mentions, units};
  });
  const names = [...Object.keys(painting), ...Object.keys(wrapping)];
  const taken = {
    ...(await inRounds(
      {variants: names.filter((name) => !SLOW.has(name)), samples, warmUp: 1},
      take,
    )),
    ...(await inRounds(
      {variants: [...SLOW], samples: Math.min(2, samples), warmUp: 0},
      take,
    )),
  };

  // Of each trace the longest task. On a busy machine now and then one waits for
  // a processor: by the clock the median is judged, without such waits the worst.
  const longest = await inRounds(
    {variants: ['highlight', 'wrap'], samples: TRACES, warmUp: 0},
    async (variant) => {
      await clear();
      const tasks = await tasksOf(page, 'linking', () => show(variant));
      return {
        wall: Math.max(...tasks.map(({wall}) => wall)),
        cpu: Math.max(...tasks.map(({cpu}) => cpu)),
      };
    },
  );
  await page.close();

  const figures = {work: 'all work', wall: 'until painted'};
  return {
    about: `${mentions} mentions in ${units} units of text, ${samples} samples (mark: at most 2); milliseconds: median (middle half), and our share of it`,
    figures: {
      ...summaries(taken),
      longestTask: summaries(longest),
    },
    tables: [
      comparison({titles: painting, ours: 'highlight', figures}, taken),
      comparison({titles: wrapping, ours: 'wrap', figures}, taken),
      {
        head: ['mentions shown', ''],
        rows: Object.entries({...painting, ...wrapping}).map(
          ([name, title]) => [title, taken[name].count[0]],
        ),
      },
      {
        head: ['longest task', 'milliseconds', 'at worst', 'of processor'],
        rows: Object.entries(longest).map(([name, {wall, cpu}]) => [
          painting[name] ?? wrapping[name],
          middle(wall),
          Math.max(...wall).toFixed(1),
          middle(cpu),
        ]),
      },
    ],
    checks: Object.entries(longest).flatMap(([name, {wall, cpu}]) => [
      {
        what: `milliseconds of the longest task while linking, ${name}, median`,
        found: median(wall),
        limit: LONGEST_TASK,
        digits: 1,
      },
      {
        what: `those of processor, ${name}, at worst`,
        found: Math.max(...cpu),
        limit: LONGEST_TASK,
        digits: 1,
      },
    ]),
  };
};
