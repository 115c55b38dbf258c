import '../../../src/define/all.js';
import {expect, fixture} from '@open-wc/testing';
import {html, type LitElement, type TemplateResult} from 'lit';
import {LANGUAGES} from '../../../src/glossary/locale/languages.js';
import english from '../../../src/glossary/locale/languages/en.js';
import type {Glossary} from '../../../src/glossary/types.js';
import {localeReady, setLocaleStrings} from '../../../src/page/locale.js';
import {graphSettled, nodesOf, shadowText, until} from '../support/page.js';

const wheels: Glossary = {
  format: 1,
  name: 'Wheels',
  language: 'en',
  url: 'https://wheels.example/',
  terms: [
    {
      id: 'hub',
      name: 'Hub',
      summary: 'The centre of a wheel.',
      url: 'https://wheels.example/term/hub/',
      reviewed: '2026-10-01',
      difficulty: 2,
      author: {name: 'Ada'},
      related: ['rim'],
      sources: [{title: 'Wheels', url: 'https://wheels.example/book'}],
      deprecated: {use: 'rim'},
    },
    {
      id: 'rim',
      name: 'Rim',
      summary: 'The outer edge of a wheel.',
      url: 'https://wheels.example/term/rim/',
      deprecated: {},
    },
  ],
  areas: [
    {
      id: 'parts',
      name: 'Parts',
      url: 'https://wheels.example/area/parts/',
      resources: [
        {
          number: 1,
          terms: ['hub'],
          url: 'https://wheels.example/area/parts/1/',
        },
        {
          number: 2,
          terms: ['rim'],
          url: 'https://wheels.example/area/parts/2/',
        },
      ],
    },
  ],
};

const show = async <T extends LitElement = LitElement>(
  template: TemplateResult,
): Promise<T> => {
  const element = await fixture<T>(template);
  await element.updateComplete;
  return element;
};

const within = (lang: string, content: TemplateResult): TemplateResult =>
  html`<div lang=${lang} dir=${/^(ar|he|fa)/.test(lang) ? 'rtl' : 'ltr'}>${content}</div>`;

const card = async (lang: string) =>
  (
    await fixture(
      within(
        lang,
        html`<term-card term="hub" .glossary=${wheels}></term-card>`,
      ),
    )
  ).firstElementChild as LitElement;

const area = async (lang: string) =>
  (
    await fixture(
      within(
        lang,
        html`<term-area area="parts" resource="2" .glossary=${wheels}></term-area>`,
      ),
    )
  ).firstElementChild as LitElement;

const shows = (element: Element, ...texts: string[]) =>
  until(
    () => texts.every((text) => shadowText(element).includes(text)),
    `${texts.join(', ')} in "${shadowText(element)}"`,
  );

