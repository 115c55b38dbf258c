import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {launch, type Browser, type Page} from 'puppeteer-core';
import {findEngines} from '../../runner/engines.mjs';
import {noChromium} from '../pages/page.js';
import {siteOf} from './site.js';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
};

/** Enough that the index is in several files. */
const terms = Array.from({length: 510}, (_, at) => ({
  id: `t${at}`,
  name: `${at % 2 ? 'Delta' : 'Gamma'} ${at}`,
  summary: 'A sentence.',
}));
terms.push({
  id: 'zeta',
  name: 'Zeta',
  summary: 'The last letter but two of some.',
});

describe('the search of a site', {skip: noChromium}, () => {
  let browser: Browser;
  let address: string;
  const asked: string[] = [];
  const server = createServer();

  before(async () => {
    const {files} = await siteOf({format: 1, name: 'G', language: 'en', terms});
    server.on('request', ({url = ''}, response) => {
      const path = new URL(url, 'http://x').pathname.slice('/g/'.length);
      asked.push(path);
      const file = /(^|\/)$/.test(path) ? `${path}index.html` : path;
      response.statusCode = files.has(file) ? 200 : 404;
      response.setHeader(
        'content-type',
        TYPES[file.split('.').pop()!] ?? 'text/plain',
      );
      response.end(files.get(file));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/g/`;
    browser = await launch({
      executablePath: findEngines().chromium!.programs.browser!,
      args: ['--no-sandbox'],
    });
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  const open = async (
    path: string,
    hasScript = true,
  ): Promise<[Page, string[]]> => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => faults.push(message.text()));
    await page.setJavaScriptEnabled(hasScript);
    asked.length = 0;
    await page.goto(address + path, {waitUntil: 'networkidle0'});
    return [page, faults];
  };

  it('goes by keyboard to an entry, and loads nothing before it is asked', async () => {
    const [page, faults] = await open('term/t0/');
    const early = asked.filter((path) => path.endsWith('.json'));
    assert.deepEqual(early, [], 'prerendered content needs no data');
    await page.keyboard.press('/');
    await page.keyboard.type('zet', {delay: 10});
    await page.waitForSelector('[role=option]');
    assert.equal(
      await page.$eval('#q', (field) => field.getAttribute('aria-expanded')),
      'true',
    );
    await page.keyboard.press('ArrowDown');
    const active = await page.$eval('#q', (field) =>
      field.getAttribute('aria-activedescendant'),
    );
    assert.equal(active, 'found-0');
    await page.keyboard.press('Escape');
    assert.equal(
      await page.$eval('#found', (list) => (list as HTMLElement).hidden),
      true,
    );
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    assert.equal(page.url(), `${address}term/zeta/`);
    const parts = asked.filter((path) => /^search\/\d+\.json$/.test(path));
    assert.equal(parts.length, 1, 'only the part with words that begin so');
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('shows on a page of its own what is sent off', async () => {
    const [page, faults] = await open('');
    await page.type('#q', 'delta 17');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await page.waitForSelector('.results a');
    const first = await page.$eval('.results a', (link) => [
      link.textContent,
      link.getAttribute('href'),
    ]);
    assert.deepEqual(first, ['Delta 17', `${address}term/t17/`]);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('leads on by letters without JavaScript', async () => {
    const [page] = await open('search/?q=zeta', false);
    assert.match(
      await page.$eval('main', (main) => main.innerText),
      /needs JavaScript/,
    );
    await Promise.all([
      page.waitForNavigation(),
      page.click('.letters a[href$="/z/"]'),
    ]);
    assert.match(
      await page.$eval('main', (main) => main.innerText),
      /The last letter but two/,
    );
    await page.close();
  });
});
