/** How often the trading page of the demo is redrawn, at rest and with a card open on a live number. */
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {createDemoServer} from '../demo/serve.mjs';
import {comparison, summaries} from './report.mjs';

const built = fileURLToPath(new URL('../demo/exchange/build', import.meta.url));

const titles = {rest: 'no card open', card: 'a card open'};

/** Twenty redraws a second. */
const MOST_MS = 50;
const SPAN = 2000;

const redraws = (page) =>
  page.evaluate(async (span) => {
    const before = globalThis.exchange.redraws;
    const start = performance.now();
    await new Promise((done) => setTimeout(done, span));
    const count = globalThis.exchange.redraws - before;
    return (performance.now() - start) / count;
  }, SPAN);

export const run = async ({newPage, samples = 5}) => {
  if (!existsSync(built))
    throw new Error('The trading page is not built: npm run build.');
  const server = createDemoServer();
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    const page = await newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/demo/exchange/`);
    await page.waitForFunction('globalThis.exchange?.redraws > 20');
    const taken = {rest: {ms: []}, card: {ms: []}};
    for (let round = 0; round < samples; round++) {
      await page.mouse.move(5, 5);
      await page.waitForFunction(
        () => !globalThis.document.querySelector('term-tip-card:popover-open'),
      );
      taken.rest.ms.push(await redraws(page));
      await page.hover('term-tip[term="funding-rate"]');
      await page.waitForSelector('term-tip-card:popover-open');
      taken.card.ms.push(await redraws(page));
    }
    await page.close();
    const shape = {
      titles,
      ours: 'card',
      figures: {ms: 'milliseconds from redraw to redraw'},
    };
    const figures = summaries(taken);
    return {
      about: `the trading page of the demo, ${samples} times ${SPAN / 1000} s`,
      figures,
      tables: [comparison(shape, taken)],
      checks: [
        {
          what: 'milliseconds between redraws, with a card open',
          found: figures.card.ms.median,
          limit: MOST_MS,
          digits: 0,
        },
      ],
    };
  } finally {
    server.close();
  }
};
