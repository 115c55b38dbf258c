/** What it costs to show nine thousand mentions in a long page, and how long the page has to wait meanwhile. */
import {comparison, inRounds, middle, summaries, summary} from './report.mjs';
import {openSession, tasksOf, worked} from './session.mjs';

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

/** Samples of the longest task, of which the worst counts. */
const TRACES = 3;

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

  const longest = {};
  for (const variant of ['highlight', 'wrap']) {
    longest[variant] = [];
    for (let trace = 0; trace < TRACES; trace++) {
      await clear();
      const tasks = await tasksOf(page, 'linking', () => show(variant));
      longest[variant].push(Math.max(...tasks));
    }
  }
  await page.close();

  const figures = {work: 'all work', wall: 'until painted'};
  return {
    about: `${mentions} mentions in ${units} units of text, ${samples} samples (mark: at most 2); milliseconds: median (middle half), and our share of it`,
    figures: {
      ...summaries(taken),
      longestTask: Object.fromEntries(
        Object.entries(longest).map(([name, list]) => [name, summary(list)]),
      ),
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
        head: ['longest task', 'milliseconds', 'at worst'],
        rows: Object.entries(longest).map(([name, list]) => [
          painting[name] ?? wrapping[name],
          middle(list),
          Math.max(...list).toFixed(1),
        ]),
      },
    ],
    checks: Object.entries(longest).map(([name, list]) => ({
      what: `milliseconds of the longest task while linking, ${name}, at worst`,
      found: Math.max(...list),
      limit: LONGEST_TASK,
      digits: 1,
    })),
  };
};
