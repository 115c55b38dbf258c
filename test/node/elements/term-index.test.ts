import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  barLetters,
  choicesOf,
  filteredEntries,
  filterNames,
  letterGroups,
  pageAddress,
  pageOfAddress,
} from '../../../src/elements/term-index/index-content.js';
import {DocumentSource} from '../../../src/glossary/document-source.js';
import {termListOf} from '../../../src/glossary/term-list.js';

const source = new DocumentSource({
  format: 1,
  name: 'G',
  language: 'en',
  kinds: {idea: {label: 'Idea', translations: {de: {label: 'Gedanke'}}}},
  terms: [
    {id: 'a', name: 'A', summary: 'A.', kind: 'idea', tags: ['x', 'y']},
    {id: 'b', name: 'B', summary: 'B.', difficulty: 3, areas: ['one']},
    {id: 'c', name: 'C', summary: 'C.', difficulty: 3, tags: ['y']},
  ],
  areas: [
    {id: 'one', name: 'One', translations: {de: {name: 'Eins'}}},
    {id: 'two', name: 'Two', resources: [{number: 1, terms: ['a', 'b']}]},
  ],
});

const none = {kind: '', area: '', tag: '', difficulty: ''};

describe('the filters of an index', () => {
  for (const [filters, ids] of [
    [{}, 'abc'],
    [{kind: 'idea'}, 'a'],
    [{area: 'one'}, 'b'],
    [{area: 'two'}, 'ab'],
    [{tag: 'y'}, 'ac'],
    [{difficulty: '3'}, 'bc'],
    [{difficulty: '3', tag: 'y'}, 'c'],
    [{kind: 'constructor'}, ''],
  ] as const)
    it(`let ${ids || 'nothing'} through with ${JSON.stringify(filters)}`, async () => {
      const {all = []} = await termListOf(source, 'en');
      const found = filteredEntries(all, {...none, ...filters});
      assert.equal(found.map(({term}) => term.id).join(''), ids);
    });

  it('offer the values of the entries, by their names in the language', async () => {
    const {all = []} = await termListOf(source, 'en');
    const labels = (name: 'kind' | 'area' | 'tag') =>
      choicesOf(name, all, 'en').map(({value, label}) => `${value}=${label}`);
    assert.deepEqual(labels('kind'), ['idea=Idea']);
    assert.deepEqual(labels('area'), ['one=One', 'two=Two']);
    assert.deepEqual(labels('tag'), ['x=x', 'y=y']);
  });

  for (const [attribute, names] of [
    [undefined, ''],
    ['', 'kind area tag difficulty'],
    ['true', 'kind area tag difficulty'],
    ['tag, kind', 'kind tag'],
    ['tag nonsense', 'tag'],
  ] as const)
    it(`are ${names || 'not offered'} for ${attribute}`, () => {
      assert.equal(filterNames(attribute).join(' '), names);
    });
});

describe('the letters of an index', () => {
  it('have those of the Latin alphabet between that no term begins with', () => {
    const bar = barLetters(
      [
        {letter: 'C', count: 1, start: 0},
        {letter: 'Ö', count: 1, start: 1},
        {letter: '#', count: 1, start: 2},
      ],
      'sv',
    );
    assert.equal(
      bar.map(({letter}) => letter).join(''),
      'ABCDEFGHIJKLMNOPQRSTUVWXYZÖ#',
    );
    assert.deepEqual(
      bar.flatMap(({letter, start}) => (start === undefined ? [] : letter)),
      ['C', 'Ö', '#'],
    );
  });

  it('are those of the script where it is another', () => {
    const letters = [{letter: 'ㄱ', count: 1, start: 0}];
    assert.deepEqual(barLetters(letters, 'ko'), letters);
  });

  it('head the items that follow each other under one', async () => {
    const list = await termListOf(source, 'en');
    const groups = letterGroups(await list.items(1, 3), 'en');
    assert.deepEqual(
      groups.map(({letter, items}) => [letter, items.length]),
      [
        ['B', 1],
        ['C', 1],
      ],
    );
  });
});

describe('the pages of an index', () => {
  const base = 'https://a.example/docs/';
  for (const [form, here, number] of [
    ['/g/{}/', 'https://a.example/g/12/', 12],
    ['/g/{}/', 'https://a.example/g/12/#letter-A', 12],
    ['?page={}', 'https://a.example/docs/?page=3', 3],
    ['?page={}', 'https://a.example/docs/', undefined],
    ['/g/{}/', 'https://a.example/g/x/', undefined],
    ['/g/{}/', 'https://a.example/g/0/', undefined],
    ['/g/{}/', 'https://b.example/g/1/', undefined],
    ['', 'https://a.example/docs/', undefined],
    ['/g/', 'https://a.example/g/', undefined],
  ] as const)
    it(`of ${form || 'nothing'} at ${here}: ${number}`, () => {
      assert.equal(pageOfAddress(form, here, base), number);
    });

  it('have an address only where it can be a link', () => {
    assert.equal(pageAddress('/g/{}/', 2), '/g/2/');
    assert.equal(pageAddress('javascript:go({})', 2), undefined);
    assert.equal(pageAddress('/g/', 2), undefined);
    assert.equal(pageAddress('', 2), undefined);
  });
});