const one = (element: Element, selector: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(selector)!;

describe('the strings of an element', () => {
  for (const [lang, ...texts] of [
    [
      'de',
      'Nicht mehr gebräuchlich; siehe Rim.',
      'Von Ada',
      'Geprüft am 01.10.2026',
      'Schwierigkeit 2',
      'Siehe auch',
      'Quellen',
    ],
    ['fa', 'نویسنده: Ada', 'سطح دشواری ۲', 'همچنین ببینید'],
    ['pt', 'Por Ada', 'Revisado em 1 de out. de 2026', 'Veja também'],
    ['zh-TW', '作者：Ada', '難度 2', '另請參閱'],
  ] as const)
    it(`of a card are in the language around it, without marks: ${lang}`, async () => {
      const element = await card(lang);
      await shows(element, ...texts);
      for (const {
        lang: mark,
        textContent,
      } of element.shadowRoot!.querySelectorAll<HTMLElement>('[lang="en"]'))
        expect(mark, textContent!).to.equal(
          textContent === 'Hub' || /wheel/.test(textContent!) ? 'en' : '',
        );
      await expect(element).to.be.accessible();
    });

  it('of an area, its trail and its pages are too, and in the structured data', async () => {
    const element = await area('he');
    await shows(element, 'דף הבית', 'נושאים', 'חלק 2');
    expect(one(element, '.trail').ariaLabel).to.equal('נתיב ניווט');
    expect(one(element, '.pager').ariaLabel).to.equal('עמודים');
    expect(one(element, '[rel="prev"]').ariaLabel).to.equal('העמוד הקודם');
    const names = [...element.shadowRoot!.querySelectorAll('.trail li')].map(
      (step) => step.textContent!.trim(),
    );
    expect(names).to.deep.equal(['דף הבית', 'נושאים', 'Parts', 'חלק 2']);
    expect(one(element, '.trail [lang="en"]').textContent).to.equal('Parts');
    await expect(element).to.be.accessible();
  });

  it('of a trail are in its language on screen and in its node', async () => {
    const around = await fixture(
      within(
        'ru',
        html`<breadcrumb-jsonld area="parts" resource="2" structured-data="page" .glossary=${wheels}></breadcrumb-jsonld>`,
      ),
    );
    const element = around.firstElementChild!;
    await shows(element, 'Главная', 'Темы', 'Часть 2');
    await graphSettled();
    const names = () =>
      (
        nodesOf('BreadcrumbList')[0]?.itemListElement as
          {name: string}[] | undefined
      )?.map(({name}) => name);
    await until(
      () => names()?.join() === 'Главная,Темы,Parts,Часть 2',
      `a Russian trail, not ${names()?.join()}`,
    );
  });

  it('follow the language of the page, and back', async () => {
    const element = await card('en');
    await shows(element, 'See also');
    element.parentElement!.lang = 'nl';
    await shows(element, 'Zie ook');
    element.parentElement!.lang = 'en';
    await shows(element, 'See also', 'Reviewed 1 Oct 2026');
  });

  for (const lang of ['sw', 'x-own'])
    it(`are English, and say so, where there are none: ${lang}`, async () => {
      const element = await card(lang);
      await shows(element, 'See also');
      const label = one(element, '[part="related"] b')
        .firstElementChild as HTMLElement;
      expect([label.lang, label.dir]).to.deep.equal(['en', 'ltr']);
      expect(getComputedStyle(label).visibility).to.equal('visible');
      const page = await area(lang);
      await shows(page, 'Home');
      const trail = one(page, '.trail');
      expect(trail.lang).to.equal('en');
      expect(trail.querySelector('ol')!.lang).to.equal(lang);
      expect(one(page, '.pager').lang).to.equal('en');
      await expect(page).to.be.accessible();
    });

  it('that are not there yet have their space, and are painted when they have come', async () => {
    const languages = LANGUAGES as Record<string, (typeof LANGUAGES)[string]>;
    const load = languages.th!;
    let arrive!: (value: ReturnType<typeof load>) => void;
    languages.th = () => new Promise((resolve) => (arrive = resolve));
    const element = await card('th');
    const row = one(element, '[part="related"]');
    expect(row.textContent).to.contain('See also');
    expect(getComputedStyle(row).visibility).to.equal('hidden');
    expect(
      getComputedStyle(one(element, '[part="summary"]')).visibility,
    ).to.equal('visible');
    languages.th = load;
    arrive(load());
    await shows(element, 'ดูเพิ่มเติม');
    expect(
      getComputedStyle(one(element, '[part="related"]')).visibility,
    ).to.equal('visible');
  });

  it('are English if they cannot be loaded, until they can', async () => {
    const languages = LANGUAGES as Record<string, (typeof LANGUAGES)[string]>;
    const load = languages.vi!;
    languages.vi = () => Promise.reject(new TypeError('offline'));
    const element = await card('vi');
    await until(
      () =>
        getComputedStyle(one(element, '[part="related"]')).visibility ===
        'visible',
      'English on screen',
    );
    await shows(element, 'See also');
    expect(one(element, '[part="related"] [lang]').lang).to.equal('en');
    languages.vi = load;
    dispatchEvent(new Event('online'));
    await shows(element, 'Xem thêm');
  });

  it('are not loaded for an element that shows none', async () => {
    const languages = LANGUAGES as Record<string, (typeof LANGUAGES)[string]>;
    const load = languages.bn!;
    const asked: string[] = [];
    languages.bn = () => {
      asked.push('bn');
      return load();
    };
    const around = await fixture(
      within(
        'bn',
        html`<faq-block area="parts" .glossary=${wheels}></faq-block>
        <breadcrumb-jsonld><a href="/">H</a> <a href="/p">P</a></breadcrumb-jsonld>
        <term-linker frameworks="wrap" .glossary=${wheels}><p>A hub.</p></term-linker>`,
      ),
    );
    await until(() => around.querySelector('term-tip'), 'a linked word');
    expect(asked).to.deep.equal([]);
    around.append(
      Object.assign(document.createElement('term-card'), {
        term: 'hub',
        glossary: wheels,
      }),
    );
    await shows(around.lastElementChild!, 'আরও দেখুন');
    expect(asked).to.deep.equal(['bn']);
    languages.bn = load;
  });
});

describe('setLocaleStrings', () => {
  it('updates what is on screen', async () => {
    const element = await card('sr');
    await shows(element, 'See also');
    setLocaleStrings('sr', {seeAlso: 'Види још'});
    await shows(element, 'Види још');
    expect(one(element, '[part="related"] b').children.length).to.equal(0);
    expect(one(element, '[part="sources"] b [lang]').lang).to.equal('en');
  });

  it('replaces a string of ours, and leaves the others', async () => {
    await localeReady('it');
    const element = await card('it');
    await shows(element, 'Vedi anche', 'Fonti');
    setLocaleStrings('it', {sources: 'Bibliografia'});
    await shows(element, 'Vedi anche', 'Bibliografia');
    setLocaleStrings('it', {sources: 'Fonti'});
  });
});

describe('the list of a linker', () => {
  it('is in the language around it', async () => {
    const element = await show(
      html`<term-linker lang="uk" mode="highlight" list="visible" .glossary=${wheels}><p>A hub and a rim.</p></term-linker>`,
    );
    await shows(element, 'Терміни в цьому тексті (2)');
  });

  it('is English, and says so, where there are no strings', async () => {
    const element = await show(
      html`<term-linker lang="sw" mode="highlight" list="visible" .glossary=${wheels}><p>A hub and a rim.</p></term-linker>`,
    );
    await shows(element, english.termsInText.replace('{}', '2'));
    expect(one(element, 'summary [lang]').lang).to.equal('en');
  });
});
