import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {launch} from 'puppeteer-core';
import {findEngines} from '../../../runner/engines.mjs';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
};

/** Serves the files of a site at `/g/`, and opens its pages in Chromium. */
export const browse = async (files: ReadonlyMap<string, string>) => {
  const asked: string[] = [];
  const server = createServer(({url = ''}, response) => {
    const path = decodeURIComponent(new URL(url, 'http://x').pathname).slice(
      '/g/'.length,
    );
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
  const {port} = server.address() as AddressInfo;
  const browser = await launch({
    executablePath: findEngines().chromium!.programs.browser!,
    args: ['--no-sandbox'],
  });
  return {
    address: `http://127.0.0.1:${port}/g/`,
    /** Paths that were asked for since the last page was opened. */
    asked,
    browser,
    open: async (path: string, hasScript = true) => {
      const page = await browser.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => faults.push(message.text()));
      await page.setJavaScriptEnabled(hasScript);
      asked.length = 0;
      await page.goto(`http://127.0.0.1:${port}/g/${path}`, {
        waitUntil: 'networkidle0',
      });
      return [page, faults] as const;
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
};
