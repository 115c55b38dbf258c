import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/define/term-card.js';
import {until, whenBuilt} from '../support/page.js';

/** A glossary of twenty thousand terms, in files; no other test asks for this address. */
const SRC = '/built/20000/manifest.json?cards';

const asked = (): readonly string[] =>
  performance
    .getEntriesByType('resource')
    .map(({name}) => new URL(name).pathname)
    .filter((path) => path.startsWith('/built/'));

before(whenBuilt('/built/20000/manifest.json'));

it('cards of a built glossary load the files of their terms, each once', async () => {
  performance.clearResourceTimings();
  const numbers = [7, 7, 4321, 19_999];
  const page = await fixture(
    html`<div>
      ${numbers.map(
        (number) => html`<term-card src=${SRC} term="t${number}"></term-card>`,
      )}
    </div>`,
  );
  const cards = [...page.querySelectorAll('term-card')];
  await until(
    () =>
      cards.every((card, index) =>
        card.shadowRoot?.textContent?.includes(
          `What number ${numbers[index]} means.`,
        ),
      ),
    'every card',
  );
  const files = asked();
  expect(new Set(files).size, files.join('\n')).to.equal(files.length);
  expect(files.length).to.be.within(4, 7);
});
