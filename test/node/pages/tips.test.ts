/**
 * What only a whole page shows of tips: the tree that assistive technology
 * reads, a page that is still loading, and paper.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Page} from 'puppeteer-core';
import {noChromium, servePage, type ServedPage} from './page.js';

const summary = 'What a position rests on.';

const script = `
  document.querySelector('term-glossary').glossary = {
    format: 1,
    name: 'Page',
    terms: [
      {id: 'margin', name: 'Margin', summary: '${summary}', related: ['leverage']},
      {id: 'leverage', name: 'Leverage', summary: 'How large a position is.'},
    ],
  };
  globalThis.ready = true;
`;

const body = `<term-glossary>
  <p>A <term-tip term="margin">margin</term-tip> and <term-tip term="leverage">leverage</term-tip>.</p>
</term-glossary><img src="/picture" alt="">`;

const isOpen = (page: Page) =>
  page.waitForSelector('term-tip-card:popover-open');

/** All nodes that assistive technology is shown. */
const treeOf = async (page: Page) => {
  const connection = await page.createCDPSession();
  const {nodes} = await connection.send('Accessibility.getFullAXTree');
  return nodes.filter(({ignored}) => !ignored);
};

describe('a page with tips', {skip: noChromium}, () => {
  let served: ServedPage;

  before(async () => {
    served = await servePage(body, script, ['--force-renderer-accessibility']);
  });

  after(() => served.close());

  it('gives a screen reader the word with its summary, once, and the card as a dialog of its name', async () => {
    const page = await served.open();
    await page.waitForSelector('term-tip[tabindex]');
    await page.keyboard.press('Tab');
    await isOpen(page);
    const nodes = await treeOf(page);
    const [word, ...others] = nodes.filter(({description}) =>
      String(description?.value ?? '').includes(summary),
    );
    assert.equal(word?.role?.value, 'button');
    assert.equal(word?.name?.value, 'margin');
    assert.equal(word?.description?.value, summary);
    assert.deepEqual(others, []);
    // To read again, inside the card; not in a second copy, nor read out by itself.
    const texts = nodes.filter(
      ({role, name}) => role?.value === 'StaticText' && name?.value === summary,
    );
    assert.equal(texts.length, 1);
    const live = nodes.filter(({role}) =>
      ['status', 'alert', 'log'].includes(String(role?.value)),
    );
    assert.deepEqual(
      live.map(({role, name, childIds}) => [
        role?.value,
        name?.value,
        childIds,
      ]),
      [['status', '', []]],
    );
    const dialog = nodes.find(({role}) => role?.value === 'dialog');
    assert.equal(dialog?.name?.value, 'Margin');
    await page.keyboard.press('Escape');
    await page.waitForFunction(
      () => !document.querySelector('term-tip-card:popover-open'),
    );
    const closed = (await treeOf(page)).filter(
      ({description}) => description?.value === summary,
    );
    assert.deepEqual(
      closed.map(({name}) => name?.value),
      ['margin'],
    );
    await page.close();
  });

  it('leaves of the page behind a sheet nothing to assistive technology', async () => {
    const page = await served.open();
    await page.setViewport({width: 390, height: 300, hasTouch: true});
    await page.waitForSelector('term-tip[tabindex]');
    await page.tap('term-tip');
    await isOpen(page);
    const nodes = await treeOf(page);
    const dialogs = nodes.filter(({role}) => role?.value === 'dialog');
    assert.deepEqual(
      dialogs.map(({name, description}) => [name?.value, description?.value]),
      [['Margin', summary]],
    );
    assert.ok(
      dialogs[0]!.properties?.some(
        ({name, value}) => name === 'modal' && value.value === true,
      ),
    );
    // The two words of the page are buttons; those of the sheet have other names.
    const names = nodes
      .filter(({role}) => role?.value === 'button')
      .map(({name}) => String(name?.value));
    assert.ok(names.includes('Close'), names.join());
    assert.ok(!names.includes('margin'), names.join());
    await page.close();
  });

  it('writes nothing on a tip while the page is loading, and opens its card all the same', async () => {
    const first = await served.open();
    const page = await first.browser().newPage();
    await page.setRequestInterception(true);
    let release = () => {};
    page.on('request', (request) => {
      if (!request.url().endsWith('/picture')) void request.continue();
      else release = () => void request.abort();
    });
    await page.goto(served.address, {waitUntil: 'domcontentloaded'});
    await page.waitForFunction('globalThis.ready === true');
    const attributes = () =>
      page.$eval('term-tip', (tip) => tip.getAttributeNames());
    await page.hover('term-tip');
    await isOpen(page);
    assert.equal(await page.evaluate(() => document.readyState), 'interactive');
    assert.deepEqual(await attributes(), ['term']);
    release();
    await page.waitForSelector('term-tip[tabindex]');
    await page.close();
    await first.close();
  });

  it('has its notes on paper', async () => {
    const page = await served.open();
    await page.hover('term-tip');
    await isOpen(page);
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        const notes = document.querySelectorAll('.term-notes li');
        document.title = [...notes].map((note) => note.textContent).join('|');
      });
    });
    await page.pdf();
    assert.equal(
      await page.title(),
      `Margin ${summary}|Leverage How large a position is.`,
    );
    assert.equal(await page.$('.term-notes'), null);
    await page.close();
  });
});
