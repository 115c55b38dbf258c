import '../../../src/define/all.js';
import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import {showsFallback, until} from '../support/page.js';

/** Every element that loads, while it does and when that has failed. */
const ELEMENTS = {
  'term-card': (src: string) =>
    html`<term-card term="alpha" src=${src}><a href="#own">Own</a></term-card>`,
  'term-area': (src: string) =>
    html`<term-area area="a" src=${src}><a href="#own">Own</a></term-area>`,
  'faq-block': (src: string) =>
    html`<faq-block area="a" src=${src}><a href="#own">Own</a></faq-block>`,
  'breadcrumb-jsonld': (src: string) =>
    html`<breadcrumb-jsonld area="a" src=${src}><a href="#own">Own</a></breadcrumb-jsonld>`,
};

describe('accessibility of what is not there', () => {
  for (const [tag, template] of Object.entries(ELEMENTS)) {
    for (const [state, src] of [
      ['loading', `/faults/slow?ms=3000&for=${tag}`],
      ['error', '/faults/500'],
      ['missing', `/faults/glossary?key=states-${tag}`],
    ] as const) {
      if (tag === 'term-card' && state === 'missing') continue; // alpha is there
      it(`axe finds nothing in <${tag}>:state(${state})`, async () => {
        const element = await fixture(template(src));
        await until(() => element.matches(`:state(${state})`), state);
        expect(showsFallback(element)).to.equal(true);
        await expect(element).to.be.accessible();
      });
    }
  }
});
