import {deepEqual, equal, match} from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {
  type Browser,
  type HTTPRequest,
  launch,
  type Page,
} from 'puppeteer-core';
import {findEngines} from '../../runner/engines.mjs';
import {pageOf, serveUses} from '../../runner/uses.mjs';
import {noChromium} from '../pages/page.js';

const CARD = '<term-card term="hub" src="/words.json">Hub</term-card>';

const TAGS = [
  'breadcrumb-jsonld',
  'faq-block',
  'term-area',
  'term-card',
  'term-figure',
  'term-glossary',
  'term-index',
  'term-linker',
  'term-settings',
  'term-tip',
];

const isCardCode = (path: string) => /\/all-card-/.test(path);

/** What a page does with its script and its body, by path. */
const PAGES: Readonly<Record<string, string>> = {
  '/empty': pageOf('all.js', '<p>Nothing.</p>'),
  '/card': pageOf('all.js', CARD),
  '/bundled': pageOf('all.js', '<term-card term="delta"></term-card>'),
  '/around': pageOf(
    'all.js',
    '<term-glossary src="/words.json"><term-card term="hub"></term-card></term-glossary>',
  ),
  '/given': pageOf(
    'all.js',
    `<term-card term="hub"><script type="application/json">{"format": 1, "name": "G", "terms": [{"id": "hub", "name": "Hub", "summary": "Given."}]}</script></term-card>`,
  ),
  '/at-once': pageOf(
    'all-at-once.js',
    `<script type="module">globalThis.defined = ${JSON.stringify(TAGS)}.filter((tag) => customElements.get(tag));</script>`,
  ),
};

describe('the script tag for all elements', {skip: noChromium}, () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveUses>>;
  let page: Page;
  let paths: string[];
  /** Decides about a request; by default it goes on. */
  let decide: (request: HTTPRequest, path: string) => boolean;

  before(async () => {
    server = await serveUses(PAGES);
    browser = await launch({
      executablePath: findEngines().chromium!.programs.browser!,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
  });

  after(async () => {
    await browser.close();
    server.close();
  });

  const open = async (path: string) => {
    page = await browser.newPage();
    paths = [];
    decide = () => false;
    await page.setCacheEnabled(false);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const {pathname} = new URL(request.url());
      paths.push(pathname);
      if (!decide(request, pathname)) void request.continue();
    });
    await page.goto(server.address + path);
  };

  const shows = (text: string, card = `document.querySelector('term-card')`) =>
    page.waitForFunction(
      `${card}?.shadowRoot?.textContent.includes(${JSON.stringify(text)})`,
    );

  it('loads no element that the page does not have', async () => {
    await open('/empty');
    await page.waitForNetworkIdle();
    deepEqual(paths, ['/empty', '/all.js']);
    deepEqual(
      await page.evaluate(
        (tags) => tags.filter((tag) => customElements.get(tag)),
        TAGS,
      ),
      [],
    );
    await page.close();
  });

  it('defines an element when its tag comes', async () => {
    await open('/empty');
    await page.evaluate((html) => {
      document.querySelector('p')!.innerHTML = html;
    }, CARD);
    await shows('centre of a wheel');
    equal(paths.filter(isCardCode).length, 1);
    await page.close();
  });

  it('sees tags in shadow roots, also of elements that are defined later', async () => {
    await open('/empty');
    await page.evaluate((html) => {
      document.body.append(document.createElement('host-page'));
      setTimeout(() => {
        customElements.define(
          'host-page',
          class extends HTMLElement {
            connectedCallback() {
              this.attachShadow({mode: 'open'}).innerHTML = '<p></p>';
              const inner = this.shadowRoot!.querySelector('p')!;
              setTimeout(() => (inner.innerHTML = html));
            }
          },
        );
      });
    }, CARD);
    await shows(
      'centre of a wheel',
      `document.querySelector('host-page').shadowRoot?.querySelector('term-card')`,
    );
    await page.close();
  });

  for (const [path, data] of [
    ['/card', /^\/words\.json$/],
    ['/bundled', /^\/glossary\/part-/],
    ['/around', /^\/words\.json$/],
  ] as const) {
    it(`asks for data while code is on its way: ${path}`, async () => {
      page = await browser.newPage();
      await page.setCacheEnabled(false);
      await page.setRequestInterception(true);
      const held: HTTPRequest[] = [];
      let isAsked = false;
      const asked = new Promise<void>((resolve) => {
        page.on('request', (request) => {
          const {pathname} = new URL(request.url());
          isAsked ||= data.test(pathname);
          if (/\/all-(card|glossary)-/.test(pathname)) held.push(request);
          else void request.continue();
          if (isAsked && held.length) resolve();
        });
      });
      await page.goto(server.address + path, {waitUntil: 'domcontentloaded'});
      await asked;
      for (const request of held) void request.continue();
      await page.waitForFunction(
        `document.querySelector('term-card').shadowRoot?.querySelector('dfn')`,
      );
      await page.close();
    });
  }

  it('asks for no data where the element has some', async () => {
    await open('/given');
    await shows('Given.');
    await page.waitForNetworkIdle();
    deepEqual(
      paths.filter((path) => !path.startsWith('/all')),
      ['/given'],
    );
    await page.close();
  });

  it('leaves the page as it was without the code, and tries again', async () => {
    await open('/empty');
    decide = (request, path) => {
      if (!isCardCode(path)) return false;
      void request.abort();
      return true;
    };
    const code = await page.evaluate(
      (html) =>
        new Promise((resolve) => {
          document.addEventListener('term-error', ({code}) => {
            resolve(code);
          });
          document.querySelector('p')!.innerHTML = html;
        }),
      CARD,
    );
    equal(code, 'part');
    match(await page.$eval('p', (p) => p.innerText), /Hub/);
    decide = () => false;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await shows('centre of a wheel');
    await page.close();
  });

  it('has a file that defines all of them before other scripts run', async () => {
    await open('/at-once');
    await page.waitForFunction('globalThis.defined');
    deepEqual(await page.evaluate('globalThis.defined'), TAGS);
    await page.evaluate((html) => {
      const host = document.createElement('div');
      const closed = host.attachShadow({mode: 'closed'});
      closed.innerHTML = html;
      document.body.append(host);
      (globalThis as {card?: unknown}).card = closed.firstChild;
    }, CARD);
    await shows('centre of a wheel', 'globalThis.card');
    await page.close();
  });
});
