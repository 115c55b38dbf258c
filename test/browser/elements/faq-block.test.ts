import '../../../src/define/faq-block.js';
import {aTimeout, expect, fixture} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {html} from 'lit';
import type {FaqBlock} from '../../../src/elements/faq-block/faq-block.js';
import type {JsonLdNode} from '../../../src/structured-data/nodes.js';
import {QUESTIONS} from '../../support/author-markup.js';
import {glossary} from '../support/glossary.js';
import {
  canonical,
  graphSettled,
  mount,
  nodes,
  nodesOf,
  scripts,
  showsFallback,
  until,
  warningsWhile,
} from '../support/page.js';

const ofArea = () =>
  mount<FaqBlock>(
    html`<faq-block area="options" .glossary=${glossary}></faq-block>`,
  );

const own = () =>
  mount<FaqBlock>(
    html`<faq-block>
      <details id="fees"><summary>Are there fees?</summary><p>Yes, <a href="/fees">a few</a>.</p></details>
      <details><summary>Is it open?</summary>Always.</details>
    </faq-block>`,
  );

const list = () =>
  mount<FaqBlock>(
    html`<faq-block>
      <dl>
        <dt id="when">When?</dt>
        <dd>Now.</dd>
        <dt>Where?</dt>
        <dd>Here.</dd>
        <dd>And there.</dd>
      </dl>
    </faq-block>`,
  );

const details = (element: FaqBlock) => [
  ...(element.shadowRoot!.querySelector('details')
    ? element.shadowRoot!
    : element
  ).querySelectorAll('details'),
];

const questions = (node: JsonLdNode | undefined) =>
  (node?.mainEntity as {name: string; acceptedAnswer: {text: string}}[]).map(
    ({name, acceptedAnswer: {text}}) => [name, text],
  );

const clickOn = async (target: Element) => {
  target.scrollIntoView();
  const {x, y, width, height} = target.getBoundingClientRect();
  await sendMouse({
    type: 'click',
    position: [
      Math.round(x + Math.min(width / 2, 60)),
      Math.round(y + height / 2),
    ],
  });
};

