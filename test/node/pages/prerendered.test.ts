import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {parse, type DefaultTreeAdapterTypes as Tree} from 'parse5';
import puppeteer, {type Browser, type Page} from 'puppeteer-core';
import {KEPT, type KeptPages, serveKeptPages} from './kept-pages.js';
import {noChromium} from './page.js';
import {comparePictures} from './pictures.js';
import {findEngines} from '../../runner/engines.mjs';

const PAGES = ['blog', 'docs', 'area', 'glossary', 'cases', 'tips', 'entry'];

/** What the pages do themselves; it is the elements that are looked at. */
const PAGE_SCRIPT = /\/demo\/.*\.js$/;
/** A glossary, or a part of the bundled one; a linker reads the names of all. */
const DATA = /\.json$|\/cdn\/glossary\/(?!names)[^/]*\.js$/;

/** Parts of pages that only scripts make: a button, and what a linker finds. */
const BY_SCRIPT = 'button, #found, #painted';

/** Width, and what the reader prefers. */
const LOOKS = [
  [1280, 'light'],
  [390, 'dark'],
] as const;

const PICTURE = {
  fullPage: true,
  encoding: 'base64',
  optimizeForSpeed: true,
} as const;

/**
 * The browser draws a text that Lit has put together of parts run by run, and
 * the same text in one node as one: the edges of some letters are a shade
 * apart. So much of a page may differ, and so far.
 */
const SHADE = {share: 0.002, most: 64};

/** What happened in a page, from its first moment. */
interface Seen {
  readonly shift: number;
  readonly violations: readonly string[];
  /** Scripts of ours that were added or taken away after the page was parsed. */
  readonly scripts: number;
}

const watch = (page: Page) =>
  page.evaluateOnNewDocument(() => {
    const seen = {shift: 0, violations: [] as string[], scripts: 0};
    Object.assign(globalThis, {seen});
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shift += (entry as unknown as {value: number}).value;
    }).observe({type: 'layout-shift', buffered: true});
    document.addEventListener('securitypolicyviolation', (event) => {
      seen.violations.push(`${event.effectiveDirective} ${event.sample}`);
    });
    new MutationObserver((records) => {
      const isParsed = document.readyState !== 'loading';
      for (const {addedNodes, removedNodes} of records)
        for (const node of [...(isParsed ? addedNodes : []), ...removedNodes])
          if ((node as Element).matches?.('[data-term-elements]'))
            seen.scripts++;
    }).observe(document, {childList: true, subtree: true});
  });

/** The nodes of our scripts. */
const nodesOf = (page: Page): Promise<readonly unknown[]> =>
  page.$$eval('script[data-term-elements]', (scripts) =>
    scripts.map((script) => JSON.parse(script.textContent) as unknown),
  );

/** What a reader can read, closed answers too, spaces folded. */
const wordsOf = (page: Page): Promise<string> =>
  page.evaluate((left) => {
    for (const part of document.querySelectorAll(left)) part.remove();
    const texts: string[] = [];
    const rest: Node[] = [document.body];
    for (let node = rest.pop(); node; node = rest.pop()) {
      if (node instanceof Text) texts.push(node.data);
      if (!(node instanceof Element)) continue;
      const isBlock = !getComputedStyle(node).display.startsWith('inline');
      if (node.matches('script, style, template, dialog:not([open])')) continue;
      if (getComputedStyle(node).display === 'none') continue;
      const children =
        node instanceof HTMLSlotElement
          ? node.assignedNodes()
          : (node.shadowRoot ?? node).childNodes;
      if (isBlock) texts.push(' ');
      rest.push(...[...children].reverse());
    }
    return texts.join('').replace(/\s+/g, ' ').trim();
  }, BY_SCRIPT);

/** What a parser that knows nothing of browsers finds in the body. */
const textOf = (html: string): string => {
  const texts: string[] = [];
  const walk = (node: Tree.Node): void => {
    if (node.nodeName === '#text') texts.push((node as Tree.TextNode).value);
    else if (!/^(script|style|template|button)$/.test(node.nodeName))
      ('childNodes' in node ? node.childNodes : []).forEach(walk);
  };
  walk(parse(html));
  return texts.join(' ').replace(/\s+/g, '');
};

