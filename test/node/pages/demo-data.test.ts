import assert from 'node:assert/strict';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import puppeteer, {type Browser} from 'puppeteer-core';
import {createDemoServer} from '../../../demo/serve.mjs';
import {findEngines} from '../../runner/engines.mjs';
import {validateSchemaOrg} from '../../support/validate-schema-org.js';

const bin = findEngines().chromium?.programs.browser;

describe(
  'the JSON-LD of',
  {skip: bin ? false : 'Chromium is not installed'},
  () => {
    let browser: Browser;
    let server: Server;
    let origin: string;

    before(async () => {
      server = createDemoServer();
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
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

    for (const name of ['blog', 'docs', 'area', 'cases']) {
      it(`the demo page ${name} passes the validator`, async () => {
        const page = await browser.newPage();
        await page.goto(`${origin}/demo/${name}/`, {waitUntil: 'networkidle0'});
        await page.waitForSelector('script[data-term-elements]');
        const texts = await page.$$eval(
          'script[data-term-elements]',
          (scripts) => scripts.map((script) => script.textContent),
        );
        const nodes = texts.map((text) => JSON.parse(text) as object);
        assert.ok(nodes.length > 0);
        assert.deepEqual(await validateSchemaOrg(nodes), []);
        await page.close();
      });
    }
  },
);
