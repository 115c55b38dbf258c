import '../../../src/define/all.js';
import {expect, fixture} from '@open-wc/testing';
import {html, render} from 'lit';
import type {TermCard} from '../../../src/elements/term-card/term-card.js';
import type {Entry, GlossarySource} from '../../../src/glossary/source.js';
import type {Glossary} from '../../../src/glossary/types.js';
import {
  graphSettled,
  mount,
  nodesOf,
  shadowText,
  until,
} from '../support/page.js';

const words: Glossary = {
  format: 1,
  name: 'Words',
  language: 'en',
  url: 'https://words.example/',
  terms: [
    {
      id: 'strike',
      name: 'Strike price',
      summary: 'The agreed price.',
      definition: 'At which an option is exercised.',
      related: ['spread'],
      published: '2026-03-12',
      translations: {
        es: {name: 'Precio de ejercicio', summary: 'El precio acordado.'},
        ar: {name: 'سعر التنفيذ', summary: 'السعر المتفق عليه.'},
      },
    },
    {
      id: 'spread',
      name: 'Spread',
      summary: 'The gap.',
      translations: {es: {name: 'Diferencial'}},
    },
  ],
  areas: [
    {
      id: 'prices',
      name: 'Prices',
      description: 'About prices.',
      questions: [
        {
          question: 'What is a price?',
          answer: 'A number.',
          translations: {
            es: {question: '¿Qué es un precio?', answer: 'Un número.'},
          },
        },
        {question: 'Why?', answer: 'To trade.'},
      ],
      resources: [{number: 1, terms: ['strike']}],
      translations: {es: {name: 'Precios', description: 'De los precios.'}},
    },
  ],
};

const part = (element: Element, name: string) =>
  element.shadowRoot!.querySelector(`[part="${name}"]`);

const shows = (element: Element, text: string) =>
  until(() => shadowText(element).includes(text), `"${text}" on screen`);

const card = (lang: string, source: TermCard['glossary'] = words) =>
  fixture<TermCard>(
    html`<term-card term="strike" lang=${lang} .glossary=${source}></term-card>`,
  );

