import {aTimeout, expect} from '@open-wc/testing';
import {html} from 'lit';
import type {TermTip} from '../../../../src/elements/term-tip/term-tip.js';
import {checkStructuredData} from '../../../support/check-structured-data.js';
import {nodesOf, scripts, until} from '../../support/page.js';
import {SlowSource, tidyUp, tipGlossary, tipsIn} from '../../support/tips.js';

/** The ids of the terms that the page states it mentions. */
const mentioned = (): string =>
  nodesOf('WebPage')
    .flatMap(({mentions}) =>
      (mentions as {termCode: string}[]).map(({termCode}) => termCode),
    )
    .join(' ');

const says = (ids: string): Promise<void> =>
  until(() => mentioned() === ids, `mentions of "${ids}"`);

const tipsOf = (box: Element): TermTip[] => [
  ...box.querySelectorAll<TermTip>('term-tip'),
];

describe('what tips state in the data of a page', () => {
  afterEach(async () => {
    await tidyUp();
    await until(() => scripts().length === 0, 'no data of ours');
  });

  it('is nothing unless their author asks for it', async () => {
    const box = await tipsIn(html`<term-tip>margin</term-tip>`);
    await until(() => tipsOf(box)[0]!.hasAttribute('tabindex'), 'the tip');
    await aTimeout(100);
    expect(scripts()).to.deep.equal([]);
  });

  it('is which terms the page mentions, each once', async () => {
    await tipsIn(
      html`<p>
        <term-tip structured-data="mentions">leverage</term-tip> on
        <term-tip structured-data="mentions" term="margin">money</term-tip>, a
        <term-tip structured-data="mentions">margin</term-tip>, a
        <term-tip>Term 1</term-tip>, a
        <term-tip structured-data="mentions">Delta</term-tip>, a
        <term-tip structured-data="mentions">word of no glossary</term-tip>
      </p>`,
    );
    await says('leverage margin');
    const [page, ...others] = nodesOf('WebPage');
    expect(others).to.deep.equal([]);
    const [address] = location.href.split('#');
    expect(page!['@id']).to.equal(address);
    expect((page!.mentions as object[])[1]).to.deep.equal({
      '@type': 'DefinedTerm',
      '@id': 'https://glossary.example/margin/',
      url: 'https://glossary.example/margin/',
      name: 'Margin',
      termCode: 'margin',
      inDefinedTermSet: 'https://glossary.example/',
    });
    expect(checkStructuredData([page])).to.deep.equal([]);
  });

  it('follows their attributes, and tips that come and go', async () => {
    const box = await tipsIn(
      html`<p><term-tip>margin</term-tip> <term-tip>leverage</term-tip></p>`,
    );
    const [first, second] = tipsOf(box);
    await until(() => first!.hasAttribute('tabindex'), 'the tips');
    first!.structuredData = 'mentions';
    await says('margin');
    second!.setAttribute('structured-data', 'mentions');
    await says('margin leverage');
    first!.term = 't1';
    await says('t1 leverage');
    second!.structuredData = '';
    await says('t1');
    second!.structuredData = 'mentions';
    await says('t1 leverage');
    first!.remove();
    await says('leverage');
    second!.after(first!);
    await says('leverage t1');
  });

  it('waits for a glossary that a framework sets late', async () => {
    const box = await tipsIn(
      html`<term-tip structured-data="mentions" term="late">late</term-tip>`,
    );
    const [tip] = tipsOf(box);
    await until(() => tip!.hasAttribute('tabindex'), 'the tip');
    const [term] = tipGlossary.terms;
    tip!.glossary = {...tipGlossary, terms: [{...term, id: 'late'}]};
    await says('late');
  });

  it('is what a tip names last, though an earlier answer comes later', async () => {
    const source = new SlowSource();
    const box = await tipsIn(html`<term-tip term="nothing">word</term-tip>`);
    const [tip] = tipsOf(box);
    await until(() => tip!.hasAttribute('tabindex'), 'the tip');
    let answer = (_: unknown) => {};
    source.gate = new Promise((resolve) => (answer = resolve));
    tip!.glossary = source;
    tip!.structuredData = 'mentions';
    await until(() => source.asked.includes('nothing'), 'the first question');
    tip!.glossary = tipGlossary;
    tip!.term = 'margin';
    await says('margin');
    answer(undefined);
    await aTimeout(100);
    expect(mentioned()).to.equal('margin');
  });

  it('leaves out what readers cannot see, and what a card says', async () => {
    const box = await tipsIn(
      html`<p hidden><term-tip structured-data="mentions">margin</term-tip></p>
        <p><term-tip structured-data="mentions">leverage</term-tip></p>
        <term-card>
          <term-tip structured-data="mentions">Term 1</term-tip>
        </term-card>`,
    );
    await says('leverage');
    const [first, second] = box.querySelectorAll('p');
    // Later than what is observed at first.
    await aTimeout(100);
    first!.hidden = false;
    await says('margin leverage');
    await aTimeout(100);
    second!.hidden = true;
    await says('margin');
  });

  it('describes the page that a router goes to', async () => {
    const {href} = location;
    const {title} = document;
    await tipsIn(html`<term-tip structured-data="mentions">margin</term-tip>`);
    await says('margin');
    try {
      history.pushState(null, '', '/another/page/');
      // Some engines report no navigation; a router changes the page, too.
      document.title = 'Another page';
      await until(
        () =>
          nodesOf('WebPage')[0]?.url === new URL('/another/page/', href).href,
        'the other address',
      );
    } finally {
      history.replaceState(null, '', href);
      document.title = title;
    }
    await says('margin');
  });
});
