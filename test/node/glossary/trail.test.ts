import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {GlossaryIndex} from '../../../src/glossary/glossary-index.js';
import type {AreaPage, Entry} from '../../../src/glossary/source.js';
import {
  areaTrail,
  termTrail,
  type TrailStep,
} from '../../../src/glossary/trail.js';
import type {Glossary} from '../../../src/glossary/types.js';
import {example, origin} from './example.js';

const site = 'https://glossary.example';
const index = (glossary: Glossary, from?: string) =>
  new GlossaryIndex(glossary, from);
const steps = (trail: readonly TrailStep[]) =>
  trail.map(({name, url}) => [name, url]);
const area = (glossary: Glossary, resource?: number, from?: string) =>
  steps(
    areaTrail(
      index(glossary, from).areaPage({area: 'books', resource}) as AreaPage,
    ),
  );

describe('areaTrail', () => {
  const root = [
    ['Home', `${site}/`],
    ['Area', `${site}/area/`],
    ['Order books', `${site}/area/books/`],
  ];

  it('leads to the root of an area', () => {
    assert.deepEqual(area(example), root);
  });

  it('leads to a resource', () => {
    assert.deepEqual(area(example, 2, origin), [
      ...root,
      ['Resource 2', `${site}/area/books/resource/2/`],
    ]);
  });

  it('is the same for relative addresses of a document that has one', () => {
    const [books, loose] = example.areas;
    const areas = [{...books, url: '/area/books/'}, loose];
    assert.deepEqual(
      area({...example, url: '/', areas}, undefined, origin),
      root,
    );
  });

  it('without a home has the area only', () => {
    const {url: _, ...homeless} = example;
    assert.deepEqual(area(homeless), root.slice(2));
  });

  it('without addresses has names', () => {
    const areas = [{id: 'books', name: 'Books'}];
    assert.deepEqual(area({...example, url: undefined, areas}), [
      ['Books', undefined],
    ]);
  });

  it('leads from home to an area beside it', () => {
    const areas = [{id: 'books', name: 'Books', url: `${site}/books/`}];
    assert.deepEqual(area({...example, areas}), [
      ['Home', `${site}/`],
      ['Books', `${site}/books/`],
    ]);
  });

  it('is the one of the published page, without unsafe addresses', () => {
    const trail = [
      {name: 'A', url: 'javascript:1'},
      {name: 'B', url: '/b'},
    ];
    const areas = [
      {id: 'books', name: 'B', resources: [{terms: [], page: {trail}}]},
    ];
    assert.deepEqual(area({...example, areas}, undefined, origin), [
      ['A', undefined],
      ['B', `${site}/b`],
    ]);
  });
});

describe('termTrail', () => {
  for (const [id, expected] of [
    [
      'maker',
      [
        ['Home', `${site}/`],
        ['Term', `${site}/term/`],
        ['Maker', `${site}/term/maker/`],
      ],
    ],
    [
      'order-book',
      [
        ['Home', `${site}/`],
        ['Order book', undefined],
      ],
    ],
  ] as const) {
    it(`leads to ${id}`, () => {
      const entry = index(example, origin).entry(id) as Entry;
      assert.deepEqual(steps(termTrail(entry)), expected);
    });
  }
});
