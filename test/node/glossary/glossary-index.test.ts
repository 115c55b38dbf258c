import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {TERMS_PER_PAGE} from '../../../src/glossary/area-pages.js';
import {GlossaryIndex} from '../../../src/glossary/glossary-index.js';
import {nameKey, termsNamed} from '../../../src/glossary/name-index.js';
import type {Glossary, Term} from '../../../src/glossary/types.js';
import {example, longExample, origin} from './example.js';

const index = new GlossaryIndex(example, origin);
const ids = (terms: readonly Term[]) => terms.map(({id}) => id);

describe('a term is found', () => {
  for (const [by, reference, id] of [
    ['its id', 'maker', 'maker'],
    ['a former id', 'quoter', 'maker'],
    ['its address', 'https://glossary.example/term/maker/', 'maker'],
    [
      'its address without the closing slash',
      'https://glossary.example/term/maker',
      'maker',
    ],
    ['its address as written', '/term/spread/', 'spread'],
    [
      'the address that it is shown with',
      'https://glossary.example/term/spread/',
      'spread',
    ],
    ['the id of a removed one', 'removed', 'removed'],
    ['no name', 'Maker', undefined],
    ['no unknown id', 'nothing', undefined],
    ['no empty text', '', undefined],
    [
      'no address of an area',
      'https://glossary.example/area/books/',
      undefined,
    ],
    ['no name of Object', 'toString', undefined],
    ['no prototype', '__proto__', undefined],
  ] as const) {
    it(`by ${by}`, () => {
      assert.equal(index.term(reference)?.id, id);
    });
  }

  it('by an id before a former id and an address', () => {
    const terms = [
      {id: 'a', formerIds: ['b'], name: 'A', summary: '', url: 'b'},
      {id: 'b', name: 'B', summary: ''},
    ];
    const other = new GlossaryIndex({format: 1, name: 'X', terms});
    assert.equal(other.term('b')?.name, 'B');
  });

  it('the first where two have one id', () => {
    const terms = ['1', '2'].map((name) => ({id: 'a', name, summary: ''}));
    const other = new GlossaryIndex({format: 1, name: 'X', terms});
    assert.equal(other.term('a')?.name, '1');
  });

  for (const id of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    it(`by the id ${id}`, () => {
      const odd: Glossary = {
        format: 1,
        name: 'X',
        terms: [
          {id, name: id, summary: 'S.', areas: [id], related: [id]},
          {id: 'b', formerIds: [`old-${id}`], name: 'B', summary: ''},
        ],
        areas: [{id, name: id}],
      };
      const other = new GlossaryIndex(odd);
      assert.equal(other.entry(id)?.term, odd.terms[0]);
      assert.deepEqual(termsNamed(other.glossary, id), [odd.terms[0]]);
      assert.deepEqual(other.entry(id)?.related, [
        {id, name: id, url: undefined},
      ]);
      assert.equal(other.area(id), odd.areas?.[0]);
      assert.equal(other.areaPage({area: id})?.entries.length, 1);
    });
  }
});

describe('an entry', () => {
  it('has what it takes to show it', () => {
    const entry = index.entry('maker');
    assert.equal(entry?.term, example.terms[0]);
    assert.equal(entry.url, 'https://glossary.example/term/maker/');
    assert.equal(entry.glossary.name, 'Example Glossary');
    assert.equal(entry.origin, origin);
  });

  it('leaves out the related that do not exist or are removed', () => {
    const spread = {
      id: 'spread',
      name: 'Spread',
      url: 'https://glossary.example/term/spread/',
    };
    // by its id, then by its former id
    assert.deepEqual(index.entry('maker')?.related, [spread, spread]);
    assert.deepEqual(index.entry('spread')?.related, []);
  });

  it('is null where it is removed, undefined where there is none', () => {
    assert.equal(index.entry('removed'), null);
    assert.equal(index.entry('nothing'), undefined);
  });

  it('has no address where it has none that is safe', () => {
    for (const url of [undefined, 'javascript:alert(1)', '']) {
      const other = new GlossaryIndex(
        {
          format: 1,
          name: 'X',
          terms: [{id: 'a', name: 'A', summary: '', url}],
        } as Glossary,
        origin,
      );
      assert.equal(other.entry('a')?.url, undefined);
      assert.equal(other.addressOf('a'), undefined);
    }
  });

  it('resolves addresses against the document it stands in', () => {
    assert.equal(
      index.addressOf('spread'),
      'https://glossary.example/term/spread/',
    );
    assert.equal(
      new GlossaryIndex(example).addressOf('spread'),
      '/term/spread/',
    );
    assert.equal(index.addressOf('removed'), undefined);
    assert.equal(index.addressOf('nothing'), undefined);
  });
});

