import {expect, fixture, fixtureCleanup} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {html, LitElement, type PropertyDeclaration} from 'lit';
import '../../../src/define/all.js';
import type {BreadcrumbJsonld} from '../../../src/elements/breadcrumb-jsonld/breadcrumb-jsonld.js';
import {pageTips} from '../../../src/elements/term-tip/page-tips.js';
import type {TermLinker} from '../../../src/elements/term-linker/term-linker.js';
import {TermTip} from '../../../src/elements/term-tip/term-tip.js';
import * as react from '../../fixtures/react.js';
import * as vue from '../../fixtures/vue.js';
import {glossary} from '../support/glossary.js';
import {shadowText, until} from '../support/page.js';
import {cardSays, tidyUp} from '../support/tips.js';

const TAGS = [
  'breadcrumb-jsonld',
  'faq-block',
  'term-area',
  'term-card',
  'term-figure',
  'term-glossary',
  'term-index',
  'term-linker',
] as const;

/** What an attribute may have, by the type of its property. */
const textsOf = ({type}: PropertyDeclaration): readonly string[] => {
  if (type === Boolean) return ['', 'false'];
  if (type === Number) return ['2', '0', '1.5'];
  if (type === Object) return ['{"type": "pool", "x": 1, "y": 1}'];
  if (type === Array) return ['[{"name": "Home", "url": "/"}]', '[]'];
  return ['', 'some words', '2'];
};

type AnyElement = LitElement & Record<string, unknown>;

const create = (tag: string) => document.createElement(tag) as AnyElement;

describe('the properties of elements', () => {
  for (const tag of TAGS) {
    const {elementProperties} = customElements.get(
      tag,
    ) as unknown as typeof LitElement;
    for (const [property, options] of elementProperties) {
      const {attribute, state} = options;
      if (attribute === false || state) continue;
      const name = String(property);
      const attributeName =
        typeof attribute === 'string' ? attribute : name.toLowerCase();

      it(`<${tag}>.${name} accepts what ${attributeName}="…" accepts`, () => {
        for (const text of textsOf(options)) {
          const byAttribute = create(tag);
          byAttribute.setAttribute(attributeName, text);
          const byProperty = create(tag);
          Object.assign(byProperty, {[name]: text});
          expect(byProperty[name], text).to.deep.equal(byAttribute[name]);
        }
      });

      it(`<${tag}>.${name} is as at first when it is taken away`, async () => {
        const wanted = create(tag)[name];
        const [text] = textsOf(options);
        const element = create(tag);
        document.body.append(element);
        for (const nothing of [null, undefined]) {
          Object.assign(element, {[name]: text});
          Object.assign(element, {[name]: nothing});
          await element.updateComplete;
          expect(element[name]).to.equal(wanted);
        }
        element.setAttribute(attributeName, text!);
        element.removeAttribute(attributeName);
        await element.updateComplete;
        expect(element[name]).to.equal(wanted);
        element.remove();
      });
    }
  }

  it('are made in a way that Lit does not warn about in development', () => {
    for (const tag of TAGS) {
      let constructor = customElements.get(tag) as object;
      while (constructor !== LitElement) {
        expect(Object.getOwnPropertyNames(constructor)).not.to.include(
          'getPropertyDescriptor',
        );
        constructor = Object.getPrototypeOf(constructor) as object;
      }
    }
  });

  it('of a tip are accessors of its prototype', () => {
    for (const name of [
      'glossary',
      'images',
      'src',
      'term',
      'value',
      'valueLabel',
    ]) {
      expect(
        Object.getOwnPropertyDescriptor(TermTip.prototype, name),
        name,
      ).to.include.keys('get', 'set');
    }
  });

  it('of a tip take numbers, and are gone with null and undefined', () => {
    const tip = document.createElement('term-tip');
    for (const [name, attribute] of [
      ['term', 'term'],
      ['value', 'value'],
      ['valueLabel', 'value-label'],
      ['src', 'src'],
      ['images', 'images'],
    ] as const) {
      for (const nothing of [null, undefined]) {
        tip[name] = 42;
        expect(tip.getAttribute(attribute)).to.equal('42');
        expect(tip[name]).to.equal('42');
        tip[name] = nothing;
        expect(tip.hasAttribute(attribute)).to.equal(false);
      }
    }
    tip.glossary = glossary;
    tip.glossary = null;
    expect(tip.glossary).to.equal(undefined);
  });
});

interface Props {
  readonly [name: string]: unknown;
}

/** Draws elements of ours with a framework, again with every call. */
type Draw = (
  elements: readonly (readonly [tag: string, props: Props, text: string])[],
) => Promise<void>;

const withReact = (box: Element): Draw => {
  const root = react.createRoot(box);
  const {createElement: e} = react;
  return async (elements) => {
    react.flushSync(() => {
      root.render(
        elements.map(([tag, props, text], key) =>
          e(tag, {key, ...props}, text),
        ),
      );
    });
    await Promise.resolve();
  };
};

