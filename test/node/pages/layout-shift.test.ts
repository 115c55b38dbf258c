import assert from 'node:assert/strict';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import puppeteer, {type Browser, type Page} from 'puppeteer-core';
import {createDemoServer} from '../../../demo/serve.mjs';
import {findEngines} from '../../runner/engines.mjs';

const bin = findEngines().chromium?.programs.browser;

/** Chromium's measure; 0.1 is where Google begins to call a page unstable. */
const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as {shift: number}).shift);

const watchShifts = (page: Page) =>
  page.evaluateOnNewDocument(() => {
    const seen = globalThis as unknown as {shift: number};
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        seen.shift += (entry as unknown as {value: number}).value;
      }
    }).observe({type: 'layout-shift', buffered: true});
  });

const LATE_MS = 600;

const INLINE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Inline</title>
<link rel="stylesheet" href="/dist/term-elements.css">
<script type="module" blocking="render" src="/dist/cdn/all-at-once.js"></script>
<p>Before.</p>
<term-glossary>
<script type="application/json">{"format": 1, "name": "Inline", "terms": [
  {"id": "a", "name": "Alpha", "summary": "The first letter.", "definition": {"markdown": "In **Greek**."}, "difficulty": 1},
  {"id": "b", "name": "Beta", "summary": "The second letter.", "related": ["a"]}
], "areas": [{"id": "letters", "name": "Letters", "questions": [{"question": "How many?", "answer": "Two."}], "resources": [{"number": 1, "terms": ["a", "b"]}]}]}</script>
<term-card term="a"></term-card>
<p>Between.</p>
<term-area area="letters"></term-area>
</term-glossary>
<p>After.</p>`;

describe(
  'in Chromium',
  {skip: bin ? false : 'Chromium is not installed'},
  () => {
    let browser: Browser;
    let server: Server;
    let origin: string;

    before(async () => {
      server = createDemoServer();
      await new Promise<void>((listening) =>
        server.listen(0, '127.0.0.1', listening),
      );
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      browser = await puppeteer.launch({
        executablePath: bin!,
        args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      });
    });

    after(async () => {
      await browser?.close();
      server?.closeAllConnections();
      server?.close();
    });

    for (const [width, height] of [
      [1280, 900],
      [390, 800],
    ] as const) {
      for (const name of ['blog', 'docs', 'area', 'figures', 'cases']) {
        it(`${name} at ${width} moves by 0.01 at most when data and code come late`, async () => {
          const page = await browser.newPage();
          await page.setViewport({width, height});
          await watchShifts(page);
          await page.setRequestInterception(true);
          const late = new Set<string>();
          page.on('request', (request) => {
            const {pathname} = new URL(request.url());
            const kind = /\.json$|\/cdn\/all-/.exec(pathname)?.[0];
            if (kind) late.add(kind);
            void request.continue(
              kind ? {url: `${request.url()}?late=${LATE_MS}`} : {},
            );
          });
          await page.goto(`${origin}/demo/${name}/`, {
            waitUntil: 'networkidle0',
          });
          await page.waitForFunction(
            () =>
              !document.querySelector(
                ':is(term-card, term-figure):is(:not(:defined), :state(loading))',
              ),
          );
          const shift = await shiftOf(page);
          assert.ok(shift <= 0.01, `layout shift ${shift}`);
          assert.ok(late.has('/cdn/all-'), 'code of elements is a file');
          if (name === 'blog')
            assert.ok(late.has('.json'), 'its data comes over the network');
          await page.close();
        });
      }
    }

    it('a page with inline data does not move at all', async () => {
      const page = await browser.newPage();
      await page.setViewport({width: 1000, height: 900});
      await watchShifts(page);
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        void (new URL(request.url()).pathname === '/inline'
          ? request.respond({contentType: 'text/html', body: INLINE})
          : request.continue());
      });
      await page.goto(`${origin}/inline`, {waitUntil: 'networkidle0'});
      const shown = await page.$eval(
        'term-card',
        (card) => card.shadowRoot!.textContent,
      );
      assert.match(shown!, /The first letter/);
      assert.equal(await shiftOf(page), 0);
      await page.close();
    });

    for (const [name, ...words] of [
      ['docs', 'How do I keep a loan from being liquidated?', 'Loan-to-value'],
      ['figures', 'is liquidated at 55,102', 'gives 80,000 dollars for them'],
    ] as const) {
      it(`the author’s words are what ${name} shows without JavaScript`, async () => {
        const page = await browser.newPage();
        await page.setJavaScriptEnabled(false);
        await page.goto(`${origin}/demo/${name}/`);
        const snapshot = await page.accessibility.snapshot({
          interestingOnly: false,
        });
        const text = JSON.stringify(snapshot);
        for (const word of words) assert.ok(text.includes(word), word);
        await page.close();
      });
    }
  },
);