describe('faq-block', () => {
  describe('accessibility', () => {
    for (const [what, make] of [
      ['the questions of an area', ofArea],
      ['the author’s details', own],
      ['the author’s list', list],
    ] as const) {
      it(`axe finds nothing with ${what}, closed and open`, async () => {
        const element = await make();
        await expect(element).to.be.accessible();
        for (const one of details(element)) one.open = true;
        await expect(element).to.be.accessible();
      });

      it(`works by keyboard and by pointer with ${what}`, async () => {
        const element = await make();
        const [first, second] = details(element);
        first!.querySelector('summary')!.focus();
        await sendKeys({press: 'Enter'});
        await until(() => first!.open, 'the first open');
        await sendKeys({press: 'Enter'});
        await until(() => !first!.open, 'the first closed');
        await clickOn(second!.querySelector('summary')!);
        await until(() => second!.open, 'the second open');
        expect(first!.open).to.equal(false);
      });
    }
  });

  it('has one open answer at a time when it is exclusive', async () => {
    const element = await mount<FaqBlock>(
      html`<faq-block area="options" exclusive .glossary=${glossary}></faq-block>`,
    );
    const [first, second] = details(element);
    first!.open = true;
    second!.open = true;
    await until(() => !first!.open, 'the first closed');
  });

  it('leaves the author’s details where they are, and styles them', async () => {
    const element = await own();
    const [first] = details(element);
    expect(first!.parentElement).to.equal(element);
    expect(showsFallback(element)).to.equal(true);
    expect(getComputedStyle(first!.querySelector('summary')!).display).to.equal(
      'flex',
    );
    const other = await fixture(
      html`<details><summary>Not ours</summary></details>`,
    );
    expect(
      getComputedStyle(other.querySelector('summary')!).display,
    ).not.to.equal('flex');
  });

  it('shows a list as an accordion, and leaves the list as it was', async () => {
    const element = await list();
    const before = element.querySelector('dl')!.outerHTML;
    expect(
      details(element).map((one) => one.querySelector('summary')!.textContent),
    ).to.deep.equal(['When?', 'Where?']);
    expect(showsFallback(element)).to.equal(false);
    expect(element.querySelector('dl')!.outerHTML).to.equal(before);
  });

  it('shows a list in a wrapper as an accordion', async () => {
    const element = await mount<FaqBlock>(
      html`<faq-block><div><dl><dt>When?</dt><dd>Now.</dd></dl></div></faq-block>`,
    );
    await until(() => !showsFallback(element), 'an accordion');
    expect(details(element)).to.have.lengthOf(1);
  });

  for (const [what, markup] of [
    ['a heading', '<h2>Fees</h2><dl><dt>When?</dt><dd>Now.</dd></dl>'],
    ['a text', 'Ask us. <dl><dt>When?</dt><dd>Now.</dd></dl>'],
    ['a picture', '<dl><dt>When?</dt><dd>Now.</dd></dl><img alt="">'],
    ['a term without an answer', '<dl><dt>A?</dt><dd>a</dd><dt>B?</dt></dl>'],
    ['a card', '<dl><dt>A?</dt><dd>a</dd></dl><term-card></term-card>'],
  ] as const) {
    it(`leaves a list on screen beside ${what}, which nobody may lose`, async () => {
      const element = await mount<FaqBlock>(html`<faq-block></faq-block>`);
      element.innerHTML = markup;
      await until(() => nodesOf('FAQPage').length > 0, 'questions');
      expect(showsFallback(element)).to.equal(true);
    });
  }

  it('reads the author’s questions once its area is gone', async () => {
    const element = await mount<FaqBlock>(
      html`<faq-block area="options" .glossary=${glossary}><details><summary>Own?</summary>Yes.</details></faq-block>`,
    );
    element.removeAttribute('area');
    await until(
      () => questions(nodesOf('FAQPage')[0])[0]![0] === 'Own?',
      'the author’s question',
    );
  });

  it('warns once if it finds nothing, as an editor may have left it', async () => {
    const warnings = await warningsWhile(async (written) => {
      await mount(html`<faq-block></faq-block>`);
      await mount(html`<faq-block></faq-block>`);
      const late = await mount(html`<faq-block></faq-block>`);
      late.innerHTML = '<details><summary>Q?</summary>a</details>';
      await until(() => written.length > 0, 'a warning');
      await aTimeout(200);
    });
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.match(
      /^term-elements\/author-markup: <faq-block> has no questions/,
    );
  });

  it('follows the author’s markup', async () => {
    const element = await own();
    element.querySelector('summary')!.textContent = 'Are there costs?';
    await until(
      () => questions(nodesOf('FAQPage')[0])[0]![0] === 'Are there costs?',
      'the new question in the data',
    );
  });

  describe('fragments', () => {
    afterEach(() => {
      history.replaceState(null, '', location.pathname + location.search);
    });

    const FORMS = [
      ['an area', ofArea, 'what-is-the-cost-of-options', 1],
      ['the author’s details', own, 'fees', 0],
      ['the author’s list', list, 'when', 0],
    ] as const;

    for (const [what, make, fragment, index] of FORMS) {
      it(`open a question of ${what}`, async () => {
        const element = await make();
        location.hash = fragment;
        await until(() => details(element)[index]!.open, 'the question open');
      });
    }

    for (const [what, make, fragment, index] of FORMS) {
      it(`open a question of ${what} for a router, also the second time`, async function () {
        if (!('navigation' in window)) this.skip(); // nothing reports it there
        const element = await make();
        for (const time of ['first', 'second']) {
          history.pushState(null, '', `#${fragment}`);
          const question = () => details(element)[index]!;
          await until(
            () => question().open,
            `the question open the ${time} time`,
          );
          expect(question().getBoundingClientRect().top).to.be.within(
            -1,
            innerHeight,
          );
          question().open = false;
        }
      });

      it(`open a question of ${what} for a link, also the second time`, async () => {
        const element = await make();
        const link = await fixture<HTMLAnchorElement>(
          html`<a href="#${fragment}">Go</a>`,
        );
        for (const time of ['first', 'second']) {
          link.click();
          await until(
            () => details(element)[index]!.open,
            `the question open the ${time} time`,
          );
          details(element)[index]!.open = false;
        }
      });

      it(`open a question of ${what} for a link whose router takes its time`, async () => {
        const element = await make();
        const link = await fixture<HTMLAnchorElement>(
          html`<a href="#${fragment}">Go</a>`,
        );
        link.addEventListener('click', (event) => {
          event.preventDefault();
          event.stopPropagation();
          setTimeout(() => {
            history.pushState(null, '', link.href);
          }, 100);
        });
        link.click();
        await until(() => details(element)[index]!.open, 'the question open');
      });
    }

    it('open a question in a shadow root of the page', async () => {
      const box = await fixture(html`<div></div>`);
      const root = box.attachShadow({mode: 'open'});
      root.innerHTML =
        '<faq-block><details id="deep"><summary>Q?</summary>a</details></faq-block>';
      location.hash = 'deep';
      await until(() => root.querySelector('details')!.open, 'it open');
    });

    it('leave the page alone if an application writes its state', async () => {
      location.hash = 'fees';
      const element = await own();
      await until(() => details(element)[0]!.open, 'the question open');
      details(element)[0]!.open = false;
      history.replaceState({tab: 2}, '', '#fees');
      await aTimeout(100);
      expect(details(element)[0]!.open).to.equal(false);
    });

    it('open a question that is already named when it comes', async () => {
      location.hash = 'what-is-the-cost-of-options';
      const element = await ofArea();
      await until(() => details(element)[1]!.open, 'the question open');
    });

    it('leave a question closed that the reader has closed', async () => {
      location.hash = 'fees';
      const element = await own();
      await until(() => details(element)[0]!.open, 'the question open');
      details(element)[0]!.open = false;
      element.requestUpdate();
      await element.updateComplete;
      expect(details(element)[0]!.open).to.equal(false);
    });
  });

  describe('structured data', () => {
    it('has the publisher’s form for an area, and the author’s words for the rest', async () => {
      canonical('https://glossary.example/area/options/resource/1/');
      await ofArea();
      expect(questions(nodesOf('FAQPage')[0])[0]).to.deep.equal([
        'What is the Purpose of Options?',
        '⎊ They move risk. They have a price. They expire.',
      ]);
    });

    it('has the words on screen on a page that is not the area’s', async () => {
      canonical('https://blog.example/post/');
      await ofArea();
      expect(questions(nodesOf('FAQPage')[0])[0]).to.deep.equal([
        'What is the Purpose of Options?',
        'They move risk. They have a price. They expire.',
      ]);
    });

    it('keeps the markup that an answer may hold, with absolute addresses', async () => {
      await own();
      expect(questions(nodesOf('FAQPage')[0])).to.deep.equal([
        [
          'Are there fees?',
          `<p>Yes, <a href="${location.origin}/fees">a few</a>.</p>`,
        ],
        ['Is it open?', 'Always.'],
      ]);
    });

    it('keeps the cells and blocks of an answer apart', async () => {
      await mount(
        html`<faq-block>
          <details>
            <summary>Fees?</summary>
            <table>
              <tr><th>Tier</th><th>Maker</th></tr>
              <tr><td>VIP 0</td><td>0.02%</td></tr>
            </table>
          </details>
          <details><summary>Both?</summary><section>One.</section><section>Two.</section></details>
        </faq-block>`,
      );
      expect(questions(nodesOf('FAQPage')[0])).to.deep.equal([
        ['Fees?', '<p>Tier Maker</p><p>VIP 0 0.02%</p>'],
        ['Both?', '<p>One.</p><p>Two.</p>'],
      ]);
    });

    for (const [what, markup, expected] of QUESTIONS) {
      it(`reads ${what}`, async () => {
        const element = await mount<FaqBlock>(html`<faq-block></faq-block>`);
        element.innerHTML = markup;
        await until(() => nodesOf('FAQPage').length > 0, 'questions');
        expect(questions(nodesOf('FAQPage')[0])).to.deep.equal(expected);
      });
    }

    it('says what the author wrote into an element that is prerendered', async () => {
      await mount(
        html`<faq-block>
          <details>
            <summary>Q?</summary>
            <div>x <i prerendered>theirs<template><b>own</b></template></i></div>
          </details>
        </faq-block>`,
      );
      expect(questions(nodesOf('FAQPage')[0])).to.deep.equal([
        ['Q?', '<div>x <i><b>own</b></i></div>'],
      ]);
    });

    it('keeps the answers of a list apart', async () => {
      await list();
      expect(questions(nodesOf('FAQPage')[0])).to.deep.equal([
        ['When?', 'Now.'],
        ['Where?', '<p>Here.</p><p>And there.</p>'],
      ]);
    });

    it('is one FAQPage of all blocks, in page order, each question once', async () => {
      const first = await own();
      const second = await list();
      expect(nodes()).to.have.lengthOf(1);
      expect(questions(nodes()[0]).map(([name]) => name)).to.deep.equal([
        'Are there fees?',
        'Is it open?',
        'When?',
        'Where?',
      ]);
      const third = document.createElement('faq-block');
      third.innerHTML =
        '<details><summary>Third?</summary>Yes.</details><details><summary>When?</summary>Again.</details>';
      first.before(third);
      await third.updateComplete;
      await graphSettled();
      expect(questions(nodes()[0]).map(([name]) => name)).to.deep.equal([
        'Third?',
        'When?',
        'Are there fees?',
        'Is it open?',
        'Where?',
      ]);
      third.remove();
      await graphSettled();
      expect(questions(nodes()[0])).to.have.lengthOf(4);
      second.remove();
      await graphSettled();
      expect(questions(nodes()[0])).to.have.lengthOf(2);
    });

    it('is not changed by a move', async () => {
      const element = await own();
      const [script] = scripts();
      const place = document.createElement('div');
      document.body.append(place);
      place.append(element);
      await element.updateComplete;
      await graphSettled();
      expect(scripts()).to.deep.equal([script]);
      place.remove();
    });

    it('stays out of a page that has a FAQPage of its own', async () => {
      const host = document.createElement('script');
      host.type = 'application/ld+json';
      host.textContent = JSON.stringify({
        '@context': 'https://schema.org',
        '@graph': [{'@type': ['WebPage', 'FAQPage'], mainEntity: []}],
      });
      document.head.append(host);
      const before = host.textContent;
      await own();
      expect(nodes()).to.deep.equal([]);
      expect(host.textContent).to.equal(before);
      host.remove();
      await until(
        () => nodes().length === 1,
        'ours, now that the host’s has gone',
      );
    });

    it('stays out of a page that states one in microdata', async () => {
      const host = await fixture(
        html`<div itemscope itemtype="https://schema.org/FAQPage"></div>`,
      );
      await own();
      expect(nodes()).to.deep.equal([]);
      host.remove();
    });
  });
});
