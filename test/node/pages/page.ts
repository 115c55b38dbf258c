import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {launch, type Browser, type Page} from 'puppeteer-core';
import {findEngines} from '../../runner/engines.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Why these tests do not run here, or `false`: a value for `skip`. */
export const noChromium: string | false =
  findEngines().chromium!.programs.browser === undefined &&
  'Chromium is not installed; CHROMIUM_BIN names one that is elsewhere.';

/** A page of its own, served from this machine, with all elements defined. */
export interface ServedPage {
  readonly address: string;
  /** A new tab at an address of the page, after its elements have updated. */
  open(fragment?: string): Promise<Page>;
  close(): Promise<void>;
}

/** A module of a page with the sources of all elements before a script of its own. */
export const elementsBundle = async (script: string): Promise<string> => {
  const {outputFiles} = await build({
    stdin: {
      contents: `import './src/define/all.js';\n${script}`,
      resolveDir: root,
      loader: 'js',
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    tsconfig: `${root}tsconfig.json`,
  });
  return outputFiles[0]!.text;
};

export const launchChromium = (
  args: readonly string[] = [],
): Promise<Browser> =>
  launch({
    executablePath: findEngines().chromium!.programs.browser!,
    args: [...args, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    defaultViewport: {width: 1000, height: 800},
  });

/**
 * Serves one page that loads the sources of the elements.
 *
 * @param body Markup of the page.
 * @param script Module of the page; it sets `globalThis.ready` when it is done.
 * @param args Switches of Chromium.
 */
export const servePage = async (
  body: string,
  script: string,
  args: readonly string[] = [],
): Promise<ServedPage> => {
  const bundle = await elementsBundle(script);
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><body>${body}<script type="module" src="/page.js"></script>`;
  const server = createServer(({url}, response) => {
    const isScript = url === '/page.js';
    response.setHeader(
      'content-type',
      isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
    );
    response.end(isScript ? bundle : html);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await launchChromium(args);
  return {
    address,
    async open(fragment = '') {
      const page = await browser.newPage();
      page.on('pageerror', (error) => {
        console.error(error);
      });
      await page.goto(address + fragment);
      await page.waitForFunction('globalThis.ready === true');
      return page;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
};
