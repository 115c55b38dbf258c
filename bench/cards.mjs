/** What a thousand cards cost, beside the same content as plain HTML and as a plain Lit card. */
import {comparison, inRounds, summaries} from './report.mjs';
import {ratioOf} from './statistics.mjs';

const titles = {
  elements: '<term-card> with JSON-LD',
  html: 'plain HTML by innerHTML',
  lit: 'plain Lit card',
  'html-skipped': 'plain HTML, content-visibility',
  'elements-inside': 'ours inside a <term-glossary>',
};

/** The most that our cards may take of the time of another variant. */
const LIMITS = {html: 0.6, lit: 1.2};

export const run = async ({open, samples = 21, cards, pages}) => {
  const markupOf = async (from) => {
    const page = await open('cards');
    const markup = await page.evaluate(
      (count, from) => globalThis.bench.markup(count, from),
      cards,
      from,
    );
    await page.close();
    return markup;
  };
  const markup = await markupOf('elements');
  if (markup !== (await markupOf('lit')))
    throw new Error('The variants do not show the same.');

  const prepared = async () => {
    const page = await open('cards');
    await page.evaluate(
      (count, text) => globalThis.bench.prepare(count, text),
      cards,
      markup,
    );
    return page;
  };
  const shared = pages === 'warm' ? await prepared() : undefined;
  const variants = Object.keys(titles);
  const taken = await inRounds({variants, samples, warmUp: 3}, async (name) => {
    const page = shared ?? (await prepared());
    const sample = await page.evaluate(
      (variant) => globalThis.bench.measure(variant),
      name,
    );
    if (!shared) await page.close();
    return sample;
  });
  await shared?.close();

  const figures = {layout: 'script and layout', painted: 'until painted'};
  return {
    about: `${cards} cards, ${samples} samples of each, ${pages} pages; milliseconds: median (middle half), and our share of it`,
    figures: summaries(taken),
    tables: [comparison({titles, ours: 'elements', figures}, taken)],
    checks: Object.entries(LIMITS).map(([name, limit]) => ({
      what: `script and layout of cards, of ${titles[name]}`,
      found: ratioOf(taken.elements.layout, taken[name].layout),
      limit,
    })),
  };
};
