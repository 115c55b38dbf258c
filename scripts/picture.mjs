/**
 * Takes the pictures of the README from the demo: some cards and questions of
 * an area, in light and dark. Needs the build and Chromium.
 *
 *   npm run picture        writes docs/picture-light.png and docs/picture-dark.png
 */
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import puppeteer from 'puppeteer-core';
import {createDemoServer} from '../demo/serve.mjs';
import {findEngines} from '../test/runner/engines.mjs';
import {root} from './run.mjs';

/** Pixels; the height is what the crop needs. */
const width = 1200;

const executablePath = findEngines().chromium.programs.browser;
if (!executablePath) {
  console.error('Chromium is not installed. CHROMIUM_BIN may name it.');
  process.exit(1);
}

const server = createDemoServer().listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const browser = await puppeteer.launch({
  executablePath,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--hide-scrollbars',
  ],
});
try {
  mkdirSync(join(root, 'docs'), {recursive: true});
  for (const scheme of ['light', 'dark']) {
    const page = await browser.newPage();
    await page.setViewport({width, height: 1200});
    await page.emulateMediaFeatures([
      {name: 'prefers-color-scheme', value: scheme},
    ]);
    const {port} = server.address();
    await page.goto(`http://127.0.0.1:${port}/demo/picture/`, {
      waitUntil: 'networkidle0',
    });
    const main = await page.waitForSelector('main');
    await page.evaluate('document.fonts.ready');
    const path = join(root, 'docs', `picture-${scheme}.png`);
    const {height} = await main.boundingBox();
    const clip = {x: 0, y: 0, width, height: Math.floor(height)};
    await page.screenshot({path, clip});
    console.log(path);
  }
} finally {
  await browser.close();
  server.close();
}
