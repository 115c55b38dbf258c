import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {noChromium, type ServedPage, servePage} from './page.js';

/** Some fifteen megabytes: half a second of work in one piece on a slow machine. */
const TERMS = 40_000;

/** Turns of the page while a large document is worked on; in one piece it has one or two. */
const TURNS = 5;

/** The document is in the page before the count begins, so no turn is the network's. */
const SCRIPT = `
  import {HttpSource} from './src/glossary/index.js';

  const terms = Array.from({length: ${TERMS}}, (_, index) => ({
    id: 'term-' + index,
    name: 'Term ' + index,
    aliases: ['Alias ' + index, 'Other ' + index],
    summary: 'A sentence about it. '.repeat(8),
    url: 'https://glossary.example/term/term-' + index + '/',
  }));
  terms[17].summary = 5;
  const blob = new Blob([JSON.stringify({format: 1, name: 'Large', terms})]);
  globalThis.warnings = [];

  globalThis.open = (limits) => new HttpSource('https://glossary.example/g.json', {
    limits,
    platform: {
      fetch: async () => new Response(blob.stream()),
      warn: (code, message) => warnings.push(code + ': ' + message),
    },
  });

  /** How often another task of the page has its turn before the work is done. */
  globalThis.turnsDuring = async (work) => {
    let turns = 0;
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      turns++;
      port2.postMessage(null);
    };
    port2.postMessage(null);
    const value = await work();
    port1.close();
    return {turns, value};
  };
  globalThis.source = open();
  globalThis.ready = true;
`;

interface Outcome {
  readonly turns: number;
  readonly value: unknown;
}

describe('a large document', {skip: noChromium, timeout: 120_000}, () => {
  let served: ServedPage;
  let page: Page;

  before(async () => {
    served = await servePage('', SCRIPT);
    page = await served.open();
  });
  after(() => served?.close());

  const during = (work: string) =>
    page.evaluate(`turnsDuring(async () => ${work})`) as Promise<Outcome>;

  it('is read, checked and indexed while the page has its turns', async () => {
    const {turns, value} = await during(
      `(await source.entry('term-${TERMS - 1}')).term.name`,
    );
    assert.equal(value, `Term ${TERMS - 1}`);
    assert.ok(turns >= TURNS, String(turns));
    const warnings = (await page.evaluate('warnings')) as string[];
    assert.equal(warnings.length, 1);
    assert.match(
      warnings[0]!,
      /^left-out: .*terms\[17\]\.summary: expected a string/s,
    );
  });

  it('leaves nothing to do for who asks then', async () => {
    assert.equal(
      await page.evaluate(`source.entry('term-16') instanceof Promise`),
      false,
    );
    assert.equal(await page.evaluate(`source.entry('term-17')`), undefined);
  });

  it('has its names looked up while the page has its turns', async () => {
    const {turns, value} = await during(
      `(await source.named('other 1234')).map(({term}) => term.id).join()`,
    );
    assert.equal(value, 'term-1234');
    assert.ok(turns >= TURNS, String(turns));
  });

  it('is refused when it has more terms than a page can hold', async () => {
    const {value} = await during(
      `open({terms: ${TERMS - 1}}).entry('term-1').catch(({code, message}) => code + ' ' + message)`,
    );
    assert.match(String(value), /^size .*"term-elements build"/);
  });
});
