import {expect} from '@open-wc/testing';
import {executeServerCommand, setViewport} from '@web/test-runner-commands';
import {documentSource} from '../../../../src/glossary/document-source.js';
import type {LookUp} from '../../../../src/elements/term-tip/anchor.js';
import {TipCard} from '../../../../src/elements/term-tip/card/tip-card.js';
import {lookUp} from '../../../../src/elements/term-tip/look-up.js';

const source = documentSource({
  format: 1,
  name: 'Look',
  url: 'https://glossary.example/',
  terms: [
    {
      id: 'margin',
      name: 'Margin',
      kind: 'term',
      summary: 'What a position rests on. '.repeat(20),
      url: 'https://glossary.example/margin/',
      reviewed: '2026-10-01',
      related: ['leverage'],
    },
    {id: 'leverage', name: 'Leverage', summary: 'How much larger it is.'},
  ],
});

/** An open card, as a sheet or beside its words. */
const open = ({sheet = false, look = {} as Record<string, string>} = {}) => {
  const card = new TipCard(document, {
    close: () => undefined,
    retry: () => undefined,
    lookUp: () => ({status: 'missing'}),
  });
  const {element} = card;
  element.popover = 'manual';
  for (const [name, value] of Object.entries(look))
    element.style.setProperty(name, value);
  document.body.append(element);
  card.sheet = sheet;
  card.open({
    title: 'margin',
    answer: lookUp(source, 'margin', new AbortController().signal) as LookUp,
    value: '64,182.5',
    valueLabel: undefined,
    href: undefined,
    images: '',
    slotted: [],
  });
  element.showPopover();
  card.present();
  const part = (name: string) =>
    element.shadowRoot!.querySelector<HTMLElement>(`[part~="${name}"]`)!;
  return {card, element, part};
};

/** What lies over the page behind a card. */
const scrimOf = (element: HTMLElement) =>
  getComputedStyle(element.shadowRoot!.querySelector('dialog')!, '::backdrop')
    .backgroundColor;

const box = (element: Element) => element.getBoundingClientRect();

describe('the look of a card', () => {
  afterEach(async () => {
    for (const card of document.querySelectorAll('term-tip-card'))
      card.remove();
    await setViewport({width: 800, height: 600});
    await executeServerCommand('media', {});
  });

  it('is as wide as 23.5 of its letters are high, or as the host says', () => {
    expect(box(open().element).width).to.equal(23.5 * 15);
    const narrow = open({look: {'--term-tip-width': '19rem'}});
    expect(box(narrow.element).width).to.equal(304);
  });

  it('fits a window of 320 pixels, which is one of 1280 at 400 %', async () => {
    await setViewport({width: 320, height: 256});
    const {element, part} = open();
    expect(box(element).width).to.be.at.most(320 - 16);
    for (const name of ['top', 'value', 'summary', 'foot'])
      if (part(name))
        expect(box(part(name)).right).to.be.at.most(box(element).right);
    expect(document.documentElement.scrollWidth).to.equal(320);
  });

  it('covers the page behind a sheet, which is at the bottom and scrolls inside', async () => {
    await setViewport({width: 320, height: 400});
    const {element, part} = open({sheet: true});
    for (const animation of element.getAnimations({subtree: true}))
      animation.finish();
    const {left, right, bottom, height} = box(element);
    expect([left, right, Math.round(bottom)]).to.deep.equal([0, 320, 400]);
    expect(height).to.be.at.most(321); // 80 % of the window
    const card = part('card');
    expect(card.scrollHeight).to.be.above(card.clientHeight);
    expect(getComputedStyle(card).overscrollBehaviorY).to.equal('contain');
    expect(card.matches(':modal')).to.equal(true);
    expect(scrimOf(element)).to.match(/^rgba\(22, 24, 29, 0\.3/);
    for (const name of ['close', 'settings', 'know'])
      expect(box(part(name)).height, name).to.be.at.least(44);
  });

  it('has no scrim and no button to close beside its words', () => {
    const {part} = open();
    expect(part('close') === null).to.equal(true);
    expect(part('card').matches(':modal')).to.equal(false);
  });

  it('reads from right to left where its words do', () => {
    const {part} = open({look: {'--_direction': 'rtl'}});
    expect(box(part('settings')).left).to.be.below(box(part('open')).left);
    const [label, number] = part('value').children;
    expect(box(number!).right).to.be.at.most(box(label!).left);
    expect(getComputedStyle(part('summary')).textAlign).to.equal('start');
  });

  for (const [scheme, ground, ink] of [
    ['light', 'rgb(255, 255, 255)', 'rgb(22, 24, 29)'],
    ['dark', 'rgb(16, 19, 24)', 'rgb(232, 234, 237)'],
  ] as const) {
    it(`follows the colour scheme of its words (${scheme})`, () => {
      const {part} = open({look: {'--_color-scheme': scheme}});
      expect(getComputedStyle(part('card')).backgroundColor).to.equal(ground);
      expect(getComputedStyle(part('summary')).color).to.equal(ink);
    });
  }

  it('takes the tokens of a host', () => {
    const {part} = open({
      look: {'--term-radius': '6px', '--term-paper': 'rgb(1, 2, 3)'},
    });
    const {backgroundColor, borderTopLeftRadius} = getComputedStyle(
      part('card'),
    );
    expect([backgroundColor, borderTopLeftRadius]).to.deep.equal([
      'rgb(1, 2, 3)',
      '6px',
    ]);
  });

  it('writes numbers that change in figures of one width', () => {
    const {part} = open();
    expect(getComputedStyle(part('value')).fontVariantNumeric).to.equal(
      'tabular-nums',
    );
  });

  it('moves nothing for readers who asked for that', async function () {
    const features = {'prefers-reduced-motion': 'reduce'};
    if (!(await executeServerCommand('media', {features}))) this.skip();
    const {card, element} = open({sheet: true});
    card.update({status: 'loading'});
    expect(element.getAnimations({subtree: true})).to.have.lengthOf(0);
  });

  it('is not on paper', async function () {
    if (!(await executeServerCommand('media', {type: 'print'}))) this.skip();
    expect(getComputedStyle(open().element).display).to.equal('none');
  });
});
