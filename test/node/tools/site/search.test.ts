import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {noChromium} from '../../pages/page.js';
import {browse} from './browse.js';
import {siteOf} from './site.js';

/** Enough that the index is in several files. */
const terms = Array.from({length: 510}, (_, at) => ({
  id: `t${at}`,
  name: `${at % 2 ? 'Delta' : 'Gamma'} ${at}`,
  summary: 'A sentence.',
}));
terms.push({
  id: 'zeta',
  name: 'Zeta',
  summary: 'The last letter but two of some.',
});

describe('the search of a site', {skip: noChromium}, () => {
  let site: Awaited<ReturnType<typeof browse>>;

  before(async () => {
    const {files} = await siteOf({format: 1, name: 'G', language: 'en', terms});
    site = await browse(files);
  });
  after(() => site.close());

  it('goes by keyboard to an entry, and loads nothing before it is asked', async () => {
    const [page, faults] = await site.open('term/t0/');
    const early = site.asked.filter((path) => path.endsWith('.json'));
    assert.deepEqual(early, [], 'prerendered content needs no data');
    assert.equal(
      await page.$eval('#q', (field) => field.getAttribute('aria-expanded')),
      'false',
      'a combobox says from the start that it is closed',
    );
    await page.keyboard.press('/');
    await page.keyboard.type('zet', {delay: 10});
    await page.waitForSelector('[role=option]');
    assert.equal(
      await page.$eval('#q', (field) => field.getAttribute('aria-expanded')),
      'true',
    );
    await page.keyboard.press('ArrowDown');
    const active = await page.$eval('#q', (field) =>
      field.getAttribute('aria-activedescendant'),
    );
    assert.equal(active, 'found-0');
    await page.keyboard.press('Escape');
    assert.equal(
      await page.$eval('#found', (list) => (list as HTMLElement).hidden),
      true,
    );
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    assert.equal(page.url(), `${site.address}term/zeta/`);
    const parts = site.asked.filter((path) => /^search\/\d+\.json$/.test(path));
    assert.equal(parts.length, 1, 'only the part with words that begin so');
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('shows on a page of its own what is sent off', async () => {
    const [page, faults] = await site.open('');
    await page.type('#q', 'delta 17');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await page.waitForSelector('.results a');
    const first = await page.$eval('.results a', (link) => [
      link.textContent,
      link.getAttribute('href'),
    ]);
    // A hundred entries are not read out.
    assert.match(
      (
        await page.$$eval('[role=status]', (all) =>
          all.map((each) => each.textContent),
        )
      ).join('|'),
      /^\d+: Delta 17$/,
    );
    assert.deepEqual(first, ['Delta 17', `${site.address}term/t17/`]);
    assert.deepEqual(faults, []);
    await page.close();
  });

  it('says on its page that it could not be loaded', async () => {
    const page = await site.browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const isIndex = request.url().endsWith('.json');
      void (isIndex ? request.abort() : request.continue());
    });
    await page.goto(`${site.address}search/?q=zeta`);
    await page.waitForSelector('.results p');
    assert.match(
      await page.$eval('.results', (place) => place.textContent),
      /could not be loaded. The letters lead/,
    );
    await page.close();
  });

  it('leads on by letters without JavaScript', async () => {
    const [page] = await site.open('search/?q=zeta', false);
    assert.match(
      await page.$eval('main', (main) => main.innerText),
      /needs JavaScript/,
    );
    await Promise.all([
      page.waitForNavigation(),
      page.click('.letters a[href$="/z/"]'),
    ]);
    assert.match(
      await page.$eval('main', (main) => main.innerText),
      /The last letter but two/,
    );
    await page.close();
  });
});