describe('the language of an element', () => {
  it('is its own lang, and texts without a translation say theirs', async () => {
    const element = await card('es-MX');
    await shows(element, 'Precio de ejercicio');
    await shows(element, 'Diferencial');
    await shows(element, '12 mar 2026');
    await until(
      () => part(element, 'definition')?.getAttribute('lang') === 'en',
      'the definition marked as English',
    );
    expect(part(element, 'name')?.hasAttribute('lang')).to.equal(false);
    expect(part(element, 'summary')?.hasAttribute('lang')).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('is that around it, out of shadow roots too', async () => {
    const around = await fixture(
      html`<div lang="es"><p><span></span></p></div>`,
    );
    const root = around.querySelector('span')!.attachShadow({mode: 'open'});
    render(
      html`<term-card term="strike" .glossary=${words}></term-card>`,
      root,
    );
    await shows(root.querySelector('term-card')!, 'Precio de ejercicio');
  });

  it('is the glossary’s own where nobody says which, at once', async () => {
    const element = document.createElement('term-card');
    Object.assign(element, {term: 'strike', glossary: words, lang: ''});
    document.body.append(element);
    await (element as TermCard).updateComplete;
    expect(shadowText(element)).to.contain('Strike price');
    element.remove();
  });

  for (const lang of ['en-GB', 'de', 'und', 'x']) {
    it(`adds nothing as ${lang}, so data in the page is there in the first update`, async () => {
      const element = document.createElement('term-card');
      Object.assign(element, {term: 'strike', glossary: words, lang});
      document.body.append(element);
      await (element as TermCard).updateComplete;
      expect(shadowText(element)).to.contain('Strike price');
      element.remove();
    });
  }

  it('is followed when the page changes it, and back', async () => {
    const around = await mount(
      html`<div lang="en"><term-card term="strike" .glossary=${words}></term-card></div>` as never,
    );
    const element = around.querySelector('term-card')!;
    await shows(element, 'Strike price');
    around.lang = 'es';
    await shows(element, 'Precio de ejercicio');
    around.lang = 'en';
    await shows(element, 'Strike price');
    around.lang = 'de';
    await until(
      () => part(element, 'name')?.getAttribute('lang') === 'en',
      'an English name marked in a German page',
    );
    around.lang = 'en';
    await until(
      () => !part(element, 'name')?.hasAttribute('lang'),
      'no mark in an English page',
    );
  });

  it('is that of an area, its questions and its cards', async () => {
    const element = await fixture(
      html`<term-area area="prices" lang="es" .glossary=${words}></term-area>`,
    );
    await shows(element, 'Precios');
    const text = shadowText(element);
    for (const expected of [
      'De los precios.',
      '¿Qué es un precio?',
      'Un número.',
      'Precio de ejercicio',
      'Why?',
    ])
      expect(text).to.contain(expected);
    for (const name of ['heading', 'answer']) {
      const [own, english] = element.shadowRoot!.querySelectorAll(
        `[part="question"] [part="${name}"]`,
      );
      await until(() => english?.getAttribute('lang') === 'en', 'a mark');
      expect(own?.hasAttribute('lang')).to.equal(false);
    }
    expect(part(element, 'description')?.hasAttribute('lang')).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('is said of a question in a language of its own', async () => {
    const questions = [
      {question: 'What is a price?', answer: 'A number.'},
      {question: 'Warum?', answer: 'Darum.', language: 'de'},
    ];
    const glossary = {...words, areas: [{id: 'own', name: 'Own', questions}]};
    const element = await fixture(
      html`<faq-block area="own" lang="en" .glossary=${glossary}></faq-block>`,
    );
    await shows(element, 'Warum?');
    for (const name of ['heading', 'answer']) {
      const [english, german] = element.shadowRoot!.querySelectorAll(
        `[part="question"] [part="${name}"]`,
      );
      await until(() => german?.getAttribute('lang') === 'de', 'a mark');
      expect(english?.hasAttribute('lang')).to.equal(false);
    }
  });

  it('sets its texts in its own direction, and the rows of an area in that of the page', async () => {
    const around = await mount(
      html`<div lang="ar" dir="rtl">
        <term-area area="prices" .glossary=${words}></term-area>
      </div>` as never,
    );
    const element = around.querySelector('term-area')!;
    await shows(element, 'سعر التنفيذ');
    const directionOf = (selector: string) => {
      const found = element.shadowRoot!.querySelector(selector)!;
      return getComputedStyle(found).direction;
    };
    await until(() => directionOf('[part="answer"] p') === 'ltr', 'an answer');
    for (const text of [
      ...['[part="heading"]', '[part="definition"] p', '.title'],
    ])
      expect(directionOf(text), text).to.equal('ltr');
    for (const text of ['[part="question"]', 'summary', '[part="summary"]'])
      expect(directionOf(text), text).to.equal('rtl');
    element.lang = 'en';
    await until(
      () => !part(element, 'description')?.hasAttribute('dir'),
      'own',
    );
  });

  it('is that of questions and of a trail', async () => {
    const list = await fixture(
      html`<div lang="es">
        <faq-block area="prices" .glossary=${words}></faq-block>
        <breadcrumb-jsonld area="prices" .glossary=${words}></breadcrumb-jsonld>
      </div>`,
    );
    await shows(list.children[0]!, '¿Qué es un precio?');
    await shows(list.children[1]!, 'Precios');
  });

  it('is said of what the page shows in its structured data', async () => {
    const element = await card('es');
    await shows(element, 'Precio de ejercicio');
    await graphSettled();
    await until(
      () => nodesOf('DefinedTermSet')[0]?.inLanguage === 'es',
      'inLanguage',
    );
  });

  it('is that of the words of a tip', async () => {
    const list = await fixture(
      html`<p lang="es"><term-tip term="strike" .glossary=${words} tabindex="0">X</term-tip></p>`,
    );
    list.querySelector<HTMLElement>('term-tip')!.focus();
    await until(
      () =>
        document
          .querySelector('term-tip-card')
          ?.shadowRoot?.textContent.includes('Precio de ejercicio'),
      'a Spanish card',
    );
    (document.activeElement as HTMLElement).blur();
  });
});

describe('a bilingual card', () => {
  const original = (element: Element) => part(element, 'original');

  it('has the original name beside the translated one, in its language', async () => {
    const element = await card('es');
    await shows(element, 'Precio de ejercicio');
    expect(original(element)).to.equal(null);
    element.bilingual = true;
    await until(() => original(element), 'the original name');
    expect(original(element)?.textContent).to.equal('Strike price');
    expect(original(element)?.getAttribute('lang')).to.equal('en');
    await expect(element).to.be.accessible();
    element.bilingual = false;
    await until(() => !original(element), 'no original name');
  });

  it('is asked for by the <term-glossary> around it, and has nothing to add where nothing is translated', async () => {
    const around = await fixture(
      html`<term-glossary bilingual .glossary=${words}>
        <term-card term="strike" lang="ar"></term-card>
        <term-card term="strike" lang="en"></term-card>
      </term-glossary>`,
    );
    const [arabic, english] = around.children;
    await until(() => original(arabic!), 'the original name');
    expect(original(english!)).to.equal(null);
    around.removeAttribute('bilingual');
    await until(() => !original(arabic!), 'no original name');
  });
});

describe('an element whose source has something new', () => {
  const fresh = (summary: string, keptAt?: Date): Entry => ({
    term: {id: 'strike', name: 'Strike price', summary},
    url: undefined,
    glossary: {format: 1, name: 'Words', language: 'en'},
    related: [],
    links: {addressOf: () => undefined, nameOf: () => undefined},
    origin: undefined,
    ...(keptAt && {keptAt}),
  });

  /** A source whose answer can be changed, and that counts who listens. */
  const changing = (first: () => Entry) => {
    const listeners = new Set<() => void>();
    let answer = first;
    const source: GlossarySource = {
      label: 'changing',
      entry: () => Promise.resolve().then(() => answer()),
      named: () => [],
      areaPage: () => undefined,
      vocabulary: () => [],
      watch: (changed) => {
        listeners.add(changed);
        return () => listeners.delete(changed);
      },
    };
    const change = (next: () => Entry) => {
      answer = next;
      for (const listener of listeners) listener();
    };
    return {source, change, listeners};
  };

  const fail = (): Entry => {
    throw new TypeError('offline');
  };

  it('shows it, announces it, and keeps what is there until then', async () => {
    const {source, change, listeners} = changing(() => fresh('Old.'));
    const element = await card('en', source);
    await shows(element, 'Old.');
    const seen: string[] = [];
    for (const name of ['term-load', 'term-error'])
      element.addEventListener(name, () => seen.push(name));
    await until(() => listeners.size === 1, 'somebody who listens');
    change(() => fresh('New.'));
    expect(shadowText(element)).to.contain('Old.');
    await shows(element, 'New.');
    expect(element.matches(':state(loading)')).to.equal(false);
    await until(() => seen.length === 1, 'the answer announced');
    change(() => fresh('New.'));
    change(fail);
    change(() => fresh('Newest.'));
    await shows(element, 'Newest.');
    expect(seen).to.deep.equal(['term-load', 'term-load']);
  });

  it('recovers by itself when it had failed', async () => {
    const {source, change, listeners} = changing(fail);
    const element = await card('en', source);
    await until(() => element.matches(':state(error)'), 'an error');
    await until(() => listeners.size === 1, 'somebody who listens');
    change(() => fresh('Here.'));
    await shows(element, 'Here.');
    expect(element.matches(':state(error)')).to.equal(false);
  });

  it('listens only while it is in the page, and to the source that it reads', async () => {
    const one = changing(() => fresh('One.'));
    const two = changing(() => fresh('Two.'));
    const element = await card('en', one.source);
    await until(() => one.listeners.size === 1, 'somebody who listens');
    element.glossary = two.source;
    await until(() => two.listeners.size === 1, 'the second is listened to');
    expect(one.listeners.size).to.equal(0);
    const place = element.parentElement!;
    element.remove();
    expect(two.listeners.size).to.equal(0);
    two.change(() => fresh('Three.'));
    place.append(element);
    await shows(element, 'Three.');
    expect(two.listeners.size).to.equal(1);
  });

  it('says of when a copy is while it shows one', async () => {
    const then = new Date('2026-03-12T10:00:00Z');
    const {source, change, listeners} = changing(() => fresh('Old.', then));
    const element = await card('en', source);
    await until(() => element.matches(':state(stale)'), 'stale');
    await until(() => part(element, 'stale'), 'a line that says so');
    expect(part(element, 'stale')?.textContent).to.equal(
      'Saved copy of 12 Mar 2026',
    );
    await expect(element).to.be.accessible();
    await until(() => listeners.size === 1, 'somebody who listens');
    change(() => fresh('Old.'));
    await until(() => !element.matches(':state(stale)'), 'not stale');
    await until(() => !part(element, 'stale'), 'no line');
  });
});
