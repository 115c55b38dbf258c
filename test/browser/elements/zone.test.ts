// First: as in an Angular app, the page's `Promise` is another one by now.
import 'zone.js';
import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import '../../../src/define/all.js';
import {documentSource} from '../../../src/glossary/document-source.js';
import type {Entry, GlossarySource} from '../../../src/glossary/source.js';
import {pageTips} from '../../../src/elements/term-tip/page-tips.js';
import {mount, shadowText, until} from '../support/page.js';
import {
  cardSays,
  moveTo,
  tidyUp,
  tipGlossary,
  tipsIn,
} from '../support/tips.js';

const inner = documentSource(tipGlossary);

/** Its answers are native promises. */
const asyncSource: GlossarySource = {
  label: 'own source',
  entry: async (reference) => inner.entry(reference),
  named: async (name) => inner.named(name),
  areaPage: async (request) => inner.areaPage(request),
  vocabulary: async () => inner.vocabulary(),
};

/** Its answers have `then`, and nothing else. */
const thenableSource: GlossarySource = {
  ...asyncSource,
  label: 'source of thenables',
  entry: (reference) =>
    ({
      then: (resolve: (value: unknown) => void) => {
        resolve(inner.entry(reference));
      },
    }) as PromiseLike<Entry>,
};

describe('on a page with zone.js', () => {
  afterEach(tidyUp);

  it('promises of async functions are no instances of Promise', () => {
    const native = (async () => {
      await Promise.resolve();
    })();
    expect(native).not.to.be.instanceOf(Promise);
  });

  for (const source of [asyncSource, thenableSource])
    it(`a card shows what the ${source.label} gives`, async () => {
      const errors: unknown[] = [];
      const note = (event: Event) => errors.push(event);
      addEventListener('term-error', note);
      const card = await mount(
        html`<term-card term="margin" .glossary=${source}></term-card>`,
      );
      await until(() => shadowText(card).includes('Margin'), 'the entry');
      removeEventListener('term-error', note);
      expect(errors).to.deep.equal([]);
    });

  for (const [what, source] of [
    ['a document', tipGlossary],
    ['a source', asyncSource],
    ['thenables', thenableSource],
  ] as const)
    it(`a tip is found by its name in ${what}`, async () => {
      const box = await tipsIn(html`<term-tip>Margin</term-tip>`, source);
      await moveTo(box.querySelector('term-tip')!);
      await cardSays('What a position rests on.');
    });

  it('a tip is found by its name in the glossary that the page links to', async () => {
    const link = document.createElement('link');
    link.rel = 'glossary';
    link.href = '/faults/glossary?key=zone';
    document.head.append(link);
    const tip = await fixture(html`<term-tip>Alpha</term-tip>`);
    await pageTips.loadTips();
    await until(() => tip.hasAttribute('tabindex'), 'a prepared tip');
    await moveTo(tip);
    await cardSays('First letter.');
    link.remove();
  });

  it('layers answer together', async () => {
    const card = await mount(
      html`<term-card
        term="beta"
        src="/faults/glossary?key=zone /test/fixtures/layer.json"
      ></term-card>`,
    );
    await until(() => shadowText(card).includes('Only above.'), 'the entry');
  });
});
