import {expect, fixture, oneEvent} from '@open-wc/testing';
import {html, render} from 'lit';
import '../../../src/define/breadcrumb-jsonld.js';
import '../../../src/define/term-area.js';
import '../../../src/define/term-card.js';
import type {TermCard} from '../../../src/elements/term-card/term-card.js';
import type {TermGlossary} from '../../../src/elements/term-glossary/term-glossary.js';
import type {Glossary} from '../../../src/glossary/types.js';
import type {TermErrorEvent} from '../../../src/page/events.js';
import {glossary} from '../support/glossary.js';
import {mount, nodes, shadowText, until} from '../support/page.js';

const shows = (element: Element, text: string) =>
  until(
    () => shadowText(element).includes(text),
    `"${text}" in <${element.localName}>`,
  );

/** Where an element finds its glossary, in the order of the design. */
describe('the glossary of an element', () => {
  // First, while <term-glossary> is not defined.
  it('is waited for when its <term-glossary> is not defined yet', async () => {
    const around = await fixture<TermGlossary>(
      html`<term-glossary src="/faults/glossary?key=wait"><term-card term="alpha"></term-card></term-glossary>`,
    );
    const card = around.querySelector('term-card')!;
    await card.updateComplete;
    expect(card.matches(':state(loading)')).to.equal(true);
    await import('../../../src/define/term-glossary.js');
    await shows(card, 'First letter.');
  });

  const pageLink = (href: string) => {
    const link = document.createElement('link');
    link.rel = 'glossary';
    link.type = 'application/json';
    link.href = href;
    document.head.append(link);
    return link;
  };

  it('is given by the closest <term-glossary>, through shadow roots', async () => {
    const around = await mount<TermGlossary>(
      html`<term-glossary .glossary=${glossary}><div></div></term-glossary>`,
    );
    const root = around.querySelector('div')!.attachShadow({mode: 'open'});
    render(html`<term-card term="strike"></term-card>`, root);
    await shows(root.querySelector('term-card')!, 'Strike price');
  });

  it('changes when the <term-glossary> changes', async () => {
    const around = await mount<TermGlossary>(
      html`<term-glossary .glossary=${glossary}><term-card term="alpha"></term-card></term-glossary>`,
    );
    const card = around.querySelector('term-card')!;
    await until(() => card.matches(':state(missing)'), 'missing');
    around.glossary = undefined;
    around.src = '/faults/glossary?key=changes';
    await shows(card, 'First letter.');
  });

  it('is its own property before its src, and its src before what is around it', async () => {
    const around = await mount<TermGlossary>(
      html`<term-glossary .glossary=${glossary}>
        <term-card term="alpha" src="/faults/glossary?key=order"></term-card>
      </term-glossary>`,
    );
    const card = around.querySelector('term-card')!;
    await shows(card, 'First letter.');
    card.glossary = {
      format: 1,
      name: 'Own',
      terms: [{id: 'alpha', name: 'Alpha', summary: 'Own words.'}],
    };
    await shows(card, 'Own words.');
  });

  it('is what the page links to, the later over the earlier', async () => {
    const links = [
      pageLink('/faults/glossary?key=below'),
      pageLink('/test/fixtures/layer.json'),
    ];
    const list = await fixture(
      html`<div><term-card term="alpha"></term-card><term-card term="beta"></term-card></div>`,
    );
    const [alpha, beta] = list.children;
    await shows(alpha!, 'First letter, of the layer above.');
    await shows(beta!, 'Only above.');
    for (const link of links) link.remove();
  });

  it('is the bundled one when nothing else is given', async () => {
    const card = await fixture<TermCard>(
      html`<term-card term="funding-rate"></term-card>`,
    );
    await shows(card, 'Funding rate');
  });

  it('is never the bundled one when a source fails', async () => {
    const card = await fixture<TermCard>(
      html`<term-card term="funding-rate" src="/faults/404"></term-card>`,
    );
    const {code} = (await oneEvent(card, 'term-error')) as TermErrorEvent;
    expect(code).to.equal('http');
    expect(shadowText(card)).to.equal('');
  });

  it('tells those who read it what is wrong with the data block inside', async () => {
    const around = document.createElement('term-glossary');
    around.innerHTML =
      '<script type="application/json">{"format": 1, "terms": 5}</script><term-card term="alpha"></term-card>';
    setTimeout(() => {
      document.body.append(around);
    });
    const {code, message} = (await oneEvent(
      around,
      'term-error',
    )) as TermErrorEvent;
    expect(code).to.equal('format');
    expect(message).to.contain('terms: expected an array, received 5');
    around.remove();
  });

  it('takes addresses from the site that shows it', async () => {
    const around = await mount<TermGlossary>(
      html`<term-glossary term-href="/glossary/{}/" area-href="/areas/{}" home-href="/">
        <script type="application/json">
          {
            "format": 1,
            "name": "Here",
            "terms": [
              {"id": "a b", "name": "A", "summary": "S.", "related": ["c"]},
              {"id": "c", "name": "C", "summary": "S.", "url": "https://c.example/"}
            ]
          }
        </script>
        <term-card term="a b"></term-card>
      </term-glossary>`,
    );
    const card = around.querySelector('term-card')!;
    await shows(card, 'See also');
    const links = card.shadowRoot!.querySelectorAll('a[href]');
    expect([...links].map((link) => link.getAttribute('href'))).to.deep.equal([
      '/glossary/a%20b/',
      'https://c.example/',
    ]);
  });

  for (const form of [
    'javascript:globalThis.harmed=true//{}',
    ' java\nscript:globalThis.harmed=true//{}',
    'data:text/html,{}',
    'vbscript:{}',
    '{}:globalThis.harmed=true',
  ])
    it(`takes no address from ${JSON.stringify(form)}, and warns of it`, async () => {
      const warned: string[] = [];
      const {warn} = console;
      console.warn = (message: string) => warned.push(message);
      try {
        const around = await mount<TermGlossary>(
          html`<term-glossary
            .glossary=${glossaryWithoutAddresses}
            term-href=${form}
            area-href=${form}
            home-href=${form}
            ><term-card term="javascript"></term-card
            ><term-area area="area"></term-area
            ><breadcrumb-jsonld term="javascript"></breadcrumb-jsonld
          ></term-glossary>`,
        );
        for (const tag of ['term-card', 'term-area', 'breadcrumb-jsonld']) {
          const element = around.querySelector(tag)!;
          // A trail without a place to go to is not shown.
          if (tag !== 'breadcrumb-jsonld') await shows(element, 'Letter');
          const links = [...element.shadowRoot!.querySelectorAll('a[href]')];
          expect(
            links.map((link) => link.getAttribute('href')),
            tag,
          ).to.deep.equal([]);
        }
        expect(JSON.stringify(nodes())).not.to.match(
          /script:|data:|vbs|harmed/,
        );
      } finally {
        console.warn = warn;
      }
      for (const name of ['term-href', 'area-href', 'home-href'])
        expect(
          warned.filter((message) =>
            message.startsWith(
              `term-elements/address-form: <term-glossary> ${name}: expected an http(s), mailto or relative address such as "/glossary/{}/", received ${JSON.stringify(form)}`,
            ),
          ),
          name,
        ).to.have.lengthOf(1);
    });
});

/** Of ids that make an address a script, where they may name its scheme. */
const glossaryWithoutAddresses: Glossary = {
  format: 1,
  name: 'Letters',
  terms: [
    {
      id: 'javascript',
      name: 'Letter A',
      summary: 'First.',
      related: ['java'],
      deprecated: {use: 'java'},
      definition: {markdown: 'See [[java]].'},
      areas: ['area'],
    },
    {id: 'java', name: 'Letter B', summary: 'Second.', areas: ['area']},
  ],
  areas: [{id: 'area', name: 'Letters'}],
};