const withVue = (box: Element): Draw => {
  let drawn: Parameters<Draw>[0] = [];
  const state = vue.reactive({step: 0});
  const app = vue.createApp({
    render: () =>
      state.step >= 0 &&
      drawn.map(([tag, props, text], key) => vue.h(tag, {key, ...props}, text)),
  });
  app.mount(box);
  return async (elements) => {
    drawn = elements;
    state.step++;
    await vue.nextTick();
  };
};

for (const [framework, start] of [
  ['React', withReact],
  ['Vue', withVue],
] as const) {
  describe(`the properties of elements, set by ${framework}`, () => {
    let box: HTMLElement;
    let draw: Draw;

    beforeEach(async () => {
      box = await fixture(html`<div style="padding: 60px"></div>`);
      draw = start(box);
    });

    afterEach(async () => {
      await draw([]);
      await tidyUp();
      fixtureCleanup();
    });

    const find = <T extends Element>(tag: string) => box.querySelector<T>(tag)!;

    it('give a tip its glossary', async () => {
      await draw([
        ['button', {}, 'before'],
        ['term-tip', {glossary, term: 'strike', value: 42}, 'strike'],
      ]);
      const tip = find<TermTip>('term-tip');
      expect(tip.glossary).to.equal(glossary);
      expect(tip.hasAttribute('glossary')).to.equal(false);
      await until(() => tip.hasAttribute('tabindex'), 'a prepared tip');
      await pageTips.loadTips();
      find<HTMLElement>('button').focus();
      await sendKeys({press: 'Tab'});
      await cardSays('The price at which an option may be exercised.');
      await cardSays('42');
    });

    it('give a tip its switches, and take them away', async () => {
      const switches = ['bilingual', 'integrity', 'offline', 'preload'];
      const written = () =>
        switches.filter((name) => find('term-tip').hasAttribute(name));
      const on = {offline: true, preload: '', bilingual: true};
      await draw([
        ['term-tip', {term: 'strike', ...on, integrity: 'sha384-x'}, 'strike'],
      ]);
      expect(written()).to.deep.equal(switches);
      const off = {offline: false, preload: null};
      await draw([['term-tip', {term: 'strike', ...off}, 'strike']]);
      expect(written()).to.deep.equal([]);
    });

    it('give a linker its settings, and take them away', async () => {
      const settings = {for: '#nowhere', limit: '3', expand: '', roots: []};
      const loading = {offline: true, integrity: 'sha384-x'};
      await draw([['term-linker', {glossary, ...settings, ...loading}, '']]);
      const linker = find<TermLinker>('term-linker');
      await linker.updateComplete;
      expect(linker.glossary).to.equal(glossary);
      expect([linker.for, linker.limit, linker.expand]).to.deep.equal([
        '#nowhere',
        3,
        true,
      ]);
      expect(linker.matches('[offline][integrity="sha384-x"]')).to.equal(true);
      await draw([['term-linker', {glossary}, '']]);
      await linker.updateComplete;
      expect([linker.for, linker.limit, linker.expand]).to.deep.equal([
        '',
        undefined,
        false,
      ]);
      expect(linker.matches('[offline], [integrity]')).to.equal(false);
      expect(linker.roots).to.deep.equal([]);
    });

    it('give an area its resource, as text and as a number', async () => {
      for (const [resource, wanted] of [
        ['2', 'Expiry'],
        [1, 'Strike price'],
      ] as const) {
        await draw([['term-area', {glossary, area: 'options', resource}, '…']]);
        await until(
          () => shadowText(find('term-area')).includes(wanted),
          `resource ${resource}`,
        );
      }
    });

    it('give a breadcrumb its items, as JSON and as an array', async () => {
      const steps = (name: string) => [{name: 'Home', url: '/'}, {name}];
      for (const [items, wanted] of [
        [JSON.stringify(steps('Text')), 'Text'],
        [steps('Array'), 'Array'],
      ] as const) {
        await draw([['breadcrumb-jsonld', {items}, '']]);
        await until(
          () => shadowText(find('breadcrumb-jsonld')).includes(wanted),
          `items that end with ${wanted}`,
        );
      }
      await draw([['breadcrumb-jsonld', {}, 'Own']]);
      const element = find<BreadcrumbJsonld>('breadcrumb-jsonld');
      await element.updateComplete;
      expect(element.items).to.equal(undefined);
    });

    it('give a block its switches, and take them away', async () => {
      const props = {glossary, area: 'options'};
      await draw([['faq-block', {...props, exclusive: ''}, '']]);
      const questions = () => [
        ...(find('faq-block').shadowRoot?.querySelectorAll('details') ?? []),
      ];
      await until(
        () => questions().length > 1 && questions().every(({name}) => name),
        'an exclusive block',
      );
      await draw([['faq-block', props, '']]);
      await until(
        () => questions().every(({name}) => !name),
        'a block of which several may be open',
      );
    });
  });
}
