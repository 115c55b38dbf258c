/** One Chromium for all benchmarks, and a server for the pages that it shows. */
import {createServer} from 'node:http';
import {launch} from 'puppeteer-core';
import {findEngines} from '../test/runner/engines.mjs';
import {buildPage} from './build.mjs';

const html = (name) =>
  `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>${name}</title><link rel="icon" href="data:,"><script type="module" src="/${name}.js"></script><body>`;

/** Serves `/name` with the script that is built from `page/name.ts`. */
const serve = async () => {
  const files = new Map();
  const server = createServer(({url}, response) => {
    const text = files.get(url);
    const type = url.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(text === undefined ? 404 : 200, {
      'content-type': `${type}; charset=utf-8`,
    });
    response.end(text);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    async add(name) {
      if (files.has(`/${name}`)) return;
      files.set(`/${name}`, html(name));
      for (const [file, text] of await buildPage(name))
        files.set(`/${file}`, text);
    },
    close: () => server.close(),
  };
};

/**
 * Starts what the benchmarks need.
 *
 * @returns `version`; `open(name)`, which gives a page in front that has set
 *   `globalThis.bench`; `newPage()`, an empty one; and `close()`. An error in a page ends the run.
 * @throws {Error} Where there is no Chromium.
 */
export const start = async () => {
  const {browser: executablePath} = findEngines().chromium.programs;
  if (!executablePath)
    throw new Error(
      'Chromium is not installed. CHROMIUM_BIN names one that is elsewhere.',
    );
  const server = await serve();
  const browser = await launch({
    executablePath,
    args: [
      '--js-flags=--expose-gc',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    defaultViewport: {width: 1280, height: 900},
    protocolTimeout: 600_000,
  });
  const newPage = async () => {
    const page = await browser.newPage();
    page.on('pageerror', (error) => {
      throw error;
    });
    return page;
  };
  return {
    version: await browser.version(),
    newPage,
    async open(name) {
      await server.add(name);
      const page = await newPage();
      await page.goto(`${server.address}/${name}`);
      await page.waitForFunction('globalThis.bench');
      await page.bringToFront();
      return page;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
};
