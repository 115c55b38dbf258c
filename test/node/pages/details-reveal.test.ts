/** Searching opens the answers it finds. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {noChromium, servePage, type ServedPage} from './page.js';

const body = `
  <div style="height: 3000px"></div>
  <faq-block id="own">
    <details><summary>Who wrote it?</summary><p>Ownsentence by the author.</p></details>
  </faq-block>
  <term-glossary>
    <faq-block id="block" area="options"></faq-block>
    <term-area id="area" area="options"></term-area>
  </term-glossary>`;

const script = `
  document.querySelector('term-glossary').glossary = {
    format: 1,
    name: 'Example',
    url: 'https://glossary.example/',
    terms: [],
    areas: [{
      id: 'options',
      name: 'Options',
      questions: [{question: 'What is it for?', answer: 'Areasentence of the glossary.'}],
    }],
  };
  await document.querySelector('term-area').updateComplete;
  globalThis.ready = true;
`;

describe('a closed answer', {skip: noChromium}, () => {
  let served: ServedPage;
  before(async () => {
    served = await servePage(body, script);
  });
  after(() => served.close());

  it('is open on paper, of the author and of a glossary', async () => {
    const page = await served.open();
    const seen = () =>
      page.evaluate(() =>
        ['own', 'block', 'area'].map((id) => {
          const element = document.getElementById(id)!;
          const answer = (element.shadowRoot ?? element).querySelector(
            'details p, details [part=answer]',
          );
          const own = element.querySelector('details p');
          return (own ?? answer)!.checkVisibility();
        }),
      );
    assert.deepEqual(await seen(), [false, false, false]);
    await page.emulateMediaType('print');
    assert.deepEqual(await seen(), [true, true, true]);
    await page.close();
  });

  for (const [whose, kept, word] of [
    ['of the author', 'own', 'Ownsentence'],
    ['in the shadow root of a faq-block', 'block', 'Areasentence'],
    ['in the shadow root of a term-area', 'area', 'Areasentence'],
  ] as const) {
    it(`${whose} is opened by a text fragment`, async () => {
      const page = await served.open();
      await page.evaluate((id) => {
        const host = document.getElementById(id)!;
        for (const other of document.querySelectorAll('faq-block, term-area')) {
          if (other !== host) other.remove();
        }
      }, kept);
      const details = await page.evaluateHandle((id) => {
        const host = document.getElementById(id)!;
        return (host.shadowRoot!.querySelector('details') ??
          host.querySelector('details'))!;
      }, kept);
      assert.equal(await details.evaluate(({open}) => open), false);
      await page.evaluate((text) => {
        location.hash = `#:~:text=${text}`;
      }, word);
      await page.waitForFunction(({open}) => open, {timeout: 10_000}, details);
    });
  }
});
