import '../../../src/define/own-glossary/term-area.js';
import '../../../src/define/own-glossary/term-card.js';
import '../../../src/define/own-glossary/term-figure.js';
import {expect, oneEvent} from '@open-wc/testing';
import {html} from 'lit';
import type {TermFigure} from '../../../src/elements/term-figure/term-figure.js';
import type {Figure, Glossary} from '../../../src/glossary/types.js';
import type {TermErrorEvent} from '../../../src/page/events.js';
import {FIGURES} from '../../support/figures.js';
import {glossary as example} from '../support/glossary.js';
import {
  graphSettled,
  mount,
  nodes,
  showsFallback,
  until,
} from '../support/page.js';

const glossary: Glossary = {
  ...example,
  terms: [
    {
      id: 'straddle',
      name: 'Straddle',
      summary: 'A call and a put.',
      figure: FIGURES.payoff,
      areas: ['strategies'],
      translations: {
        de: {name: 'Straddle', figure: {caption: 'Eine Spanne'}},
      },
    },
    {id: 'plain', name: 'Plain', summary: 'Has no figure.'},
  ],
  areas: [{id: 'strategies', name: 'Strategies'}],
};

const graphicIn = (element: Element) =>
  element.shadowRoot!.querySelector<SVGSVGElement>('.drawing > svg');

const drawn = async <T extends Element>(element: T): Promise<T> => {
  await until(() => graphicIn(element), 'the drawing');
  return element;
};

const given = async (figure: Figure) =>
  drawn(
    await mount<TermFigure>(
      html`<term-figure .figure=${figure}>Fallback</term-figure>`,
    ),
  );

describe('term-figure', () => {
  for (const [type, figure] of Object.entries(FIGURES))
    it(`draws a ${type} that axe finds nothing in, and that stays in its box`, async () => {
      const element = await given(figure);
      element.shadowRoot!.querySelector('details')!.open = true;
      await expect(element).to.be.accessible();
      const label = graphicIn(element)!.getAttribute('aria-label')!;
      expect(element.shadowRoot!.textContent).to.contain(label);
      for (const width of ['244px', '40rem']) {
        element.style.width = width;
        const box = element
          .shadowRoot!.querySelector('.drawing')!
          .getBoundingClientRect();
        for (const text of element.shadowRoot!.querySelectorAll('text')) {
          const {left, right} = text.getBoundingClientRect();
          const where = `${width}: ${text.textContent}`;
          expect(left, where).to.be.at.least(box.left - 2);
          expect(right, where).to.be.at.most(box.right + 6);
        }
      }
    });

  it('takes its room before its code is there, so that nothing moves', async () => {
    const element = await mount<TermFigure>(
      html`<term-figure .figure=${FIGURES.pool}></term-figure>`,
    );
    // Other tests may have loaded the code: the box has its height either way.
    const {height} = element.getBoundingClientRect();
    await drawn(element);
    expect(element.getBoundingClientRect().height).to.equal(height);
  });

  it('reads the figure of an entry, and its caption in the language of the page', async () => {
    const element = await drawn(
      await mount<TermFigure>(
        html`<div lang="de"><term-figure term="straddle" .glossary=${glossary}></term-figure></div>`,
      ).then((outer) => outer.querySelector('term-figure')!),
    );
    await until(
      () =>
        element.shadowRoot!.querySelector('figcaption')?.textContent ===
        'Eine Spanne',
      'the German caption',
    );
    // Our own words are English, numbers are not.
    expect(
      element.shadowRoot!.querySelector('.drawing')!.getAttribute('lang'),
    ).to.equal('en');
    expect(nodes()).to.deep.equal([]);
  });

  it('reads a figure from its attribute', async () => {
    const element = await drawn(
      await mount<TermFigure>(
        html`<term-figure figure=${JSON.stringify(FIGURES.waterfall)}></term-figure>`,
      ),
    );
    expect(graphicIn(element)!.textContent).to.contain('insurance fund 45');
  });

  for (const [why, template, code] of [
    [
      'the entry has no figure',
      html`<term-figure term="plain" .glossary=${glossary}><b>Own</b></term-figure>`,
      'missing',
    ],
    [
      'there is no figure of this type',
      html`<term-figure figure='{"type": "pie"}'><b>Own</b></term-figure>`,
      'format',
    ],
    [
      'its numbers cannot be drawn',
      html`<term-figure figure='{"type": "pool", "x": "a", "y": 1}'><b>Own</b></term-figure>`,
      'format',
    ],
  ] as const)
    it(`keeps the author's markup when ${why}`, async () => {
      const event = oneEvent(window, 'term-error');
      const element = await mount<TermFigure>(template);
      expect(((await event) as unknown as TermErrorEvent).code).to.equal(code);
      expect(showsFallback(element)).to.equal(true);
    });

  it('keeps lines apart without colour, in forced colours too', async () => {
    const element = await given(FIGURES.greek);
    const dashes = [
      ...element.shadowRoot!.querySelectorAll<SVGPathElement>(
        'path:is(.line, .dashed, .dotted)',
      ),
    ].map((path) => getComputedStyle(path).strokeDasharray);
    expect(new Set(dashes).size).to.equal(3);
  });

  it('is written from left to right in a page from right to left', async () => {
    const outer = await mount<TermFigure>(
      html`<div dir="rtl"><term-figure .figure=${FIGURES.payoff}></term-figure></div>`,
    );
    const element = await drawn(outer.querySelector('term-figure')!);
    const texts = [...element.shadowRoot!.querySelectorAll('text')];
    const left = (text: string) =>
      texts
        .find(({textContent}) => textContent === text)!
        .getBoundingClientRect().left;
    expect(left('60')).to.be.lessThan(left('140'));
  });
});

describe('a figure of an entry', () => {
  for (const [tag, template] of [
    [
      'term-card',
      html`<term-card term="straddle" .glossary=${glossary}></term-card>`,
    ],
    [
      'term-area',
      html`<term-area area="strategies" .glossary=${glossary}></term-area>`,
    ],
  ] as const)
    it(`is shown by ${tag}, below the definition`, async () => {
      const element = await drawn(await mount(template));
      await graphSettled();
      await expect(element).to.be.accessible();
      expect(
        element.shadowRoot!.querySelector('figcaption')!.textContent,
      ).to.equal('A spread');
    });
});
