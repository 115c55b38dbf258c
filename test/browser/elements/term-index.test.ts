import '../../../src/define/all.js';
import {aTimeout, expect, fixture, oneEvent} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import type {TermIndex} from '../../../src/elements/term-index/term-index.js';
import {layered} from '../../../src/glossary/layered-source.js';
import {documentSource} from '../../../src/glossary/document-source.js';
import type {Glossary} from '../../../src/glossary/types.js';
import {glossary} from '../support/glossary.js';
import {
  mount,
  nodesOf,
  shadowText,
  showsFallback,
  until,
  warningsWhile,
  whenBuilt,
} from '../support/page.js';

const BUILT = '/built/20000/manifest.json?index';

const words: Glossary = {
  format: 1,
  name: 'Words',
  language: 'en',
  kinds: {idea: {label: 'Idea'}},
  terms: [
    {
      id: 'vega',
      name: 'Vega',
      kind: 'idea',
      summary: 'Change by volatility.',
      definition: 'In full.',
      aliases: ['kappa'],
      tags: ['greek'],
      difficulty: 2,
    },
    {id: 'delta', name: 'Delta', summary: 'Change by price.', tags: ['greek']},
    {
      id: 'basis',
      name: 'Basis',
      abbreviation: 'BS',
      summary: 'A difference of prices.',
      url: '#basis-page',
      areas: ['futures'],
      difficulty: 1,
    },
    {id: 'dv01', name: 'DV01', summary: 'Value of a basis point.'},
    {id: 'seven', name: '7-day', summary: 'A week.'},
  ],
  areas: [{id: 'futures', name: 'Futures'}],
};

const many: Glossary = {
  format: 1,
  name: 'Many',
  language: 'en',
  terms: Array.from({length: 60}, (_, at) => ({
    id: `t${at}`,
    name: `${String.fromCharCode(65 + Math.floor(at / 6))} word ${at}`,
    summary: `Meaning ${at}.`,
  })),
};

const index = (
  attributes: Partial<TermIndex> = {},
  source: TermIndex['glossary'] = words,
) =>
  mount<TermIndex>(
    html`<term-index
      .glossary=${source}
      .filters=${attributes.filters}
      .kind=${attributes.kind ?? ''}
      .area=${attributes.area ?? ''}
      .tag=${attributes.tag ?? ''}
      .difficulty=${attributes.difficulty ?? ''}
      .perPage=${attributes.perPage ?? 200}
      .page=${attributes.page}
      .pageHref=${attributes.pageHref ?? ''}
      .queryParam=${attributes.queryParam ?? ''}
      ><a href="/glossary/">Glossary</a></term-index
    >`,
  ).then(async (element) => {
    await until(() => element.shadowRoot!.querySelector('.list'), 'the list');
    return element;
  });

