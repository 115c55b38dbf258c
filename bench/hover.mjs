/** How long it takes from a pointer that comes to a word to its card on screen, when nothing is waited for. */
import {comparison, inRounds, summaries} from './report.mjs';

const COUNTS = [100, 10_000];

/** Words that are pointed at, one after the other. */
const TARGETS = 10;

/** A place without words. */
const AWAY = {x: 1270, y: 890};

const titles = {'term-tip': '<term-tip>', 'floor-tip': 'hand-written element'};

/** More than a frame is seen as late by nobody, but a frame more is what waiting in vain costs. */
const MOST_FRAMES = 1;

const prepared = async (open, name, count) => {
  const page = await open('hover');
  await page.setCacheEnabled(false);
  await page.mouse.move(AWAY.x, AWAY.y);
  const targets = await page.evaluate(
    (...args) => globalThis.bench.prepare(...args),
    name,
    count,
    TARGETS,
  );
  return {page, targets};
};

/** Points at a word with a real pointer, and away from it. */
const point = async (page, name, {x, y}) => {
  await page.evaluate((name) => globalThis.bench.watch(name), name);
  await page.mouse.move(x, y);
  const sample = await page.evaluate(() => globalThis.bench.opened());
  await page.mouse.move(AWAY.x, AWAY.y);
  await page.evaluate(() => globalThis.bench.closed());
  return sample;
};

const warm = async (open, count, samples) => {
  const pages = {};
  for (const name of Object.keys(titles))
    pages[name] = await prepared(open, name, count);
  const taken = await inRounds(
    {variants: Object.keys(titles), samples, warmUp: 3},
    async (name, round) => {
      const {page, targets} = pages[name];
      await page.bringToFront();
      return point(page, name, targets.at(round % TARGETS));
    },
  );
  for (const {page} of Object.values(pages)) await page.close();
  return taken;
};

/** The first touch of a page, which has to load the part that shows cards. */
const cold = (open, samples) =>
  inRounds(
    {variants: Object.keys(titles), samples, warmUp: 0},
    async (name) => {
      const {page, targets} = await prepared(open, name, 100);
      const sample = await point(page, name, targets[0]);
      await page.close();
      return sample;
    },
  );

const shape = {
  titles,
  ours: 'term-tip',
  figures: {ms: 'milliseconds', frames: 'frames'},
};

const table = (title, taken) => {
  const {head, rows} = comparison(shape, taken);
  return {head: [title, ...head.slice(1)], rows};
};

export const run = async ({open, samples = 31}) => {
  const figures = {};
  const tables = [];
  const checks = [];
  for (const count of COUNTS) {
    const taken = await warm(open, count, samples);
    figures[`of ${count}`] = summaries(taken);
    tables.push(table(`one of ${count} tips`, taken));
    checks.push({
      what: `frames until a card is painted, of ${count} tips, at worst`,
      found: Math.max(...taken['term-tip'].frames),
      limit: MOST_FRAMES,
      digits: 0,
    });
  }
  const first = await cold(open, Math.min(5, samples));
  figures.first = summaries(first);
  tables.push(table('the first touch, with loading', first));
  return {
    about: `from the pointer to the painted card, with no delay, ${samples} samples (the first touch: at most 5)`,
    figures,
    tables,
    checks,
  };
};
