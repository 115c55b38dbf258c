import {deepEqual, ok} from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {type Browser, launch} from 'puppeteer-core';
import {findEngines} from '../../runner/engines.mjs';
import {noChromium} from '../pages/page.js';

const cdn = fileURLToPath(new URL('../../../dist/cdn', import.meta.url));

/** Each element that loads something later, by what its author wrote inside. */
const ELEMENTS = {
  'term-card': '<term-card term="funding-rate">The words inside</term-card>',
  'term-area': '<term-area area="governance">The words inside</term-area>',
  'faq-block':
    '<faq-block><details open><summary>Why?</summary><p>The words inside</p></details></faq-block>',
  'breadcrumb-jsonld':
    '<breadcrumb-jsonld><a href="/">The words inside</a> <span>Here</span></breadcrumb-jsonld>',
  'term-linker':
    '<term-linker structured-data="mentions"><p>The words inside, a funding rate</p></term-linker>',
  'term-tip':
    '<p><term-tip term="funding-rate">The words inside</term-tip></p>',
  'term-index': '<term-index>The words inside</term-index>',
  'term-figure': '<term-figure term="put">The words inside</term-figure>',
} as const;

/**
 * A release has replaced the files under the names that an older page asks for:
 * the entry is there, from a cache, and what it loads later is gone.
 */
describe('files that are gone', {skip: noChromium}, () => {
  let browser: Browser;
  let areGone = true;
  const server = createServer(({url = '/'}, response) => {
    const {pathname, searchParams} = new URL(url, 'http://host.invalid');
    if (pathname === '/') {
      const body = ELEMENTS[searchParams.get('of') as 'term-card'];
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,"><script>
          globalThis.failures = [];
          globalThis.errors = [];
          addEventListener('unhandledrejection', ({reason}) => failures.push(String(reason)));
          addEventListener('error', ({message}) => failures.push(message));
          addEventListener('term-error', ({code, target}) => errors.push(target.localName + ' ' + code));
        </script><script type="module" src="/all.js"></script><body>${body}`,
      );
      return;
    }
    const path = `${cdn}${pathname}`;
    if ((areGone && pathname !== '/all.js') || !existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', 'text/javascript; charset=utf-8');
    response.end(readFileSync(path));
  });

  before(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    browser = await launch({
      executablePath: findEngines().chromium!.programs.browser!,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
  });

  after(async () => {
    await browser.close();
    server.close();
  });

  for (const name of Object.keys(ELEMENTS)) {
    it(`leave the author's words in <${name}>, and are reported`, async () => {
      const page = await browser.newPage();
      const {port} = server.address() as AddressInfo;
      areGone = true;
      await page.goto(`http://127.0.0.1:${port}/?of=${name}`);
      if (name === 'term-tip') await page.hover('term-tip');
      await page.waitForFunction('errors.length > 0');
      const {errors, failures, text} = (await page.evaluate(
        '({errors, failures, text: document.body.innerText})',
      )) as {errors: string[]; failures: string[]; text: string};
      deepEqual([...new Set(errors)], [`${name} part`]);
      deepEqual(failures, []);
      ok(text.includes('The words inside'), text);
      await page.close();
    });
  }
});
