/**
 * A page of a thousand cards: what is skipped while it is off screen is there
 * all the same, for fragments, for searching and for assistive technology.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {noChromium, servePage, type ServedPage} from './page.js';

const script = `
  const provider = document.querySelector('term-glossary');
  provider.glossary = {
    format: 1,
    name: 'Thousand',
    url: 'https://glossary.example/',
    terms: Array.from({length: 1000}, (_, index) => ({
      id: 't' + index,
      name: 'Term ' + index,
      // Sentences of different lengths, so that cards have different heights.
      summary: 'Unmistakable' + index + '. ' + 'So it goes on. '.repeat(index % 17),
      published: '2026-03-12',
      related: ['t' + ((index + 1) % 1000), 't' + ((index + 7) % 1000)],
    })),
  };
  const cards = Array.from({length: 1000}, (_, index) => {
    const card = document.createElement('term-card');
    card.term = card.id = 't' + index;
    return card;
  });
  provider.append(...cards);
  await cards.at(-1).updateComplete;
  const frame = () => new Promise(requestAnimationFrame);
  globalThis.scrollThrough = async () => {
    const moved = [];
    new PerformanceObserver((list) => {
      for (const {value} of list.getEntries()) moved.push(value);
    }).observe({type: 'layout-shift'});
    const steps = [...Array(120).fill(0.8), ...Array(60).fill(-1.6)];
    for (const step of steps) {
      scrollBy(0, step * innerHeight);
      await frame();
      await frame();
    }
    return {moved, scrolled: document.body.scrollHeight};
  };
  // The cards came after the address was followed.
  const {hash} = location;
  if (hash) { location.hash = ''; location.hash = hash; }
  globalThis.ready = true;
`;

const inView = (page: Page, id: string) =>
  page.waitForFunction(
    (name: string) => {
      const {top, bottom} = document
        .getElementById(name)!
        .getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    },
    {timeout: 10_000},
    id,
  );

describe('a page of a thousand cards', {skip: noChromium}, () => {
  let served: ServedPage;

  before(async () => {
    served = await servePage(
      '<term-glossary></term-glossary>',
      script,
      // As for assistive technology: what DevTools alone turns on, and CDP
      // with it, leaves out all that has not been laid out.
      ['--force-renderer-accessibility'],
    );
  });

  after(() => served.close());

  it('shifts nothing that is on screen while it is scrolled', async () => {
    const page = await served.open();
    const {moved, scrolled} = await page.evaluate(() =>
      (
        globalThis as unknown as {
          scrollThrough(): Promise<{moved: number[]; scrolled: number}>;
        }
      ).scrollThrough(),
    );
    assert.ok(scrolled > 50_000);
    assert.deepEqual(moved, []);
  });

  it('is reached by a fragment, at its 900th card', async () => {
    const page = await served.open('#t900');
    await inView(page, 't900');
  });

  it('is found in by a text fragment', async () => {
    const page = await served.open();
    await page.evaluate(() => {
      location.hash = '#:~:text=Unmistakable850.';
    });
    await inView(page, 't850');
  });

  it('is all in the accessibility tree', async () => {
    const page = await served.open();
    const connection = await page.createCDPSession();
    const {nodes} = await connection.send('Accessibility.getFullAXTree');
    const names = new Set(
      nodes
        .filter(({role, ignored}) => !ignored && role?.value === 'heading')
        .map(({name}) => String(name?.value)),
    );
    assert.equal(names.size, 1000);
    assert.ok(names.has('Term 999'));
  });
});
