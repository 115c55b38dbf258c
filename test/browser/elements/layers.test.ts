import '../../../src/define/all.js';
import {expect, fixture} from '@open-wc/testing';
import {html, render} from 'lit';
import type {TermCard} from '../../../src/elements/term-card/term-card.js';
import {documentSource} from '../../../src/glossary/document-source.js';
import {LayeredSource} from '../../../src/glossary/layered-source.js';
import type {GlossaryLoadError} from '../../../src/glossary/load-error.js';
import type {TermErrorEvent} from '../../../src/page/events.js';
import {shadowText, until} from '../support/page.js';

const shows = (element: Element, text: string, ms?: number) =>
  until(() => shadowText(element).includes(text), `"${text}" on screen`, ms);

const BELOW = '/faults/glossary?key=layers';
const ABOVE = '/test/fixtures/layer.json';

const card = (src: string, term = 'alpha') =>
  fixture<TermCard>(html`<term-card term=${term} src=${src}></term-card>`);

describe('layers over HTTP', () => {
  it('show what is below while the one above is slow, and then what is above', async () => {
    const element = await card(
      `${BELOW}-slow /faults/slow?ms=1500&doc=${ABOVE}`,
    );
    const seen: string[] = [];
    element.addEventListener('term-load', () => {
      seen.push(shadowText(element));
    });
    await shows(element, 'First letter, of the layer above.');
    await until(() => seen.length === 2, 'both announced');
    expect(seen[0]).to.contain('First letter.');
    expect(seen[1]).to.contain('of the layer above');
    expect(element.matches(':state(loading)')).to.equal(false);
  });

  it('hold nobody up when the one below is slow', async () => {
    const element = await card(`/faults/slow?ms=5000 ${ABOVE}`);
    await shows(element, 'First letter, of the layer above.', 4000);
  });

  it('show what is below when the one above cannot be loaded', async () => {
    for (const fault of ['404', 'html']) {
      const element = await card(`${BELOW}-${fault} /faults/${fault}`);
      await shows(element, 'First letter.');
      expect(element.matches(':state(error)')).to.equal(false);
    }
  });

  it('say what is wrong when none can be had', async () => {
    const element = await card('/faults/404?a /faults/404?b');
    await until(() => element.matches(':state(error)'), 'an error');
  });

  it('are not asked for with one integrity for all, and say how it is given', async () => {
    const around = await fixture<HTMLElement>(html`<div></div>`);
    const errors: TermErrorEvent[] = [];
    around.addEventListener('term-error', (event) => errors.push(event));
    const src = `${BELOW}-promised ${ABOVE}`;
    render(
      html`<term-card term="alpha" src=${src} integrity="sha256-AAAA">A</term-card>`,
      around,
    );
    await until(() => errors.length, 'an error');
    const {error, message} = errors[0]!;
    expect((error as GlossaryLoadError).code).to.equal('integrity');
    expect(message).to.contain('received 2');
    expect(message).to.contain('<link rel="glossary"');
    const asked = await fetch('/faults/requests?key=layers-promised');
    expect(await asked.json()).to.equal(0);
  });
});

describe('layers in the page', () => {
  it('merge field by field, in the first update', async () => {
    const source = new LayeredSource([
      documentSource({
        format: 1,
        name: 'Below',
        language: 'en',
        terms: [
          {
            id: 'alpha',
            name: 'Alpha',
            summary: 'First letter.',
            related: ['beta'],
          },
          {id: 'beta', name: 'Beta', summary: ''},
        ],
      }),
      documentSource({
        format: 1,
        name: 'Above',
        terms: [
          {id: 'alpha', merge: true, summary: 'Our letter.'},
          {id: 'beta', merge: true, name: 'Our beta'},
        ],
      }),
    ]);
    const element = document.createElement('term-card');
    Object.assign(element, {term: 'alpha', glossary: source});
    document.body.append(element);
    await (element as TermCard).updateComplete;
    const text = shadowText(element);
    expect(text).to.contain('Alpha');
    expect(text).to.contain('Our letter.');
    expect(text).to.contain('Our beta');
    element.remove();
  });
});
