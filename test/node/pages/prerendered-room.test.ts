/** Where a page gives an element the width of its content, it has a width. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {publishedSheet} from '../../../scripts/styles/published-sheet.js';
import {prerender} from '../../../tools/src/prerender/index.js';
import {noChromium, servePage, type ServedPage} from './page.js';

const CARD = '<term-card term="basis">Basis</term-card>';

const PLACES = [
  ['a table', '<table><tr><td>', '</table>'],
  ['a row of boxes', '<div style="display: flex">', '</div>'],
  ['a float', '<div style="float: left">', '</div>'],
] as const;

const script = `
  const cards = [...document.querySelectorAll('term-card')];
  await Promise.all(cards.map((card) => card.updateComplete));
  globalThis.ready = true;
`;

describe('a card in a place as wide as its content', {skip: noChromium}, () => {
  let served: ServedPage;
  before(async () => {
    const live = PLACES.map(([, start, end]) => start + CARD + end).join('\n');
    const {html} = await prerender(live, {url: 'https://site.example/'});
    const body = `<style>${publishedSheet()}</style>${html}<hr>${live}`;
    served = await servePage(body, script);
  });
  after(() => served.close());

  it('is as wide prerendered as it is rendered by itself', async () => {
    const page = await served.open();
    await page.waitForFunction(
      () =>
        document.querySelectorAll('term-card:state(loading)').length === 0 &&
        document.querySelectorAll('term-card[prerendered]').length > 0,
    );
    const widths = await page.$$eval('term-card', (cards) =>
      cards.map(({clientWidth}) => clientWidth),
    );
    for (const [at, [place]] of PLACES.entries()) {
      const kept = widths[at]!;
      assert.ok(kept > 300, `${kept} px in ${place}`);
      assert.ok(Math.abs(kept - widths[at + PLACES.length]!) <= 2, place);
    }
  });
});
