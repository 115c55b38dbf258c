import {expect} from '@open-wc/testing';
import type {BreadcrumbJsonld} from '../../../src/elements/breadcrumb-jsonld/breadcrumb-jsonld.js';
import type {FaqBlock} from '../../../src/elements/faq-block/faq-block.js';
import type {TermCard} from '../../../src/elements/term-card/term-card.js';
import type {TermGlossary} from '../../../src/elements/term-glossary/term-glossary.js';
import {graphSettled, nodes, scripts, until} from '../support/page.js';
import {
  ADDRESS,
  block,
  card,
  faqOf,
  isKept,
  keptPage,
  questions,
  seen,
  setOf,
  shows,
  trailOf,
} from './support.js';

/** An address of the same glossary that answers late. */
const SLOW = `/faults/slow?ms=150&amp;doc=${ADDRESS}`;

/** The nodes of a page; identities and language of questions are of the page that shows them. */
const stated = (document: Document): readonly object[] =>
  nodes(document).map((node) => {
    if (node['@type'] !== 'FAQPage') return node;
    const {'@id': _id, inLanguage: _language, mainEntity, ...rest} = node;
    return {
      ...rest,
      mainEntity: (mainEntity as Record<string, unknown>[]).map(
        ({url: _url, ...question}) => question,
      ),
    };
  });

const says = (document: Document, ...expected: object[]) =>
  until(
    () => JSON.stringify(stated(document)) === JSON.stringify(expected),
    `${JSON.stringify(expected)} in the head`,
  );

