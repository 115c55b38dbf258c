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

const roomOf = (element: Element) => getComputedStyle(element).minBlockSize;

describe('space reserved for late data', () => {
  for (const [state, src] of [
    ['error', '/faults/500'],
    ['missing', '/faults/glossary?key=room'],
  ] as const)
    it(`stays in :state(${state}), so that the author's markup does not move`, async () => {
      const element = await fixture(ELEMENTS['term-area'](src));
      expect(roomOf(element)).to.equal('1280px');
      await until(() => element.matches(`:state(${state})`), state);
      expect(roomOf(element)).to.equal('1280px');
    });

  it('stays while it is on screen, and is given back out of sight', async () => {
    const box = await fixture(
      html`<div>
        <term-card term="alpha" src="/faults/glossary?key=seen" style="--term-card-reserve: 900px"></term-card>
        <div style="block-size: 3000px"></div>
        <term-card term="alpha" src="/faults/glossary?key=unseen" style="--term-card-reserve: 900px"></term-card>
      </div>`,
    );
    const [seen, unseen] = box.querySelectorAll('term-card');
    seen!.scrollIntoView();
    expect(roomOf(unseen!)).to.equal('900px');
    await until(() => roomOf(unseen!) === '0px', 'room given back');
    await until(() => seen!.shadowRoot!.querySelector('article'), 'an entry');
    expect(roomOf(seen!)).to.equal('900px');
    unseen!.scrollIntoView();
    await until(
      () => roomOf(seen!) === '0px' || !CSS.supports('overflow-anchor', 'auto'),
      'room given back above the viewport',
    );
  });
});

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
