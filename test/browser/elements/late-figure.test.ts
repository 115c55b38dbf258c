import '../../../src/define/own-glossary/term-card.js';
import '../../../src/define/own-glossary/term-figure.js';
import {expect, oneEvent} from '@open-wc/testing';
import {html} from 'lit';
import {drawing} from '../../../src/elements/term-figure/drawn-figure.js';
import type {TermFigure} from '../../../src/elements/term-figure/term-figure.js';
import type {TermErrorEvent} from '../../../src/page/events.js';
import {FIGURES} from '../../support/figures.js';
import {glossary as example} from '../support/glossary.js';
import {mount, showsFallback, until} from '../support/page.js';

const glossary = {
  ...example,
  terms: [
    {id: 'a', name: 'A', summary: 'Has a figure.', figure: FIGURES.payoff},
  ],
};

const isDrawn = (element: Element) =>
  element.shadowRoot!.querySelector('.drawing > svg') !== null;

describe('figures whose code cannot be loaded', () => {
  const {load} = drawing;

  afterEach(() => {
    drawing.load = load;
  });

  it('say so, and are drawn when the page is online again', async () => {
    drawing.load = () => Promise.reject(new TypeError('404'));
    const codes: string[] = [];
    const first = oneEvent(window, 'term-error');
    const figure = await mount<TermFigure>(
      html`<term-figure
        .figure=${FIGURES.payoff}
        @term-error=${({code}: TermErrorEvent) => codes.push(code)}
        ><b>Own</b></term-figure
      >`,
    );
    await first;
    const card = await mount(
      html`<term-card term="a" .glossary=${glossary}></term-card>`,
    );
    await until(() => card.shadowRoot!.querySelector('.entry'), 'the entry');
    figure.requestUpdate();
    await figure.updateComplete;
    expect(codes).to.deep.equal(['part']);
    expect(showsFallback(figure)).to.equal(true);

    dispatchEvent(new Event('online')); // fails again
    await until(() => codes.length === 2, 'another report');

    drawing.load = load;
    dispatchEvent(new Event('online'));
    await until(() => isDrawn(figure) && isDrawn(card), 'both drawings');
    expect(codes).to.deep.equal(['part', 'part']);
  });
});