describe('prerendered content', () => {
  it('stays, asks nothing, is told of, and its scripts are adopted', async () => {
    const {find, written, asked, loads, document} = await keptPage(
      card('a', '0.0') +
        card('b', '0.1') +
        block('one', 'One?', '1.0') +
        block('two', 'Two?', '1.1'),
      [setOf('a', 'b'), faqOf('One?', 'Two?')],
    );
    await find('term-card').updateComplete;
    await graphSettled();
    expect([...document.querySelectorAll('[prerendered]')].length).to.equal(4);
    for (const element of document.querySelectorAll<HTMLElement>(
      '[prerendered]',
    ))
      expect(isKept(element)).to.equal(true);
    expect(document.body.innerText.match(/What a means/g)).to.have.lengthOf(1);
    expect(scripts(document)).to.deep.equal(written);
    expect(asked).to.deep.equal([]);
    expect(loads).to.have.members(['a', 'b', 'one', 'two']);

    // One goes, the rest of the page says what it said.
    const [first, second] = document.querySelectorAll<TermCard>('term-card');
    first!.term = 'c';
    await shows(first!, 'What c means.');
    expect(first!.outerHTML).to.equal(
      '<term-card term="a"><p>The author on a.</p></term-card>',
    );
    expect(isKept(second!)).to.equal(true);
    await says(document, setOf('c', 'b'), faqOf('One?', 'Two?'));
    expect(scripts(document)[1]).to.equal(written[1]);

    find<FaqBlock>('faq-block').area = 'three';
    await shows(find('faq-block'), 'Three?');
    await says(document, setOf('c', 'b'), faqOf('Three?', 'Two?'));
    expect(asked.length).to.equal(1);
  });

  it('stays through a move, and its data goes with it', async () => {
    const {find, written, document} = await keptPage(
      `<main>${card('a', '0')}</main><aside></aside>`,
      [setOf('a')],
    );
    const element = find('term-card');
    const {firstElementChild} = element;
    find('aside').append(element);
    await graphSettled();
    expect(isKept(element)).to.equal(true);
    expect(element.firstElementChild).to.equal(firstElementChild);
    expect(scripts(document)).to.deep.equal(written);
    element.remove();
    await says(document);
    find('main').append(element);
    await says(document, setOf('a'));
    expect(isKept(element)).to.equal(true);
  });

  it('stays until there is an answer, and gives way to the author’s words if it is none', async () => {
    const {find, written, document} = await keptPage(
      `<term-glossary src="${SLOW}">${card('a', '0')}</term-glossary>`,
      [setOf('a')],
    );
    const element = find('term-card');
    element.term = 'nothing';
    await until(() => element.matches(':state(loading)'), 'a question');
    expect(seen(element)).to.contain('What a means.');
    const room = element.shadowRoot!.querySelector('.fallback')!;
    expect(getComputedStyle(room).padding).to.equal('0px');
    expect(getComputedStyle(element).minBlockSize).to.equal('0px');
    await graphSettled();
    expect(scripts(document)).to.deep.equal(written);
    await shows(element, 'The author on a.');
    expect(seen(element)).to.equal('The author on a.');
    await says(document);
  });

  for (const [what, script] of [
    [
      'attribute',
      `document.querySelector('term-card').setAttribute('term', 'b');`,
    ],
    ['property', `document.querySelector('term-card').term = 'b';`],
  ] as const) {
    it(`gives way at once where its ${what} is another by then`, async () => {
      const {find, document} = await keptPage(card('a', '0'), [setOf('a')], {
        script,
      });
      await shows(find('term-card'), 'What b means.');
      await says(document, setOf('b'));
    });
  }

  for (const [what, change, shown] of [
    [
      'the glossary around it',
      (find: (selector: string) => HTMLElement) => {
        (find('term-glossary') as TermGlossary).src =
          '/faults/glossary?key=around';
      },
      'The author on a.',
    ],
    [
      'a glossary that a script gives around it',
      (find: (selector: string) => HTMLElement) => {
        (find('term-glossary') as TermGlossary).glossary = {
          format: 1,
          name: 'Other',
          terms: [{id: 'a', name: 'A', summary: 'Another one.'}],
        };
      },
      'Another one.',
    ],
    [
      'the language around it',
      (find: (selector: string) => HTMLElement) => {
        find('main').lang = 'es';
      },
      'Lo que a significa.',
    ],
    [
      'what somebody else writes into it',
      (find: (selector: string) => HTMLElement) => {
        find('term-card').replaceChildren('');
      },
      'What a means.',
    ],
  ] as const) {
    it(`follows ${what}`, async () => {
      const {find, asked} = await keptPage(
        `<term-glossary src="${ADDRESS}"><main>${card('a', '0')}</main></term-glossary>`,
        [setOf('a')],
      );
      expect(isKept(find('term-card'))).to.equal(true);
      expect(asked).to.deep.equal([]);
      change(find);
      await until(() => !isKept(find('term-card')), 'an element that is live');
      await shows(find('term-card'), shown);
    });
  }

  it('stays when the glossary around it is defined late, and follows it then', async () => {
    const {find, asked, document} = await keptPage(
      `<term-glossary src="${ADDRESS}">${card('a', '0')}</term-glossary>`,
      [setOf('a')],
      {elements: 'term-card'},
    );
    const script = document.createElement('script');
    script.type = 'module';
    script.src = '/src/define/term-glossary.ts';
    document.head.append(script);
    const around = find<TermGlossary>('term-glossary');
    await until(() => around.matches(':defined'), 'a definition');
    await graphSettled();
    expect(isKept(find('term-card'))).to.equal(true);
    expect(asked).to.deep.equal([]);
    around.src = '/faults/glossary?key=late';
    await shows(find('term-card'), 'The author on a.');
  });

  it('gives way to a glossary in memory, without a request', async () => {
    const {find, asked, document} = await keptPage(
      card('a', '0'),
      [setOf('a')],
      {
        script: `document.querySelector('term-card').glossary =
          {format: 1, name: 'Other', terms: [{id: 'a', name: 'A', summary: 'Another one.'}]};`,
      },
    );
    await shows(find('term-card'), 'Another one.');
    expect(asked).to.deep.equal([]);
    await until(() => nodes(document)[0]?.name === 'Other', 'its own data');
    expect(nodes(document)).to.have.lengthOf(1);
  });

  it('leaves the structured data when that is asked for', async () => {
    const {find, document} = await keptPage(card('a', '0'), [setOf('a')]);
    find('term-card').structuredData = 'none';
    await says(document);
    await shows(find('term-card'), 'What a means.');
  });

  it('opens the question that the address names, and leaves open what is open', async () => {
    const {find, page} = await keptPage(
      block('one', 'One?', '0.0') + block('two', 'Two?', '0.1'),
      [faqOf('One?', 'Two?')],
      {
        script: `location.hash = 'two'; document.querySelector('#one').open = true;`,
      },
    );
    await until(
      () => find<HTMLDetailsElement>('#two').open,
      'an open question',
    );
    expect(find<HTMLDetailsElement>('#one').open).to.equal(true);
    expect(page.document.querySelectorAll('#two')).to.have.lengthOf(1);
  });

  describe('of what an author wrote', () => {
    it('is a list that is shown as questions, until there are others', async () => {
      const {find, document, written} = await keptPage(
        `<faq-block prerendered='["own",3]' data-nodes="0">${questions('Why?')}` +
          '<template><dl><dt>Why?</dt><dd>Why? Yes.</dd></dl></template></faq-block>',
        [faqOf('Why?')],
      );
      const element = find<FaqBlock>('faq-block');
      await graphSettled();
      expect(isKept(element)).to.equal(true);
      expect(scripts(document)).to.deep.equal(written);
      element.insertAdjacentHTML(
        'beforeend',
        '<dl><dt>How?</dt><dd>How? Yes.</dd></dl>',
      );
      await shows(element, 'Why? Why? Yes. How? How? Yes.');
      await says(document, faqOf('Why?', 'How?'));
      expect(element.innerHTML).to.equal(
        '<dl><dt>Why?</dt><dd>Why? Yes.</dd></dl><dl><dt>How?</dt><dd>How? Yes.</dd></dl>',
      );
    });

    it('is a trail, on screen or in the data only', async () => {
      const items = JSON.stringify(
        ['x', 'y'].map((name) => ({name, url: `https://kept.example/${name}`})),
      );
      const trail = '<nav class="trail"><ol><li>x</li><li>y</li></ol></nav>';
      const {find, document, written} = await keptPage(
        `<breadcrumb-jsonld items='${items}' prerendered='[${items},3]' data-nodes="0">${trail}</breadcrumb-jsonld>` +
          `<breadcrumb-jsonld id="hidden" hidden items='${items}' prerendered='[${items},3]' data-nodes="0"></breadcrumb-jsonld>`,
        [trailOf('x', 'y')],
      );
      const element = find<BreadcrumbJsonld>('breadcrumb-jsonld');
      const hidden = find<BreadcrumbJsonld>('#hidden');
      await graphSettled();
      expect(isKept(element)).to.equal(true);
      expect(isKept(hidden)).to.equal(true);
      expect(scripts(document)).to.deep.equal(written);
      hidden.hidden = false;
      await shows(hidden, 'x y');
      expect(isKept(element)).to.equal(true);
      element.items = [{name: 'x'}, {name: 'z'}];
      await shows(element, 'x z');
      expect(element.childElementCount).to.equal(0);
    });
  });
});
