import '../../../src/define/all.js';
import {aTimeout, expect, fixture, oneEvent} from '@open-wc/testing';
import {html, type TemplateResult} from 'lit';
import {html as staticHtml, unsafeStatic} from 'lit/static-html.js';
import type {GlossarySource} from '../../../src/glossary/source.js';
import type {Glossary} from '../../../src/glossary/types.js';
import type {TermErrorEvent} from '../../../src/page/events.js';
import {linkerWith} from './term-linker/support.js';
import {mount, shadowText, showsFallback, until} from '../support/page.js';
import {cardSays, cardText, moveTo, tidyUp, tipsIn} from '../support/tips.js';

const good = {
  format: 1,
  name: 'Letters',
  language: 'en',
  kinds: {term: {label: 'Term'}},
  terms: [
    {id: 'alpha', name: 'Alpha', kind: 'term', summary: 'First letter.'},
    {id: 'beta', name: 'Beta', summary: 'Second letter.'},
  ],
  areas: [
    {
      id: 'letters',
      name: 'Greek letters',
      questions: [{question: 'How many?', answer: 'Many.'}],
      resources: [{number: 1, terms: ['alpha', 'beta']}],
    },
  ],
};

/** What costs the glossary, with the place that is named. */
const HEADS: readonly [string, object, string][] = [
  ['a language', {language: false}, 'language'],
  ['a form of answers', {answerForm: 1}, 'answerForm'],
  ['kinds', {kinds: {term: {summaryForm: false}}}, 'kinds.term.summaryForm'],
  ['a kind', {kinds: {term: null}}, 'kinds.term'],
  ['a publisher', {publisher: 'Us'}, 'publisher'],
  ['translations', {translations: {de: 5}}, 'translations.de'],
  ['an address', {url: {}}, 'url'],
];

/** What costs the first term. */
const TERMS: readonly [string, object][] = [
  ['a date', {published: 7}],
  ['a name', {name: 5}],
  ['a summary', {summary: {}}],
  ['a definition', {definition: {markdown: 5}}],
  ['a picture', {image: 'x.png'}],
  ['an author', {author: {name: 5}}],
  ['aliases', {aliases: [5]}],
  ['a translation', {translations: {en: 'x'}}],
];

const ELEMENTS = [
  ['term-card', 'term="alpha"', 'First letter.'],
  ['term-area', 'area="letters"', 'Greek letters'],
  ['faq-block', 'area="letters"', 'How many?'],
  ['breadcrumb-jsonld', 'area="letters"', 'Greek letters'],
] as const;

const WAYS = ['property', 'data block', '<term-glossary>'] as const;

/** An element with data that is given in one of the ways. */
const given = (
  way: (typeof WAYS)[number],
  tag: string,
  attributes: string,
  data: object,
): TemplateResult => {
  const [name, others] = [unsafeStatic(tag), unsafeStatic(attributes)];
  const own = '<p class="own">Own words.</p>';
  const document = data as Glossary;
  if (way === 'property')
    return staticHtml`<${name} ${others} .glossary=${document}>${unsafeStatic(own)}</${name}>`;
  const block = `<script type="application/json">${JSON.stringify(data)}</script>`;
  return way === 'data block'
    ? staticHtml`<${name} ${others}>${unsafeStatic(block + own)}</${name}>`
    : staticHtml`<term-glossary .glossary=${document}><${name} ${others}>${unsafeStatic(own)}</${name}></term-glossary>`;
};

const mounted = async (template: TemplateResult, tag: string) => {
  const box = await fixture<HTMLElement>(html`<div>${template}</div>`);
  return box.querySelector<HTMLElement>(tag)!;
};

/** Errors that nobody catches, of scripts and of promises. */
let uncaught: unknown[] = [];
const note = (event: ErrorEvent | PromiseRejectionEvent) => {
  uncaught.push('reason' in event ? event.reason : event.message);
};

