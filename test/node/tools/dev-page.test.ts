import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {type Browser, launch, type Page} from 'puppeteer-core';
import {findEngines} from '../../runner/engines.mjs';
import {type DevServer, startDev} from '../../../tools/src/dev/start.js';
import {nodeFiles} from '../../../tools/src/files/files.js';
import {noChromium} from '../pages/page.js';

const term = (number: number, name = `Term ${number}`) => ({
  id: `t${number}`,
  name,
  summary: `What number ${number} stands for.`,
  ...(number % 2 && {kind: 'odd'}),
  ...(number % 2 === 0 && {kind: 'even'}),
});

const glossary = (first: string) =>
  JSON.stringify({
    format: 1,
    name: 'Numbers',
    language: 'en',
    terms: Array.from({length: 60}, (_, n) => term(n, n ? undefined : first)),
  });

describe('the preview in a browser', {skip: noChromium}, () => {
  let browser: Browser;
  let server: DevServer;
  let folder: string;
  let page: Page;
  /** What the console was told: a violation of the policy, above all. */
  const complaints: string[] = [];
  const save = (text: string) => writeFile(join(folder, 'glossary.json'), text);
  /** The page after the save of something. */
  const reloaded = async (text: string) => {
    const version = await page.$eval('html', (root) => root.dataset.version);
    await save(text);
    await page.waitForFunction(
      (old) => document.documentElement.dataset.version !== old,
      {},
      version,
    );
    await page.waitForFunction('document.readyState === "complete"');
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dev-'));
    await save(glossary('Naught'));
    server = await startDev(
      {
        sources: [join(folder, 'glossary.json')],
        documents: [],
        config: undefined,
        from: undefined,
        map: new Map(),
        language: undefined,
        host: '127.0.0.1',
        port: 0,
        isPortAsked: true,
        folder,
      },
      {
        files: nodeFiles(),
        stdout: () => undefined,
        stderr: () => undefined,
        colors: false,
        version: '1.2.3',
      },
    );
    browser = await launch({
      executablePath: findEngines().chromium!.programs.browser!,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      defaultViewport: {width: 900, height: 600},
    });
    page = await browser.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, {recursive: true, force: true});
  });

  const shownTerms = () =>
    page.$$eval('#terms > li:not([hidden]) a', (links) =>
      links.map((link) => link.textContent),
    );

  it('filters the terms by words and kind', async () => {
    await page.goto(server.url);
    assert.equal((await shownTerms()).length, 60);
    await page.type('#filter', 'number 5');
    assert.equal((await shownTerms()).length, 15);
    await page.select('#kind', 'odd');
    assert.deepEqual(await shownTerms(), [
      ...['Term 15', 'Term 25', 'Term 35', 'Term 45', 'Term 5', 'Term 51'],
      ...['Term 53', 'Term 55', 'Term 57', 'Term 59'],
    ]);
    assert.equal(
      await page.$eval('#shown', (shown) => shown.textContent),
      '10 of 60',
    );
  });

  it('keeps the filter, the place and the look when it reloads itself', async () => {
    await page.select('#theme', 'dark');
    await page.evaluate(() => scrollTo(0, 120));
    await reloaded(glossary('Zero'));
    assert.equal((await shownTerms()).length, 10);
    assert.equal(await page.evaluate(() => scrollY), 120);
    assert.equal(
      await page.$eval('body', (body) => getComputedStyle(body).colorScheme),
      'dark',
    );
  });

  it('shows a term by the elements, and what a save has changed', async () => {
    await page.goto(`${server.url}term?id=t0`);
    const nameOf = () =>
      page.waitForFunction(
        () =>
          document
            .querySelector('term-card')
            ?.shadowRoot?.querySelector('[part~="name"]')?.textContent,
      );
    const first = await (await nameOf()).jsonValue();
    assert.match(String(first), /Zero/);
    await reloaded(glossary('Nil'));
    assert.match(String(await (await nameOf()).jsonValue()), /Nil/);
    await reloaded('{');
    assert.match(
      await page.$eval('[role="alert"]', (alert) => alert.textContent ?? ''),
      /The last save has 1 error/,
    );
    assert.match(String(await (await nameOf()).jsonValue()), /Nil/);
  });

  it('breaks no policy', () => assert.deepEqual(complaints, []));
});
