/**
 * The demo pages in every language: what the elements say themselves is in the
 * language around it, or marked (WCAG 2.2, 3.1.2).
 */
import assert from 'node:assert/strict';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import puppeteer, {type Browser, type Page} from 'puppeteer-core';
import {createDemoServer} from '../../../demo/serve.mjs';
import {INDEX_STRINGS} from '../../../src/glossary/locale/index-strings.js';
import {LANGUAGES} from '../../../src/glossary/locale/languages.js';
import common from '../../../src/glossary/locale/languages/en.js';
import type {LocaleStrings} from '../../../src/glossary/locale/locale-strings.js';
import {findEngines} from '../../runner/engines.mjs';
import {noChromium} from './page.js';

const PAGES = [
  'area',
  'blog',
  'cases',
  'docs',
  'entry',
  'glossary',
  'index-of-terms',
  'tips',
];

/** One that there are no strings of, so that all are English. */
const NONE = 'sw';

const languages = new Map<string, LocaleStrings | undefined>([
  [NONE, undefined],
]);
for (const [tag, load] of Object.entries(LANGUAGES)) {
  const {default: strings} = await load();
  const {default: ofIndex} = await INDEX_STRINGS.languages[tag]!();
  languages.set(strings.language, {...strings, ...ofIndex});
}

/** A text or a label inside an element of ours, with the language that it is in. */
interface Seen {
  readonly text: string;
  readonly lang: string;
  readonly around: string;
}

/** Every text and label of every shadow root; runs in the page. */
const walk = (): Seen[] => {
  const seen: Seen[] = [];
  const languageOf = (element: Element): string => {
    const found = element.closest('[lang]');
    const root = element.getRootNode();
    if (found) return found.getAttribute('lang')!;
    return root instanceof ShadowRoot ? languageOf(root.host) : '';
  };
  const enter = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) enter(element.shadowRoot);
      if (root === document || /^(?:style|script)$/.test(element.localName))
        continue;
      const around = languageOf((root as ShadowRoot).host);
      const texts = [...element.childNodes].flatMap((node) =>
        node instanceof Text ? node.data : [],
      );
      for (const name of ['aria-label', 'title', 'alt'])
        texts.push(element.getAttribute(name) ?? '');
      for (const text of texts)
        if (text.trim())
          seen.push({text: text.trim(), lang: languageOf(element), around});
    }
  };
  enter(document);
  return seen;
};

/** What a string looks like on screen: whole, or what stands on a side of its value. */
const patternsOf = (strings: LocaleStrings): RegExp[] =>
  Object.entries(strings).flatMap(([name, text]: [string, string]) => {
    if (name === 'language') return [];
    const parts = text
      .split(/\{n?\}/)
      .map((part) => part.trim())
      .filter((part) => /\p{L}{2}/u.test(part));
    return parts.map(
      (part) =>
        new RegExp(
          `^${part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${text.includes('{') ? '(?:[\\s:]*[\\d/. ]*)?' : ''}$`,
        ),
    );
  });

const isIn = (patterns: readonly RegExp[], {text}: Seen) =>
  patterns.some((pattern) => pattern.test(text));

const ENGLISH = patternsOf({...common, ...INDEX_STRINGS.english});

describe('the demo pages', {skip: noChromium}, () => {
  let browser: Browser;
  let server: Server;
  let origin: string;

  before(async () => {
    server = createDemoServer();
    await new Promise<void>((listening) =>
      server.listen(0, '127.0.0.1', listening),
    );
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await puppeteer.launch({
      executablePath: findEngines().chromium!.programs.browser!,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
  });

  after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  /** What is seen once it does not change any more. */
  const settled = async (page: Page): Promise<readonly Seen[]> => {
    let last = '';
    for (;;) {
      await page.waitForNetworkIdle({idleTime: 100});
      const seen = await page.evaluate(walk);
      const now = JSON.stringify(seen);
      if (now === last) return seen;
      last = now;
    }
  };

  for (const name of PAGES)
    it(`${name}: nothing of ours is in another language without a mark`, async () => {
      const page = await browser.newPage();
      // The loader of these tests calls it in functions that are sent to a page.
      await page.evaluateOnNewDocument('globalThis.__name = (it) => it');
      await page.goto(`${origin}/demo/${name}/`, {waitUntil: 'networkidle0'});
      let own = 0;
      for (const [language, strings] of languages) {
        await page.evaluate((lang) => {
          document.documentElement.lang = lang;
        }, language);
        const patterns = strings ? patternsOf(strings) : [];
        const seen = (await settled(page)).filter(
          ({around}) => around === language,
        );
        const english = seen.filter((it) => isIn(ENGLISH, it));
        const unmarked = english.filter(
          (it) => it.lang !== 'en' && !isIn(patterns, it),
        );
        assert.deepEqual(unmarked, [], language);
        if (strings) {
          assert.deepEqual(
            english.filter((it) => it.lang === 'en' && !isIn(patterns, it)),
            [],
            `${language} has strings, and English is on screen`,
          );
          own += seen.filter((it) => isIn(patterns, it)).length;
        } else {
          own += english.length;
        }
      }
      // Pages of tips and of the author's own questions show no strings.
      if (name === 'area') assert.ok(own > 100, 'there are strings to look at');
      await page.close();
    });
});