describe('data of the page that is not as the format says', () => {
  beforeEach(() => {
    uncaught = [];
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
  });

  afterEach(async () => {
    await aTimeout(0);
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    expect(uncaught).to.deep.equal([]);
  });

  for (const [tag, attributes, text] of ELEMENTS)
    for (const way of WAYS) {
      for (const [what, head, path] of HEADS)
        it(`<${tag}> of a ${way} reports ${what}`, async () => {
          const error = oneEvent(
            window,
            'term-error',
          ) as Promise<TermErrorEvent>;
          const data = {...good, ...head};
          const element = await mounted(given(way, tag, attributes, data), tag);
          const event = await error;
          expect(event.target).to.equal(element);
          expect(String(event.error)).to.include(`\n  ${path}: expected`);
          expect(element.matches(':state(error)')).to.equal(true);
          expect(showsFallback(element)).to.equal(true);
        });

      it(`<${tag}> of a ${way} shows what is right, in its first update`, async () => {
        const element = await mounted(given(way, tag, attributes, good), tag);
        await (element as HTMLElement & {updateComplete: Promise<unknown>})
          .updateComplete;
        if (way !== '<term-glossary>')
          expect(element.matches(':state(late)')).to.equal(false);
        await until(() => shadowText(element).includes(text), text);
      });
    }

  for (const way of WAYS)
    for (const [what, fields] of TERMS) {
      const [first, second] = good.terms;
      const data = () => ({...good, terms: [{...first, ...fields}, second]});

      it(`a term of a ${way} with ${what} is left out, and no other`, async () => {
        const error = oneEvent(window, 'term-error') as Promise<TermErrorEvent>;
        const document = data();
        const before = JSON.stringify(document);
        const element = await mounted(
          given(way, 'term-card', 'term="alpha"', document),
          'term-card',
        );
        const event = await error;
        expect(event.target).to.equal(element);
        expect(event.code).to.equal('missing');
        expect(element.matches(':state(missing)')).to.equal(true);
        const other = await mounted(
          given(way, 'term-card', 'term="beta"', document),
          'term-card',
        );
        await until(() => shadowText(other).includes('Second letter.'), 'beta');
        const area = await mounted(
          given(way, 'term-area', 'area="letters"', document),
          'term-area',
        );
        await until(() => shadowText(area).includes('Second letter.'), 'area');
        expect(shadowText(area)).not.to.include('First letter.');
        expect(JSON.stringify(document)).to.equal(before);
      });
    }

  for (const value of ['a word', 5, true, [], [good]])
    it(`the property ${JSON.stringify(value).slice(0, 10)} is no glossary`, async () => {
      const error = oneEvent(window, 'term-error') as Promise<TermErrorEvent>;
      const card = await mounted(
        html`<term-card term="alpha" .glossary=${value as unknown as Glossary}></term-card>`,
        'term-card',
      );
      const event = await error;
      expect(event.target).to.equal(card);
      expect(card.matches(':state(error)')).to.equal(true);
      let count = 0;
      card.addEventListener('term-error', () => count++);
      await aTimeout(50);
      expect(count).to.equal(0);
    });

  it('a source is no data, and is asked as it is', async () => {
    const asked: string[] = [];
    const source: GlossarySource = {
      label: 'own',
      entry: (reference) => {
        asked.push(reference);
        return undefined;
      },
      named: () => [],
      areaPage: () => undefined,
      vocabulary: () => [],
    };
    await mount(html`<term-card term="alpha" .glossary=${source}></term-card>`);
    expect(asked).to.deep.equal(['alpha']);
  });

  it('a linker reports the fault, and links what is right', async () => {
    const error = oneEvent(window, 'term-error') as Promise<TermErrorEvent>;
    const faulty = {...good, language: false} as unknown as Glossary;
    const linker = await mounted(
      html`<term-linker .glossary=${faulty}><p>Alpha and Beta.</p></term-linker>`,
      'term-linker',
    );
    expect((await error).target).to.equal(linker);
    const [first, second] = good.terms;
    const some = {...good, terms: [{...first, published: 7}, second]};
    // Text that no framework renders is wrapped.
    const other = await linkerWith('<p>Alpha and Beta.</p>', {
      glossary: some as unknown as Glossary,
    });
    const tips = [...other.querySelectorAll('term-tip')];
    expect(tips.map(({textContent}) => textContent)).to.deep.equal(['Beta']);
  });

  describe('behind a tip', () => {
    afterEach(tidyUp);

    it('is reported in its card', async () => {
      const faulty = {...good, answerForm: 1};
      const error = oneEvent(window, 'term-error') as Promise<TermErrorEvent>;
      const box = await tipsIn(
        html`<term-tip term="alpha">a</term-tip>`,
        faulty,
      );
      await moveTo(box.querySelector('term-tip')!);
      expect(String((await error).error)).to.include('answerForm: expected');
    });

    it('costs its entry, and no other', async () => {
      const [first, second] = good.terms;
      const data = {...good, terms: [{...first, published: 7}, second]};
      const own = JSON.stringify(data);
      const box = await tipsIn(
        html`<term-tip term="beta">b</term-tip>
          <term-tip term="alpha" .glossary=${JSON.parse(own) as Glossary}>a</term-tip>`,
        data,
      );
      const [b, a] = box.querySelectorAll('term-tip');
      await moveTo(b!);
      await cardSays('Second letter.');
      const error = oneEvent(window, 'term-error') as Promise<TermErrorEvent>;
      await moveTo(a!);
      expect((await error).code).to.equal('missing');
      expect(cardText()).not.to.include('First letter.');
    });
  });
});
