/**
 * How long a reader waits for the first thing on a slow connection, beside what
 * one would write by hand: one script and one JSON file.
 */
import {comparison, inRounds, summaries} from './report.mjs';
import {ratioOf} from './statistics.mjs';
import {pageOf, serveUses, USES} from '../test/runner/uses.mjs';

/** HTTP/1.1 with the round trip and the rate of a slow mobile connection. */
const CONNECTION = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 0.75e6 / 8,
};

/** The most that our use may take of the time of the floor. */
const LIMIT = 1.25;

const ENTRY = {
  name: 'Funding rate',
  summary: 'What the holders of a perpetual pay each other.',
};

const SHOW = `
  const show = ({name, summary}) => {
    const root = document.createElement('floor-card');
    root.attachShadow({mode: 'open'}).innerHTML = '<h3></h3><p></p>';
    root.shadowRoot.querySelector('h3').textContent = name;
    root.shadowRoot.querySelector('p').textContent = summary;
    document.body.append(root);
  };`;

const FILES = {
  '/floor.json': JSON.stringify(ENTRY),
  // The data is asked for by the page, so that it waits for no script.
  '/floor-card.js': `${SHOW}
    fetch('/floor.json').then((answer) => answer.json()).then(show);`,
  '/floor-tip.js': `${SHOW}
    document.querySelector('abbr').addEventListener('pointerover', () => {
      const rest = new Promise((done) => setTimeout(done, 300));
      const data = fetch('/floor.json').then((answer) => answer.json());
      Promise.all([data, rest]).then(([entry]) => show(entry));
    });`,
};

const FLOOR_SHOWN = `document.querySelector('floor-card')?.shadowRoot?.textContent.includes('perpetual')`;

const CARD_FLOOR = {
  entry: 'floor-card.js',
  body: '<p>Funding rate</p>',
  shown: FLOOR_SHOWN,
};

const tip = USES['an untouched tip'];

/** What is timed: ours, and its floor. Hovered uses are timed from the pointer on. */
const TIMED = {
  'a bundled card': [USES['a bundled card'], CARD_FLOOR],
  'a card by src': [USES['a card by src'], CARD_FLOOR],
  'the first hover of a tip': [
    tip,
    {
      entry: 'floor-tip.js',
      body: '<p><abbr>funding rate</abbr></p>',
      shown: 'document.readyState === "complete"',
      hover: 'abbr',
      opened: FLOOR_SHOWN,
    },
  ],
};

/** Notes in the page when something is on screen. */
const watch = (expression, mark) => {
  const isThere = new Function(`return ${expression}`);
  const look = () => {
    if (isThere()) globalThis[mark] = performance.now();
    else globalThis.requestAnimationFrame(look);
  };
  globalThis.requestAnimationFrame(look);
};

const time = async (newPage, address, path, use) => {
  const page = await newPage();
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', {cacheDisabled: true});
  await session.send('Network.emulateNetworkConditions', CONNECTION);
  await page.evaluateOnNewDocument(watch, use.shown, 'shownAt');
  await page.goto(address + path);
  await page.bringToFront();
  await page.waitForFunction('globalThis.shownAt', {timeout: 60_000});
  let took = await page.evaluate('shownAt');
  if (use.hover) {
    await page.evaluate(
      (selector) =>
        globalThis.document.querySelector(selector).addEventListener(
          'pointerover',
          () => {
            globalThis.pointedAt = performance.now();
          },
          {once: true, capture: true},
        ),
      use.hover,
    );
    await page.evaluate(watch, use.opened, 'openedAt');
    await page.hover(use.hover);
    await page.waitForFunction('globalThis.openedAt', {timeout: 60_000});
    took = await page.evaluate('openedAt - pointedAt');
  }
  await page.close();
  return {ms: took};
};

export const run = async ({newPage, samples = 7}) => {
  const pages = {};
  for (const [index, pair] of Object.values(TIMED).entries())
    for (const [side, {entry, body}] of pair.entries())
      pages[`/${index}-${side}`] = pageOf(entry, body);
  const server = await serveUses(pages, FILES);
  const figures = {};
  const tables = [];
  const checks = [];
  try {
    for (const [index, [title, pair]] of Object.entries(TIMED).entries()) {
      const taken = await inRounds(
        {variants: ['ours', 'floor'], samples, warmUp: 1},
        async (variant) => {
          const side = variant === 'ours' ? 0 : 1;
          return time(newPage, server.address, `/${index}-${side}`, pair[side]);
        },
      );
      figures[title] = summaries(taken);
      const {head, rows} = comparison(
        {
          titles: {ours: 'Term Elements', floor: 'by hand'},
          ours: 'ours',
          figures: {ms: 'milliseconds'},
        },
        taken,
      );
      tables.push({head: [title, ...head.slice(1)], rows});
      checks.push({
        what: `${title}, until it is shown, of what is written by hand`,
        found: ratioOf(taken.ours.ms, taken.floor.ms),
        limit: LIMIT,
      });
    }
  } finally {
    server.close();
  }
  return {
    about: `HTTP/1.1 with brotli, ${CONNECTION.latency} ms and 1.6 Mbit/s, no cache, ${samples} samples of each`,
    figures,
    tables,
    checks,
  };
};