describe('termsNamed', () => {
  for (const [name, expected] of [
    ['Maker', ['maker']],
    ['MAKER', ['maker']],
    ['  market \n maker ', ['maker']],
    ['createur de marche', ['maker']],
    ['CRÉATEUR DE MARCHÉ', ['maker']],
    ['Cre\u0301ateur de marche\u0301', ['maker']],
    ['mm', ['maker', 'order-book']],
    ['order-book', ['order-book']], // a hyphen is a space, as in text
    ['orderbook', []],
    ['quoter', []],
    ['removed', []],
    ['', []],
    ['\u0301', []],
  ] as const) {
    it(`${JSON.stringify(name)} may mean ${expected.join(' or ') || 'nothing'}`, () => {
      assert.deepEqual(ids(termsNamed(index.glossary, name)), expected);
    });
  }

  it('has a term once whose name is also its alias', () => {
    const terms = [{id: 'a', name: 'Ä', aliases: ['a', 'A'], summary: ''}];
    const other = new GlossaryIndex({format: 1, name: 'X', terms});
    assert.deepEqual(ids(termsNamed(other.glossary, 'a')), ['a']);
  });

  it('keeps scripts apart that have no accents', () => {
    assert.notEqual(nameKey('期权'), nameKey('期货'));
    assert.equal(nameKey('ﬁx'), 'fix');
  });
});

describe('an area page', () => {
  const entryIds = (page: ReturnType<GlossaryIndex['areaPage']>) =>
    page?.entries.map(({term}) => term.id);

  for (const [by, area, number, terms] of [
    ['id', 'books', undefined, ['maker']],
    ['address', 'https://glossary.example/area/books/', undefined, ['maker']],
    [
      'address, open',
      'https://glossary.example/area/books',
      undefined,
      ['maker'],
    ],
    [
      'address of a resource',
      'https://glossary.example/area/books/resource/2/',
      2,
      ['spread', 'order-book'],
    ],
    [
      'address of a resource as written',
      '/area/books/resource/2',
      2,
      ['spread', 'order-book'],
    ],
  ] as const) {
    it(`is found by ${by}`, () => {
      const page = index.areaPage({area});
      assert.equal(page?.area.id, 'books');
      assert.equal(page.number, number);
      assert.deepEqual(entryIds(page), terms);
    });
  }

  it('is found by number, and only by one that there is', () => {
    const page = index.areaPage({area: 'books', resource: 2});
    assert.deepEqual(entryIds(page), ['spread', 'order-book']);
    assert.equal(page?.resource, example.areas[0].resources[1]);
    assert.deepEqual(page?.pages, [
      {number: 2, url: 'https://glossary.example/area/books/resource/2/'},
    ]);
    for (const resource of [0, 1, 3, -1, NaN]) {
      assert.equal(index.areaPage({area: 'books', resource}), undefined);
    }
    assert.equal(index.areaPage({area: 'nothing'}), undefined);
    assert.equal(index.areaPage({area: ''}), undefined);
  });

  it('asks the questions of its area, or those of the published page', () => {
    assert.equal(
      index.areaPage({area: 'books'})?.questions,
      example.areas[0].questions,
    );
    const questions = [{question: 'Q?', answer: 'A.'}];
    const own = new GlossaryIndex({
      ...example,
      areas: [
        {
          ...example.areas[0],
          resources: [{terms: [], page: {questions}}],
        },
      ],
    });
    assert.equal(own.areaPage({area: 'books'})?.questions, questions);
  });

  it('of an area that lists nothing is empty, and one', () => {
    const page = index.areaPage({area: 'loose'});
    assert.deepEqual(page?.entries, []);
    assert.deepEqual(page.pages, [{number: 1, url: undefined}]);
    assert.equal(page.number, undefined);
    assert.equal(page.resource, undefined);
    assert.deepEqual(page.questions, []);
  });

  it('is found by the address that a relative one stands for', () => {
    for (const area of [
      '/area/loose',
      'https://glossary.example/area/loose/',
    ]) {
      assert.equal(index.area(area)?.id, 'loose');
    }
  });

  for (const [perPage, sizes] of [
    [undefined, [TERMS_PER_PAGE, TERMS_PER_PAGE, 1]],
    [10, [10, 10, 5]],
    [10.9, [10, 10, 5]],
    [25, [25]],
    [100, [25]],
    [Infinity, [25]],
    [0, [TERMS_PER_PAGE, TERMS_PER_PAGE, 1]],
    [NaN, [TERMS_PER_PAGE, TERMS_PER_PAGE, 1]],
    [-5, Array<number>(25).fill(1)],
  ] as const) {
    it(`of ${perPage} terms each: ${sizes.length} pages, every term once`, () => {
      const long = new GlossaryIndex(longExample(25));
      const pages = sizes.map((_, at) =>
        long.areaPage({area: 'long', resource: at + 1, perPage}),
      );
      assert.deepEqual(
        pages.map((page) => page?.entries.length),
        sizes,
      );
      assert.deepEqual(
        pages.flatMap(entryIds),
        ids(longExample(25).terms as readonly Term[]),
      );
      for (const [at, page] of pages.entries()) {
        assert.equal(page?.pages.length, sizes.length);
        assert.equal(page.number, sizes.length > 1 ? at + 1 : undefined);
      }
      for (const resource of [0, -1, 1.5, NaN, sizes.length + 1]) {
        assert.equal(
          long.areaPage({area: 'long', resource, perPage}),
          undefined,
        );
      }
    });
  }

  it('has the terms that the area lists before those that name it', () => {
    assert.deepEqual(ids(index.termsOf(example.areas[0])), [
      'maker',
      'spread',
      'order-book',
    ]);
  });
});
