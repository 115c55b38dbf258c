import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {noChromium} from '../../pages/page.js';
import {browse} from './browse.js';
import {siteOf} from './site.js';

const WORD = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz';

/** Names of six letters; one is a word that no narrow line holds. */
const terms = ['Alpha', 'Beta', 'Gamma', 'Mu', 'Nu', WORD].map((name) => ({
  id: name.toLowerCase(),
  name,
  summary: `What ${name} is.`,
  areas: ['letters'],
}));

const GLOSSARY = {
  format: 1,
  name: 'Incomprehensibilities',
  language: 'en',
  terms,
  areas: [{id: 'letters', name: `${WORD} and others`}],
};

describe('the look of a site', {skip: noChromium}, () => {
  let site: Awaited<ReturnType<typeof browse>>;

  before(async () => {
    site = await browse((await siteOf(GLOSSARY)).files);
  });
  after(() => site.close());

  const open = async (path: string, width: number, size = '100%') => {
    const [page] = await site.open(path);
    await page.setViewport({width, height: 800});
    await page.evaluate((value) => {
      document.documentElement.style.fontSize = value;
    }, size);
    return page;
  };

  for (const [path, width, size] of [
    ['', 320, '100%'],
    ['', 390, '200%'],
    ['letter/r/', 320, '100%'],
    [`term/${WORD.toLowerCase()}/`, 320, '100%'],
    ['term/nu/', 320, '100%'],
    ['area/letters/', 320, '100%'],
    ['area/letters/', 390, '200%'],
  ] as const) {
    it(`needs no scrolling sideways: /${path} at ${width} px, text ${size}`, async () => {
      const page = await open(path, width, size);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth,
      );
      assert.equal(wide, width);
      await page.close();
    });
  }

  it('prints no heading of what is not printed', async () => {
    const page = await open('', 1440);
    await page.emulateMediaType('print');
    const shown = await page.$eval('main', (main) => main.innerText);
    assert.doesNotMatch(shown, /by letter/i);
    assert.match(shown, /areas/i);
    await page.close();
  });

  it('frames a few letters, and no empty room beside them', async () => {
    const page = await open('', 1440);
    const [frame, letters] = await page.$eval('.letters ul', (list) => [
      list.getBoundingClientRect().width,
      [...list.children].reduce(
        (sum, item) => sum + item.getBoundingClientRect().width,
        0,
      ),
    ]);
    assert.ok(frame! - letters! < 4, `${frame} for ${letters} of letters`);
    await page.close();
  });
});