const all = (element: Element, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

const texts = (element: Element, selector: string) =>
  all(element, selector).map((one) =>
    one.textContent.replace(/\s+/g, ' ').trim(),
  );

const field = (element: Element) =>
  element.shadowRoot!.querySelector<HTMLInputElement>('input')!;

const options = (element: Element) => texts(element, '[role=option] .name');

/** Types into the field, and waits for what is found. */
const type = async (element: TermIndex, text: string) => {
  field(element).focus();
  await sendKeys({type: text});
  await until(
    () =>
      field(element).getAttribute('aria-expanded') === 'true' ||
      element.shadowRoot!.querySelector('.popup .none'),
    `what is found for ${text}`,
  );
  await element.updateComplete;
};

describe('term-index', () => {
  const address = location.href;
  afterEach(() => {
    history.replaceState(null, '', address);
  });

  describe('accessibility', () => {
    it('axe finds nothing with the list, filters and an open entry', async () => {
      const element = await index({filters: ''});
      await expect(element).to.be.accessible();
      all(element, '#vega button')[0]!.click();
      await until(() => all(element, '.card').length, 'the entry');
      await expect(element).to.be.accessible();
    });

    it('axe finds nothing with options, with results, and with none', async () => {
      const element = await index();
      await type(element, 'del');
      await sendKeys({press: 'ArrowDown'});
      await expect(element).to.be.accessible();
      await sendKeys({press: 'ArrowUp'});
      await sendKeys({press: 'Enter'});
      await element.updateComplete;
      await expect(element).to.be.accessible();
      await sendKeys({type: 'qqqq'});
      await until(() => all(element, '.popup .none').length, 'nothing found');
      await expect(element).to.be.accessible();
    });
  });

  it('shows the terms under their letters, with what tells them apart', async () => {
    const element = await index();
    expect(texts(element, '.letter')).to.deep.equal(['B', 'D', 'V', '#']);
    expect(texts(element, 'dfn')).to.deep.equal([
      'Basis',
      'Delta',
      'DV01',
      'Vega',
      '7-day',
    ]);
    expect(texts(element, '.abbreviation')).to.deep.equal(['BS']);
    expect(texts(element, '#vega .kind')).to.deep.equal(['Idea']);
    expect(texts(element, '#basis .quiet')).to.deep.equal(['Futures']);
    expect(texts(element, '#vega .summary')).to.deep.equal([
      'Change by volatility.',
    ]);
    expect(texts(element, '.count')).to.deep.equal(['Entries: 5']);
  });

  it('links a term that has an address, and opens the others', async () => {
    const element = await index();
    const link = element.shadowRoot!.querySelector('#basis dfn a');
    expect(link?.getAttribute('href')).to.equal('#basis-page');
    const button = all(element, '#vega button')[0]!;
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    button.click();
    await until(() => all(element, '#vega .definition').length, 'the entry');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    button.click();
    await element.updateComplete;
    expect(all(element, '#vega .definition')).to.be.empty;
  });

  it('goes to a letter; letters without terms are no buttons', async () => {
    const element = await index();
    const names = texts(element, '.letters button');
    expect(names).to.deep.equal(['B', 'D', 'V', '#']);
    expect(texts(element, '.letters span')).to.include('A');
    all(element, '.letters button')[2]!.click();
    await until(
      () => element.shadowRoot!.activeElement?.textContent === 'V',
      'the focus on the letter',
    );
    expect(location.href).to.equal(address);
  });

  describe('the search', () => {
    it('offers names before aliases and texts, with marks', async () => {
      const element = await index();
      await type(element, 'bas');
      expect(options(element)).to.deep.equal(['Basis', 'DV01']);
      expect(texts(element, '[role=option] mark')[0]).to.equal('Bas');
    });

    it('forgives typing errors, and finds aliases', async () => {
      const element = await index();
      await type(element, 'dleta');
      expect(options(element)).to.deep.equal(['Delta']);
      field(element).select();
      await sendKeys({type: 'kappa'});
      await until(() => options(element)[0] === 'Vega', 'Vega');
      expect(texts(element, '[role=option] .alias')).to.deep.equal(['kappa']);
    });

    it('is a combobox: arrows move, Enter chooses, Escape closes and clears', async () => {
      const element = await index();
      const input = field(element);
      await type(element, 'a');
      expect(input.hasAttribute('aria-activedescendant')).to.be.false;
      await sendKeys({press: 'ArrowDown'});
      expect(input.getAttribute('aria-activedescendant')).to.equal('~option-0');
      expect(
        all(element, '[id="~option-0"]')[0]!.getAttribute('aria-selected'),
      ).to.equal('true');
      await sendKeys({press: 'ArrowUp'});
      expect(input.hasAttribute('aria-activedescendant')).to.be.false;
      await sendKeys({press: 'Escape'});
      expect(input.getAttribute('aria-expanded')).to.equal('false');
      expect(input.value).to.equal('a');
      await sendKeys({press: 'Escape'});
      expect(input.value).to.equal('');
    });

    it('leaves closed what the reader has closed, when the list changes', async () => {
      const element = await index({perPage: 2});
      await type(element, 'a');
      await sendKeys({press: 'Escape'});
      expect(field(element).value).to.equal('a');
      all(element, '[part=show-more]')[0]!.click();
      await until(() => all(element, '.row').length === 4, 'more terms');
      // The search in the new list ends in a later task.
      await aTimeout(200);
      expect(field(element).getAttribute('aria-expanded')).to.equal('false');
      expect(all(element, '.popup')[0]!.hidden).to.equal(true);
    });

    it('shows results at Enter also before the first answer', async () => {
      const element = await index();
      field(element).focus();
      await sendKeys({type: 'vega'});
      await sendKeys({press: 'Enter'});
      await until(
        () => all(element, '[part=results]').length,
        'the results in the place of the list',
      );
      expect(texts(element, 'dfn')).to.deep.equal(['Vega']);
    });

    it('keeps the option that the keyboard is at in view', async () => {
      await setViewport({width: 800, height: 300});
      const element = await index({}, many);
      await type(element, 'word');
      const popup = all(element, '.popup')[0]!;
      expect(popup.scrollHeight).to.be.above(popup.clientHeight);
      for (let at = 0; at < 8; at++) await sendKeys({press: 'ArrowDown'});
      await until(() => {
        const option = all(element, '[aria-selected=true]')[0]!;
        const {top, bottom} = option.getBoundingClientRect();
        const box = popup.getBoundingClientRect();
        return top >= box.top - 1 && bottom <= box.bottom + 1;
      }, 'the last option in view');
      await setViewport({width: 800, height: 600});
    });

    it('keeps Escape from what is around it, as long as there is something to end', async () => {
      const element = await index();
      let heard = 0;
      const listen = ({key}: KeyboardEvent) =>
        (heard += Number(key === 'Escape'));
      addEventListener('keydown', listen);
      await type(element, 'vega');
      await sendKeys({press: 'Escape'});
      await sendKeys({press: 'Escape'});
      expect(heard).to.equal(0);
      await sendKeys({press: 'Escape'});
      removeEventListener('keydown', listen);
      expect(heard).to.equal(1);
    });

    it('follows the address of an option, through a click that a router can take', async () => {
      const element = await index();
      await type(element, 'basis');
      let href: string | null = null;
      const take = (event: MouseEvent) => {
        const link = event
          .composedPath()
          .find((one) => one instanceof HTMLAnchorElement);
        href = (link as HTMLAnchorElement).getAttribute('href');
        event.preventDefault();
      };
      addEventListener('click', take);
      await sendKeys({press: 'ArrowDown'});
      await sendKeys({press: 'Enter'});
      removeEventListener('click', take);
      expect(href).to.equal('#basis-page');
    });

    it('opens an option without an address where it is listed', async () => {
      const element = await index({perPage: 1});
      await type(element, 'vega');
      all(element, '[role=option]')[0]!.click();
      await until(() => all(element, '#vega .card').length, 'the entry');
      expect(options(element)).to.be.empty;
    });

    it('shows all results in the place of the list, and the list again', async () => {
      const element = await index();
      await type(element, 'change');
      await sendKeys({press: 'Enter'});
      await element.updateComplete;
      expect(texts(element, '[part=found]')).to.deep.equal([
        'change Results: 2',
      ]);
      expect(texts(element, '.row dfn')).to.have.members(['Vega', 'Delta']);
      expect(texts(element, '.row mark')).to.deep.equal(['Change', 'Change']);
      await sendKeys({press: 'Escape'});
      await until(() => all(element, '.row').length === 5, 'the list');
    });

    it('announces how many there are, once for a word', async () => {
      const element = await index();
      const status = all(element, '[role=status]')[0]!;
      const said: string[] = [];
      const observer = new MutationObserver(() => {
        said.push(status.textContent);
      });
      observer.observe(status, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      await type(element, 'basis');
      await until(() => said.length, 'the announcement');
      observer.disconnect();
      expect(said).to.deep.equal(['Results: 2']);
    });

    it('suggests what is near where nothing is found', async () => {
      const element = await index();
      await type(element, 'vegxxxa');
      await until(() => all(element, '.popup .none').length, 'nothing found');
      expect(texts(element, '.popup .none')[0]).to.equal(
        'No entry matches vegxxxa.',
      );
      expect(options(element)).to.include('Vega');
    });

    it('leaves the address alone, unless it is given a parameter', async () => {
      const plain = await index();
      await type(plain, 'vega');
      await sendKeys({press: 'Enter'});
      expect(location.href).to.equal(address);
      const element = await index({queryParam: 'q'});
      await type(element, 'vega');
      await sendKeys({press: 'Enter'});
      expect(new URL(location.href).searchParams.get('q')).to.equal('vega');
      const again = await index({queryParam: 'q'});
      await until(
        () => texts(again, '.row dfn').join() === 'Vega',
        'the results of the address',
      );
    });
  });

  describe('filters', () => {
    it('of the author fix what is listed and searched', async () => {
      const element = await index({tag: 'greek'});
      expect(texts(element, 'dfn')).to.deep.equal(['Delta', 'Vega']);
      await type(element, 'basis');
      expect(options(element)).to.be.empty;
      expect(texts(await index({area: 'futures'}), 'dfn')).to.deep.equal([
        'Basis',
      ]);
      expect(texts(await index({difficulty: '2'}), 'dfn')).to.deep.equal([
        'Vega',
      ]);
      expect(texts(await index({kind: 'idea'}), 'dfn')).to.deep.equal(['Vega']);
    });

    it('are offered where there is a choice', async () => {
      const element = await index({filters: 'difficulty kind'});
      expect(texts(element, '.filters label > span')).to.deep.equal([
        'Difficulty',
      ]);
      const select =
        element.shadowRoot!.querySelector<HTMLSelectElement>('select')!;
      expect([...select.options].map(({value}) => value)).to.deep.equal([
        '',
        '1',
        '2',
      ]);
      select.value = '1';
      select.dispatchEvent(new Event('change'));
      await until(() => texts(element, 'dfn').join() === 'Basis', 'one term');
      expect(all(await index(), '.filters')).to.be.empty;
    });

    it('that the reader sets can be taken back where nothing passes them', async () => {
      const element = await index({filters: 'tag difficulty'}, {
        ...words,
        terms: [
          ...words.terms,
          {id: 'x', name: 'X', summary: 'X.', tags: ['odd']},
        ],
      } as Glossary);
      const set = async (at: number, value: string, rows: number) => {
        const select = all(element, 'select')[at] as HTMLSelectElement;
        select.value = value;
        select.dispatchEvent(new Event('change'));
        await until(() => all(element, '.row').length === rows, `${rows} rows`);
      };
      await set(0, 'odd', 1);
      await set(1, '1', 0);
      expect(texts(element, '.count')).to.deep.equal(['Entries: 0']);
      await set(1, '', 1);
    });

    it('that nothing passes leave the words of the author', async () => {
      const element = await mount<TermIndex>(
        html`<term-index .glossary=${words} tag="none"><a href="/">Own</a></term-index>`,
      );
      await until(() => showsFallback(element), 'the words of the author');
    });
  });

  it('takes null for an attribute that is absent', async () => {
    const element = await index({filters: ''});
    (element as {filters: unknown}).filters = null;
    await until(() => !all(element, '.filters').length, 'no filters');
    expect(texts(element, 'dfn').length).to.equal(5);
  });

  it('tells a term from what it consists of, whatever its id', async () => {
    const term = (id: string) => ({id, name: `Term ${id}`, summary: 'A term.'});
    const element = await index(
      {},
      {...words, terms: ['options', 'search', 'field'].map(term)},
    );
    const ids = all(element, '[id]').map(({id}) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  describe('pages', () => {
    it('show more of a long list', async () => {
      const element = await index({perPage: 10}, many);
      expect(all(element, '.row').length).to.equal(10);
      all(element, '[part=show-more]')[0]!.click();
      await until(() => all(element, '.row').length === 20, 'twenty terms');
      expect(element.shadowRoot!.activeElement?.textContent).to.equal(
        many.terms[10]!.name,
      );
      all(element, '.letters button').at(-1)!.click();
      await until(() => texts(element, '.letter').join() === 'J', 'a letter');
      all(element, '[part=show-more]')[0]!.click();
      await until(() => all(element, '.row').length > 10, 'those before');
    });

    it('have addresses if the author gives a form', async () => {
      const element = await index(
        {perPage: 10, page: 2, pageHref: '/words/{}/'},
        many,
      );
      expect(all(element, '.row')[0]!.id).to.equal('t10');
      const hrefs = all(element, '.pager a').map((link) =>
        link.getAttribute('href'),
      );
      expect(hrefs).to.deep.equal(['/words/1/', '/words/3/']);
      expect(texts(element, '.pager').join()).to.equal('‹2/6›');
      expect(all(element, '.letters a').at(-1)!.getAttribute('href')).to.equal(
        '/words/6/#letter-J',
      );
    });

    it('are that of the address', async () => {
      history.replaceState(null, '', '?at=3');
      const element = await index({perPage: 10, pageHref: '?at={}'}, many);
      expect(all(element, '.row')[0]!.id).to.equal('t20');
      expect(texts(element, '.pager [aria-current]')).to.deep.equal(['3']);
    });

    it('are turned to the term that a fragment names', async () => {
      history.replaceState(null, '', '#t55');
      const element = await index({perPage: 10}, many);
      await until(() => all(element, '#t55').length, 'the term');
    });
  });

  describe('sources', () => {
    before(whenBuilt('/built/20000/manifest.json'));

    it('lists layers term by term', async () => {
      const upper = {
        format: 1,
        name: 'Own',
        terms: [
          {id: 'delta', name: null},
          {id: 'own', name: 'Own word', summary: 'Ours.'},
        ],
      } as Glossary;
      const element = await index(
        {},
        layered([documentSource(words), documentSource(upper)]),
      );
      expect(texts(element, 'dfn')).to.deep.equal([
        'Basis',
        'DV01',
        'Own word',
        'Vega',
        '7-day',
      ]);
    });

    it('lists a built glossary by its names, without loading it whole', async () => {
      performance.clearResourceTimings();
      const element = await mount<TermIndex>(
        html`<term-index src=${BUILT} per-page="50"></term-index>`,
      );
      await until(() => all(element, '.row').length === 50, 'fifty names');
      const asked = () =>
        performance
          .getEntriesByType('resource')
          .filter(({name}) => name.includes('/built/')).length;
      expect(asked()).to.be.below(8);
      const name = texts(element, 'dfn')[20]!;
      field(element).focus();
      field(element).value = name;
      field(element).dispatchEvent(new InputEvent('input'));
      await until(() => options(element)[0] === name, 'the name');
      expect(asked()).to.be.below(30);
    });

    it('says that a built glossary cannot be filtered', async () => {
      const warnings = await warningsWhile(async () => {
        const element = await mount<TermIndex>(
          html`<term-index src=${BUILT} tag="x"><a href="/">Own</a></term-index>`,
        );
        await until(() => showsFallback(element), 'the words of the author');
      });
      expect(warnings.join()).to.include('cannot be filtered');
    });

    it('reads the language around it', async () => {
      const german: Glossary = {
        ...words,
        terms: [
          {
            id: 'vol',
            name: 'Volatility',
            summary: 'How much a price moves.',
            translations: {de: {name: 'Ölpreis', summary: 'Bewegung.'}},
          },
        ],
      };
      const page = await fixture(
        html`<div lang="de"><term-index .glossary=${german}></term-index></div>`,
      );
      const element = page.querySelector('term-index')!;
      await until(
        () => shadowText(element).includes('Einträge: 1'),
        'the strings of the language',
      );
      expect(texts(element, '.letter')).to.deep.equal(['O']);
      expect(texts(element, 'dfn')).to.deep.equal(['Ölpreis']);
    });

    it('marks each text that is not in the language around it', async () => {
      const half: Glossary = {
        ...words,
        terms: [
          {
            id: 'vol',
            name: 'Volatility',
            summary: 'How much a price moves.',
            translations: {de: {name: 'Volatilität'}},
          },
        ],
      };
      const page = await fixture(
        html`<div lang="de"><term-index .glossary=${half}></term-index></div>`,
      );
      const element = page.querySelector('term-index')!;
      await until(() => all(element, 'dfn').length, 'the list');
      const langs = (selector: string) =>
        all(element, selector).map((one) => one.getAttribute('lang'));
      expect(langs('dfn')).to.deep.equal([null]);
      expect(langs('.summary')).to.deep.equal(['en']);
      await type(element, 'vol');
      expect(langs('[role=option] .name')).to.deep.equal([null]);
      expect(langs('[role=option] .sentence')).to.deep.equal(['en']);
    });

    it('keeps nothing open or chosen that another glossary does not have', async () => {
      const element = await index({filters: ''});
      all(element, '#vega button')[0]!.click();
      await until(() => all(element, '.card').length, 'the entry');
      const [select] = all(element, 'select') as HTMLSelectElement[];
      select!.value = '2';
      select!.dispatchEvent(new Event('change'));
      await until(() => all(element, '.row').length === 1, 'what passes');
      element.glossary = many;
      await until(() => all(element, '.row').length === 60, 'the other terms');
      expect(all(element, '.card')).to.deep.equal([]);
    });
  });

  it('adds its terms to the structured data of the page', async () => {
    const element = await index({}, glossary);
    await until(() => nodesOf('DefinedTermSet').length, 'the set');
    const [set] = nodesOf('DefinedTermSet');
    expect((set!.hasDefinedTerm as unknown[]).length).to.equal(
      all(element, '.row').length,
    );
    element.structuredData = 'none';
    await until(() => !nodesOf('DefinedTermSet').length, 'no set');
  });

  it('announces that it is on screen', async () => {
    const element = document.createElement('term-index');
    const loaded = oneEvent(element, 'term-load');
    element.glossary = words;
    document.body.append(element);
    await loaded;
    expect(texts(element, 'dfn').length).to.equal(5);
    element.remove();
  });

  for (const direction of ['ltr', 'rtl'])
    it(`fits a narrow page: ${direction}`, async () => {
      await setViewport({width: 320, height: 700});
      const element = await index({filters: ''});
      element.dir = direction;
      await type(element, 'bas');
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      await setViewport({width: 800, height: 600});
    });
});
