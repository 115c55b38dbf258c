import {equal, ok} from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {type Browser, launch} from 'puppeteer-core';
import {findEngines} from '../../runner/engines.mjs';
import {countUses} from '../../runner/uses.mjs';
import {noChromium} from '../pages/page.js';

/**
 * The most requests after the page, and kB with brotli, of each use. A limit is
 * a little above what it is: one that is exceeded asks for a reason.
 */
const LIMITS: Readonly<
  Record<string, readonly [requests: number, kB: number]>
> = {
  // With the figure of its entry.
  'a bundled card': [4, 45],
  'a card by src': [4, 37],
  'a card by src in another language': [7, 40],
  'a card by src of a document with a fault': [5, 43],
  'questions of the author': [2, 33],
  'a trail': [2, 33],
  'a bundled area': [10, 79],
  'the bundled index': [7, 89],
  'a linker': [6, 66],
  // With how a word looks and behaves whose card the reader does not want.
  'an untouched tip': [1, 5.8],
  // With what a sheet and a live region take.
  'an untouched tip, then its first hover': [2, 30.4],
};

describe('what a use loads', {skip: noChromium}, () => {
  let browser: Browser;
  let found: Awaited<ReturnType<typeof countUses>>;

  before(async () => {
    browser = await launch({
      executablePath: findEngines().chromium!.programs.browser!,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    found = await countUses(browser);
  });

  after(() => browser.close());

  it('is counted for every use', () => {
    equal(Object.keys(found).sort().join(), Object.keys(LIMITS).sort().join());
  });

  for (const [use, [requests, kB]] of Object.entries(LIMITS)) {
    it(`is at most ${requests} requests and ${kB} kB: ${use}`, () => {
      const files = found[use]!;
      const list = files
        .map(({path, bytes}) => `  ${path} ${bytes}`)
        .join('\n');
      ok(files.length > 0, 'nothing was loaded');
      ok(files.length <= requests, `${files.length} requests\n${list}`);
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      ok(bytes <= kB * 1000, `${bytes} bytes\n${list}`);
    });
  }
});
