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

  for (const [whose, text, selector] of [
    ['of the author', 'Ownsentence', 'own'],
    ['of a faq-block', 'Areasentence', 'block'],
    ['of a term-area', 'Areasentence', 'area'],
  ] as const) {
    it(`${whose} opens for a text fragment`, async () => {
      const page = await served.open();
      if (selector === 'area')
        await page.evaluate(() => document.getElementById('block')!.remove());
      await page.evaluate((word) => {
        location.hash = `#:~:text=${word}`;
      }, text);
      await page.waitForFunction(
        (id: string) => {
          const host = document.getElementById(id)!;
          return (
            host.shadowRoot!.querySelector('details') ??
            host.querySelector('details')
          )?.open;
        },
        {timeout: 5000},
        selector,
      );
      assert.ok(true);
    });
  }
});
