/**
 * What each use of the elements loads, counted by a browser: a page with the
 * files of dist/cdn, served with brotli and without a cache.
 */
import {existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync} from 'node:zlib';

const cdn = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));

const WORDS = {
  format: 1,
  name: 'Wheels',
  language: 'en',
  terms: [
    {id: 'hub', name: 'Hub', summary: 'The centre of a wheel.', difficulty: 2},
    {id: 'rim', name: 'Rim', summary: 'The outer edge of a wheel.'},
  ],
};

const DOCUMENTS = {
  '/words.json': WORDS,
  '/faulty.json': {...WORDS, terms: [...WORDS.terms, {id: 'axle', name: 5}]},
};

const shadowHas = (selector, text) =>
  `document.querySelector(${JSON.stringify(selector)})?.shadowRoot?.textContent.includes(${JSON.stringify(text)})`;

const TIP_CARD = shadowHas('term-tip-card', 'perpetual');

/**
 * Uses by name: the entry, markup of the body, an expression that is true when
 * it is on screen, and what is hovered after that, with the same for its card.
 */
export const USES = {
  'a bundled card': {
    entry: 'all.js',
    body: '<term-card term="funding-rate">Funding rate</term-card>',
    shown: shadowHas('term-card', 'perpetual'),
  },
  'a card by src': {
    entry: 'all.js',
    body: '<term-card term="hub" src="/words.json">Hub</term-card>',
    shown: shadowHas('term-card', 'centre of a wheel'),
  },
  'a card by src in another language': {
    entry: 'all.js',
    body: '<div lang="de"><term-card term="hub" src="/words.json">Hub</term-card></div>',
    shown: shadowHas('term-card', 'Schwierigkeit 2'),
  },
  'a card by src of a document with a fault': {
    entry: 'all.js',
    body: '<term-card term="hub" src="/faulty.json">Hub</term-card>',
    shown: shadowHas('term-card', 'centre of a wheel'),
  },
  'questions of the author': {
    entry: 'all.js',
    body: '<faq-block><details><summary>Why?</summary><p>Because.</p></details></faq-block>',
    shown: `document.querySelector('script[type="application/ld+json"]')`,
  },
  'a trail': {
    entry: 'all.js',
    body: `<breadcrumb-jsonld items='[{"name":"Home","url":"/"},{"name":"Here"}]'></breadcrumb-jsonld>`,
    shown: `document.querySelector('script[type="application/ld+json"]')`,
  },
  'a bundled area': {
    entry: 'all.js',
    body: '<term-area area="perpetuals-and-funding"></term-area>',
    shown: shadowHas('term-area', 'perpetual'),
  },
  'the bundled index': {
    entry: 'all.js',
    body: '<term-index></term-index>',
    shown: shadowHas('term-index', 'Accumulator'),
  },
  'a linker': {
    entry: 'all.js',
    body: '<term-linker><p>The funding rate is paid.</p></term-linker>',
    shown: `document.querySelector('term-linker term-tip')`,
  },
  'an untouched tip': {
    entry: 'term-tip.js',
    body: '<p><term-tip term="funding-rate">funding rate</term-tip></p>',
    shown: `document.querySelector('term-tip[tabindex]')`,
    hover: 'term-tip',
    opened: TIP_CARD,
  },
};

const TYPES = {'.js': 'text/javascript', '.json': 'application/json'};

/** A page of markup with one script. */
export const pageOf = (entry, body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A use</title><link rel="icon" href="data:,"><script type="module" src="/${entry}"></script><body>${body}</body></html>`;

/**
 * Serves pages, documents and all that is in dist/cdn, everything with brotli.
 *
 * @param pages HTML by path.
 * @param others Texts by path.
 */
export const serveUses = async (pages, others = {}) => {
  const bodies = new Map();
  const bodyOf = (path) => {
    if (!bodies.has(path)) {
      const file = join(cdn, path);
      const text =
        pages[path] ??
        others[path] ??
        (Object.hasOwn(DOCUMENTS, path)
          ? JSON.stringify(DOCUMENTS[path])
          : existsSync(file) && readFileSync(file));
      bodies.set(path, text && brotliCompressSync(text));
    }
    return bodies.get(path);
  };
  const server = createServer(({url}, response) => {
    const {pathname} = new URL(url, 'http://host.invalid');
    const body = bodyOf(pathname);
    if (!body) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(pathname)] ?? 'text/html';
    response.writeHead(200, {
      'content-type': `${type}; charset=utf-8`,
      'content-encoding': 'br',
      'content-length': body.length,
      'cache-control': 'max-age=600',
    });
    response.end(body);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    /** Bytes of a path as they are sent. */
    sizeOf: (path) => bodyOf(path)?.length ?? 0,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** Longer than anything that a use loads later without a reader doing anything. */
const QUIET = 1500;

/**
 * @param {import('puppeteer-core').Browser} browser
 * @returns {Promise<Record<string, readonly {path: string, bytes: number}[]>>}
 *   What each use loads after the page, and what its first hover loads after that.
 */
export const countUses = async (browser) => {
  const pages = Object.fromEntries(
    Object.entries(USES).map(([, {entry, body}], index) => [
      `/use-${index}`,
      pageOf(entry, body),
    ]),
  );
  const server = await serveUses(pages);
  const found = {};
  try {
    for (const [index, [name, use]] of Object.entries(USES).entries()) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      let files = [];
      let last = Date.now();
      page.on('request', (request) => {
        last = Date.now();
        const {protocol, pathname} = new URL(request.url());
        if (protocol === 'http:' && !request.isNavigationRequest())
          files.push({path: pathname, bytes: server.sizeOf(pathname)});
      });
      const settled = async (shown) => {
        await page.waitForFunction(shown, {timeout: 60_000});
        while (Date.now() - last < QUIET)
          await new Promise((next) => setTimeout(next, QUIET / 5));
      };
      await page.goto(`${server.address}/use-${index}`);
      await settled(use.shown);
      found[name] = files;
      if (use.hover) {
        files = [];
        await page.hover(use.hover);
        await settled(use.opened);
        found[`${name}, then its first hover`] = files;
      }
      await context.close();
    }
  } finally {
    server.close();
  }
  return found;
};
