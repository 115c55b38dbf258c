import '../../../src/define/all.js';
import {expect, fixture} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import {html} from 'lit';
import type {TermCard} from '../../../src/elements/term-card/term-card.js';
import {glossary} from '../support/glossary.js';
import {mount} from '../support/page.js';

const card = () =>
  mount<TermCard>(
    html`<term-card term="strike" .glossary=${glossary}></term-card>`,
  );

const style = (element: Element, part?: string) =>
  getComputedStyle(
    part ? element.shadowRoot!.querySelector(`[part="${part}"]`)! : element,
  );

describe('look', () => {
  afterEach(() => executeServerCommand('media', {}));

  it('follows a class of the host page that sets color-scheme', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '.dark { color-scheme: dark } .light { color-scheme: light }',
    );
    document.adoptedStyleSheets.push(sheet);
    const element = await card();
    const around = element.parentElement!;
    around.className = 'light';
    expect(style(element).color).to.equal('rgb(22, 24, 29)');
    around.className = 'dark';
    expect(style(element).color).to.equal('rgb(232, 234, 237)');
    document.adoptedStyleSheets.pop();
  });

  it('takes its tokens from properties around it', async () => {
    const element = await card();
    element.parentElement!.style.setProperty('--term-ink', 'rgb(1, 2, 3)');
    element.parentElement!.style.setProperty('--term-radius', '3px');
    expect(style(element).color).to.equal('rgb(1, 2, 3)');
    expect(style(element).borderTopLeftRadius).to.equal('3px');
  });

  it('has the look of a link only where there is an address', async () => {
    const element = await mount<TermCard>(
      html`<term-card term="a" .glossary=${{
        format: 1,
        name: 'Sources',
        terms: [
          {
            id: 'a',
            name: 'Alpha',
            summary: 'First.',
            sources: [
              {title: 'A book'},
              {title: 'A paper', url: 'https://papers.example/a'},
            ],
          },
        ],
      }}></term-card>`,
    );
    const row = element.shadowRoot!.querySelector('[part="sources"]')!;
    const [book, paper] = [...row.querySelectorAll('a')].map(
      (link) => getComputedStyle(link).color,
    );
    expect(book).to.equal(getComputedStyle(row).color);
    expect(paper).not.to.equal(book);
  });

  it('underlines a link in a tip once, wherever the page has its lines', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('a { text-underline-offset: 9px }');
    document.adoptedStyleSheets.push(sheet);
    const tip = await fixture(
      html`<term-tip term="strike"><a href="#strike">strike</a></term-tip>`,
    );
    expect(style(tip).textDecorationLine).to.equal('underline');
    expect(style(tip.querySelector('a')!).textDecorationLine).to.equal('none');
    document.adoptedStyleSheets.pop();
  });

  it('reads from right to left where the page does', async () => {
    const element = await card();
    element.parentElement!.dir = 'rtl';
    const name = element
      .shadowRoot!.querySelector('dfn')!
      .getBoundingClientRect();
    const kind = element
      .shadowRoot!.querySelector('[part="kind"]')!
      .getBoundingClientRect();
    expect(kind.right).to.be.at.most(name.left);
    expect(style(element).textAlign).to.equal('start');
  });

  it('shows where the focus is in forced colours', async function () {
    const able = await executeServerCommand('media', {
      features: {'forced-colors': 'active'},
    });
    if (!able) this.skip();
    const element = await card();
    const link = element.shadowRoot!.querySelector('a')!;
    link.focus();
    expect(getComputedStyle(link).outlineStyle).not.to.equal('none');
  });

  it('prints cards that are off screen', async function () {
    const able = await executeServerCommand('media', {type: 'print'});
    if (!able) this.skip();
    expect(style(await card()).contentVisibility).to.equal('visible');
  });

  it('moves nothing for readers who asked for that', async function () {
    const able = await executeServerCommand('media', {
      features: {'prefers-reduced-motion': 'reduce'},
    });
    if (!able) this.skip();
    const block = await fixture(
      html`<faq-block area="options" .glossary=${glossary}></faq-block>`,
    );
    const summary = block.shadowRoot!.querySelector('summary')!;
    expect(getComputedStyle(summary, '::before').transitionDuration).to.equal(
      '0s',
    );
  });

  it('makes the soft accent of the accent, and the kind no link', async () => {
    const element = await card();
    const soft = () =>
      style(element).getPropertyValue('--_accent-soft').replace(/\s+/g, ' ');
    expect(soft()).to.contain('color-mix');
    expect(style(element, 'kind').color).to.equal(style(element, 'meta').color);
    const link = element.shadowRoot!.querySelector('dfn a')!;
    expect(style(link).textDecorationLine).to.equal('underline');
    expect(style(link).color).to.equal(style(element).color);
  });

  it('has stronger lines and labels for readers who ask for contrast', async function () {
    const able = await executeServerCommand('media', {
      features: {'prefers-contrast': 'more'},
    });
    if (!able) this.skip();
    const element = await card();
    expect(style(element, 'meta').color).to.equal(style(element).color);
  });

  describe('by data-term-look', () => {
    const setUp = async (look: string) => {
      const sheet = document.createElement('link');
      sheet.rel = 'stylesheet';
      sheet.href = '/src/page/styles/looks.css';
      const loaded = new Promise((resolve) => {
        sheet.addEventListener('load', resolve);
      });
      document.head.append(sheet);
      await loaded;
      const box = await fixture(
        html`<div data-term-look=${look} style="color: rgb(40, 20, 60); font-family: monospace"
          ><term-card term="strike" .glossary=${glossary}></term-card></div
        >`,
      );
      const element = box.firstElementChild as TermCard;
      await element.updateComplete;
      return {sheet, element};
    };

    afterEach(() => {
      document.head.querySelector('[href$="looks.css"]')?.remove();
    });

    it('quiet takes the type and the colours of the page', async () => {
      const {element} = await setUp('quiet');
      expect(style(element).color).to.equal('rgb(40, 20, 60)');
      const heading = element.shadowRoot!.querySelector('[part~="name"]')!;
      expect(style(heading).fontFamily).to.equal('monospace');
      await expect(element).to.be.accessible();
    });

    it('desk is dense', async () => {
      const {element} = await setUp('desk');
      expect(style(element).fontSize).to.equal('13px');
      expect(style(element).borderTopLeftRadius).to.equal('6px');
      await expect(element).to.be.accessible();
    });

    it('paper is as without it, inside another look too', async () => {
      const {element} = await setUp('quiet');
      element.parentElement!.innerHTML = '<div data-term-look="paper"></div>';
      document.querySelector('[data-term-look="paper"]')!.append(element);
      expect(style(element).color).to.equal('rgb(22, 24, 29)');
      expect(style(element).borderTopLeftRadius).to.equal('10px');
    });
  });

  /** WCAG 2.2, 1.4.3: 4.5:1 for text. */
  for (const scheme of ['light', 'dark'] as const) {
    it(`has text of at least 4.5:1 on its ground (${scheme})`, async () => {
      const element = await card();
      element.parentElement!.style.colorScheme = scheme;
      const channels = (color: string) =>
        color
          .match(/[\d.]+/g)!
          .slice(0, 3)
          .map(Number);
      const luminance = (color: string) => {
        const [r, g, b] = channels(color).map((value) => {
          const c = value / 255;
          return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        }) as [number, number, number];
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ground = luminance(style(element).backgroundColor);
      for (const part of ['summary', 'kind', 'meta', 'definition', 'related']) {
        const ink = luminance(style(element, part).color);
        const [high, low] = [Math.max(ink, ground), Math.min(ink, ground)];
        expect((high + 0.05) / (low + 0.05), part).to.be.at.least(4.5);
      }
    });
  }
});
