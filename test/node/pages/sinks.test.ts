/**
 * Hostile glossaries in a real browser: every field, in every element, given as
 * data of the page and prerendered, under no policy and under the strictest.
 */
import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'puppeteer-core';
import {contentSecurityPolicy} from '../../../demo/serve.mjs';
import {documentSource} from '../../../src/glossary/document-source.js';
import type {Glossary} from '../../../src/glossary/types.js';
import {prerender} from '../../../tools/src/prerender/index.js';
import {elementsPage} from '../../support/elements-page.js';
import {
  hostileGlossaries,
  hostileValues,
} from '../../support/hostile-glossaries.js';
import {elementsBundle, launchChromium, noChromium} from './page.js';

/** Data in a script that nothing in it can end. */
const dataBlock = (glossary: Glossary) =>
  `<script type="application/json">${JSON.stringify(glossary).replaceAll('<', '\\u003c')}</script>`;

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body>${body}<script type="module" src="/page.js"></script></body></html>`;

/** Runs before everything else in a page. */
const WATCH = `
globalThis.violations = [];
addEventListener('securitypolicyviolation', (event) => {
  globalThis.violations.push(event.effectiveDirective + ' ' + event.blockedURI);
});
`;

/** Opens the cards of tips, and follows every link, as a reader may. */
const SCRIPT = `
const all = (root) => [...root.querySelectorAll('*')].flatMap((element) =>
  [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
const settled = () => new Promise((done) => setTimeout(done, 100));
globalThis.examine = async () => {
  await settled();
  for (const tip of document.querySelectorAll('term-tip')) {
    tip.focus();
    tip.click();
    await settled();
  }
  const unsafe = [];
  for (const element of all(document)) {
    for (const {name, value} of element.attributes)
      if (/^on/.test(name)) unsafe.push(element.localName + ' ' + name);
    if (!(element instanceof HTMLAnchorElement)) continue;
    if (element.hasAttribute('href') && !/^(https?|mailto):$/.test(element.protocol))
      unsafe.push(element.outerHTML.slice(0, 200));
    // What is run by a click is run now; a page that is left would show nothing.
    addEventListener('click', (event) => event.preventDefault(), {once: true});
    element.click();
  }
  for (const frame of document.querySelectorAll('iframe, object, embed')) unsafe.push(frame.outerHTML);
  return {
    unsafe,
    harmed: 'harmed' in globalThis,
    violations: globalThis.violations,
    shown: document.querySelectorAll('term-card, term-area').length,
  };
};
globalThis.ready = true;
`;

interface Seen {
  readonly unsafe: readonly string[];
  readonly harmed: boolean;
  readonly violations: readonly string[];
  readonly shown: number;
}

describe(
  'a hostile value in each field, in a browser',
  {skip: noChromium},
  () => {
    let browser: Browser;
    let strangers: string[];
    const servers: ReturnType<typeof createServer>[] = [];
    const pages = new Map<string, string>();
    let origin = '';
    let stranger = '';
    let kinds: readonly string[] = [];

    const listen = async (server: ReturnType<typeof createServer>) => {
      servers.push(server);
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    };

    before(async () => {
      const script = await elementsBundle(SCRIPT);
      strangers = [];
      stranger = await listen(
        createServer(({url}, response) => {
          strangers.push(url ?? '');
          response.end();
        }),
      );
      origin = await listen(
        createServer(({url}, response) => {
          const [path, policy] = url!.split('?');
          const text = path === '/page.js' ? script : pages.get(path!);
          response.writeHead(text === undefined ? 404 : 200, {
            'content-type': `text/${path === '/page.js' ? 'javascript' : 'html'}; charset=utf-8`,
            ...(policy === 'strict' && {
              'content-security-policy': contentSecurityPolicy,
            }),
          });
          response.end(text);
        }),
      );
      kinds = Object.keys(hostileValues(stranger));
      const glossaries = hostileGlossaries(stranger);
      for (const [index, kind] of kinds.entries()) {
        const own = glossaries.filter(({name}) => name.startsWith(`${kind},`));
        const live = own.map(
          ({glossary}) =>
            `<term-glossary>${dataBlock(glossary)}${elementsPage(glossary)}</term-glossary>`,
        );
        pages.set(`/live/${index}`, page(live.join('\n')));
        const {glossary} = own[0]!;
        const {html} = await prerender(page(elementsPage(glossary)), {
          url: `${origin}/prerendered/${index}`,
          glossary: documentSource(glossary),
        });
        pages.set(`/prerendered/${index}`, html);
      }
      browser = await launchChromium();
    });

    after(async () => {
      await browser.close();
      for (const server of servers) server.close();
    });

    const examine = async (
      address: string,
    ): Promise<Seen & {errors: string[]}> => {
      const tab: Page = await browser.newPage();
      const errors: string[] = [];
      tab.on('pageerror', (error) => errors.push(String(error)));
      tab.on('dialog', (dialog) => void dialog.dismiss());
      await tab.evaluateOnNewDocument(WATCH);
      await tab.goto(origin + address);
      await tab.waitForFunction('globalThis.ready === true');
      const seen = (await tab.evaluate('examine()')) as Seen;
      await tab.close();
      return {...seen, errors};
    };

    for (const way of ['live', 'prerendered'])
      for (const policy of ['open', 'strict'])
        it(`runs nothing, asks nobody and violates nothing: ${way}, under ${policy === 'open' ? 'no policy' : 'the strict policy'}`, async () => {
          for (const [index, kind] of kinds.entries()) {
            const seen = await examine(`/${way}/${index}?${policy}`);
            const {shown, ...faults} = seen;
            assert.ok(shown > 0, kind);
            assert.deepEqual(
              faults,
              {unsafe: [], harmed: false, violations: [], errors: []},
              kind,
            );
            assert.deepEqual(strangers, [], kind);
          }
        });

    it('would be noticed', async () => {
      pages.set(
        '/harm',
        page(
          `<img src="${stranger}/x"><a href="javascript:globalThis.harmed=1">x</a>`,
        ),
      );
      const {harmed, unsafe} = await examine('/harm?open');
      assert.equal(unsafe.length, 1);
      assert.equal(harmed, false); // the click is prevented, the address is not
      assert.deepEqual(strangers, ['/x']);
      pages.set('/run', page('<script>globalThis.harmed = 1</script>'));
      assert.equal((await examine('/run?open')).harmed, true);
      assert.equal((await examine('/run?strict')).violations.length, 1);
    });
  },
);
