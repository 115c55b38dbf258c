import '../../../src/define/all.js';
import {expect, fixture, nextFrame} from '@open-wc/testing';
import {type CSSResult, html} from 'lit';
import type {Glossary} from '../../../src/glossary/types.js';
import {TermCard} from '../../../src/elements/term-card/term-card.js';
import {FIGURES} from '../../support/figures.js';
import {until, watchRejections} from '../support/page.js';
import {cardSays, middleOf, moveTo, tidyUp, tipsIn} from '../support/tips.js';

const glossary: Glossary = {
  format: 1,
  name: 'Letters',
  terms: [
    {
      id: 'alpha',
      name: 'Alpha',
      summary: 'First.',
      figure: FIGURES.payoff,
      translations: {de: {name: 'Älpha'}},
    },
  ],
  areas: [
    {
      id: 'letters',
      name: 'Letters',
      questions: [{question: 'How many?', answer: 'Many.'}],
      resources: [{number: 1, terms: ['alpha']}],
    },
  ],
};

const red = new CSSStyleSheet();
red.replaceSync(':host { color: rgb(255, 0, 0); }');

/** A subclass of a host, which has a sheet among its styles. */
class RedCard extends TermCard {
  static override styles = [...TermCard.styles, red as unknown as CSSResult];
}
customElements.define('red-card', RedCard);

const ELEMENTS: readonly (readonly [
  tag: string,
  attributes: Readonly<Record<string, string>>,
])[] = [
  ['term-card', {term: 'alpha'}],
  ['term-card', {term: 'alpha', lang: 'de'}],
  ['red-card', {term: 'alpha'}],
  ['term-area', {area: 'letters'}],
  ['term-figure', {term: 'alpha'}],
  ['faq-block', {area: 'letters'}],
  ['breadcrumb-jsonld', {area: 'letters'}],
  ['term-linker', {}],
  ['term-linker', {mode: 'highlight', list: 'visible'}],
  ['term-glossary', {debug: ''}],
  ['term-settings', {}],
];

type Made = HTMLElement & {glossary: Glossary};

const made = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
): Made => {
  const element = document.createElement(tag) as Made;
  for (const [name, value] of Object.entries(attributes))
    element.setAttribute(name, value);
  element.glossary = glossary;
  if (tag === 'term-linker') element.innerHTML = '<p>Alpha is the first.</p>';
  return element;
};

/** The rules that an element has, by their text; tips are of the document alone that loaded them. */
const rulesOf = ({shadowRoot}: Element): readonly string[] =>
  (shadowRoot?.adoptedStyleSheets ?? []).flatMap((sheet) =>
    Array.from(sheet.cssRules, ({cssText}) => cssText).filter(
      (rule) => !rule.includes('term-tip'),
    ),
  );

/** The rules of an element that has loaded everything: they stay the same for a while. */
const allRulesOf = async (element: Element): Promise<readonly string[]> => {
  let rules: readonly string[] = [];
  for (let same = 0; same < 30; same++) {
    await nextFrame();
    const now = rulesOf(element);
    if (now.length !== rules.length || !now.length) same = 0;
    rules = now;
  }
  return rules;
};

const hasAll = (element: Element, rules: readonly string[], where: string) => {
  const times = (all: readonly string[], rule: string) =>
    all.filter((other) => other === rule).length;
  return until(() => {
    const here = rulesOf(element);
    return rules.every((rule) => times(here, rule) === times(rules, rule));
  }, `each rule, as often as before, ${where}`);
};

const withFrame = async () => {
  const box = await fixture<HTMLElement>(
    html`<div><iframe title="Other"></iframe></div>`,
  );
  const frame = box.querySelector('iframe')!;
  return {box, frame, other: frame.contentDocument!};
};

describe('elements in another document', () => {
  let rejections: ReturnType<typeof watchRejections>;

  beforeEach(() => {
    rejections = watchRejections();
  });

  afterEach(() => {
    rejections.stop();
    expect(rejections.seen).to.deep.equal([]);
  });

  for (const [tag, attributes] of ELEMENTS) {
    const settings = Object.entries(attributes)
      .map(([name, value]) => ` ${name}="${value}"`)
      .join('');
    const name = `<${tag}${settings}>`;

    it(`${name} has its styles there, and when it comes back`, async () => {
      const {box, other} = await withFrame();
      const element = made(tag, attributes);
      box.append(element);
      const rules = await allRulesOf(element);
      for (let turn = 0; turn < 3; turn++) {
        other.body.append(element);
        await hasAll(element, rules, 'there');
        box.append(element);
        await hasAll(element, rules, 'back');
      }
    });

    it(`${name} has its styles when it begins there`, async () => {
      const {box, other} = await withFrame();
      const twin = made(tag, attributes);
      box.append(twin);
      const rules = await allRulesOf(twin);
      const element = made(tag, attributes);
      other.body.append(element);
      await hasAll(element, rules, 'there');
      const {shadowRoot} = element;
      box.append(element);
      await hasAll(element, rules, 'here');
      expect(element.shadowRoot).to.equal(shadowRoot);
    });

    it(`${name} has its styles when it comes out of a template`, async () => {
      const {box} = await withFrame();
      const element = made(tag, attributes);
      box.append(element);
      const rules = await allRulesOf(element);
      document.createElement('template').content.append(element);
      await nextFrame();
      box.append(element);
      await hasAll(element, rules, 'back');
    });
  }

  it('a subclass has its own sheet there', async () => {
    const {other} = await withFrame();
    const element = made('red-card', {term: 'alpha'});
    other.body.append(element);
    const {color} = other.defaultView!.getComputedStyle(element);
    expect(color).to.equal('rgb(255, 0, 0)');
  });
});

describe('tips in another document', () => {
  afterEach(tidyUp);

  it('open cards when they come back', async () => {
    const rejections = watchRejections();
    const box = await tipsIn(
      html`<term-tip term="margin">margin</term-tip
        ><iframe title="Other"></iframe>`,
    );
    const tip = box.querySelector('term-tip')!;
    const frame = box.querySelector('iframe')!;
    frame.contentDocument!.body.append(tip);
    await nextFrame();
    frame.before(tip);
    await moveTo(middleOf(tip));
    await cardSays('What a position rests on.');
    rejections.stop();
    expect(rejections.seen).to.deep.equal([]);
  });

  it('have their look when their shadow root comes back', async () => {
    const errors: string[] = [];
    const note = (event: ErrorEvent) => errors.push(event.message);
    addEventListener('error', note);
    const {box, other} = await withFrame();
    const host = document.createElement('div');
    host.attachShadow({mode: 'open'}).innerHTML =
      '<term-tip term="margin">margin</term-tip>';
    const tip = host.shadowRoot!.querySelector('term-tip')!;
    const isMarked = () =>
      getComputedStyle(tip).textDecorationStyle === 'dotted';
    box.append(host);
    await until(isMarked, 'the look of a tip');
    other.body.append(host);
    await nextFrame();
    box.append(host);
    await until(isMarked, 'the look of a tip that is back');
    removeEventListener('error', note);
    expect(errors).to.deep.equal([]);
  });
});