describe('demo pages, prerendered', {skip: noChromium}, () => {
  let browser: Browser;
  let pages: KeptPages;

  before(async () => {
    pages = await serveKeptPages();
    browser = await puppeteer.launch({
      executablePath: findEngines().chromium!.programs.browser!,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
  });

  after(async () => {
    await browser?.close();
    pages?.close();
  });

  const open = async (
    name: string,
    {kept = true, script = true, without = PAGE_SCRIPT, how = ''} = {},
  ) => {
    const page = await browser.newPage();
    const requests: string[] = [];
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.setViewport({width: 1280, height: 900});
    await page.setJavaScriptEnabled(script);
    await watch(page);
    if (kept) await page.setExtraHTTPHeaders({[KEPT]: how});
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const {pathname} = new URL(request.url());
      requests.push(pathname);
      if (!without.test(pathname)) void request.continue();
      else if (without !== PAGE_SCRIPT) void request.abort();
      else void request.respond({contentType: 'text/javascript', body: ''});
    });
    await page.goto(`${pages.origin}/demo/${name}/`);
    if (script) await settled(page);
    return {page, requests, errors};
  };

  const settled = async (page: Page) => {
    await page.waitForNetworkIdle({idleTime: 150});
    await page.waitForFunction(
      () =>
        !document.querySelector(
          ':is(term-card, term-area, faq-block):is(:not(:defined), :state(loading))',
        ),
    );
  };

  /** Screenshots of a whole page, one for each look. */
  const pictures = async (page: Page): Promise<readonly string[]> => {
    // Room that is kept for late data is no part of the look, and pictures
    // that are loaded late are there in the end.
    await page.evaluate(() => {
      for (const host of document.querySelectorAll<HTMLElement>('*')) {
        const name = host.localName;
        if (/^(term-|faq-)/.test(name))
          host.style.setProperty(`--${name}-reserve`, '0px');
        for (const image of (host.shadowRoot ?? host).querySelectorAll('img'))
          image.loading = 'eager';
        // Without the script, a tip that leads nowhere is the word it wraps.
        if (name === 'term-tip' && host.matches('[term*=" "]'))
          host.style.textDecoration = 'none';
      }
    });
    await page.waitForNetworkIdle({idleTime: 100});
    const taken: string[] = [];
    for (const [width, value] of LOOKS) {
      await page.setViewport({width, height: 900});
      await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value}]);
      taken.push(await page.screenshot(PICTURE));
    }
    return taken;
  };

  /** The words of each page. */
  const read = new Map<string, string>();

  for (const name of PAGES) {
    it(`${name} says and shows the same without JavaScript`, async () => {
      const {page: live} = await open(name, {kept: false});
      const nodes = await nodesOf(live);
      const words = await wordsOf(live);
      const looks = await pictures(live);
      await live.close();

      const {page} = await open(name, {script: false});
      assert.equal(await wordsOf(page), words);
      read.set(name, words);
      assert.deepEqual(await nodesOf(page), nodes);
      const keptLooks = await pictures(page);
      await page.close();
      const canvas = await browser.newPage();
      for (const [index, look] of LOOKS.entries()) {
        const pair = [looks[index]!, keptLooks[index]!] as const;
        const {isSameSize, share, most} = await comparePictures(canvas, pair);
        const what = `${name}, ${look.join(' ')}: ${share} of it by up to ${most}`;
        assert.ok(isSameSize && share < SHADE.share && most < SHADE.most, what);
      }
      await canvas.close();

      const text = textOf(await pages.html(name));
      for (const sentence of words.split(/(?<=[.?!]) /))
        assert.ok(text.includes(sentence.replaceAll(' ', '')), sentence);
    });

    it(`${name} stays as it is when the script comes`, async () => {
      const {page, requests, errors} = await open(name);
      const seen = await page.evaluate(
        () => (globalThis as unknown as {seen: Seen}).seen,
      );
      assert.deepEqual(seen, {shift: 0, violations: [], scripts: 0});
      const twice = await page.$$eval('[prerendered]', (hosts) =>
        hosts.filter(({shadowRoot}) => shadowRoot).map((it) => it.outerHTML),
      );
      assert.deepEqual(twice, []);
      assert.equal(await wordsOf(page), read.get(name));
      assert.deepEqual(errors, []);
      // Those that have nothing prerendered look for it.
      if (name !== 'cases')
        assert.deepEqual(
          requests.filter((path) => DATA.test(path)),
          [],
        );
      await page.close();
    });
  }

  it('stays as it is when the script comes before the rest of the page', async () => {
    const {page, requests} = await open('blog', {how: 'slow'});
    const seen = await page.evaluate(
      () => (globalThis as unknown as {seen: Seen}).seen,
    );
    assert.deepEqual(seen, {shift: 0, violations: [], scripts: 0});
    assert.equal(await wordsOf(page), read.get('blog'));
    const kept = await page.$$eval(
      '[prerendered]',
      (hosts) => hosts.filter(({shadowRoot}) => !shadowRoot).length,
    );
    assert.equal(kept, 5);
    assert.deepEqual(
      requests.filter((path) => DATA.test(path)),
      [],
    );
    await page.close();
  });

  it('renders another term when that is asked for, and the first one again', async () => {
    const {page} = await open('blog');
    for (const [term, sentence] of [
      ['basis', /The price of a future less the index/],
      ['perpetual-future', /A futures contract without an expiry/],
    ] as const) {
      const text = await page.$eval(
        'term-card',
        async (card, id) => {
          card.setAttribute('term', id);
          await new Promise((told) => {
            card.addEventListener('term-load', told, {once: true});
          });
          return document.body.innerText + card.shadowRoot!.textContent;
        },
        term,
      );
      assert.equal(text.match(new RegExp(sentence, 'g'))?.length, 1);
    }
    assert.equal((await page.$$('[prerendered]')).length, 4);
    await page.close();
  });

  it('renders itself where the code that keeps its content cannot be loaded', async () => {
    const {page, requests} = await open('blog', {without: /-prerendered-/});
    const shown = await page.$eval(
      'term-card',
      ({shadowRoot}) => shadowRoot?.textContent,
    );
    assert.match(shown ?? '', /A futures contract without an expiry/);
    assert.ok(requests.includes('/demo/glossary.json'));
    await page.close();
  });
});
