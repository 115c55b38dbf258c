import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {AddressedSource} from '../../../src/glossary/addressed-source.js';
import {DocumentSource} from '../../../src/glossary/document-source.js';
import type {AreaPage, Entry} from '../../../src/glossary/source.js';
import type {Glossary} from '../../../src/glossary/types.js';

const glossary: Glossary = {
  format: 1,
  name: 'Bare',
  terms: [
    {
      id: 'a b',
      name: 'A',
      summary: '',
      related: ['own', 'plain'],
      areas: ['area'],
    },
    {
      id: 'own',
      name: 'Own',
      summary: '',
      url: 'https://else.example/own',
    },
    {id: 'plain', name: 'Plain', summary: ''},
    {id: 'gone', name: null},
  ],
  areas: [
    {id: 'area', name: 'Area'},
    {id: 'other', name: 'Other', url: 'https://else.example/other'},
  ],
};

const inner = new DocumentSource(glossary, 'bare');
const source = new AddressedSource(inner, {
  term: 'https://site.example/words/{}/',
  area: 'https://site.example/areas/{}/',
  home: 'https://site.example/words/',
});

describe('AddressedSource', () => {
  it('gives an entry, its related and its links an address', () => {
    const entry = source.entry('a b') as Entry;
    assert.equal(entry.url, 'https://site.example/words/a%20b/');
    assert.equal(entry.glossary.url, 'https://site.example/words/');
    assert.deepEqual(
      entry.related.map(({url}) => url),
      ['https://else.example/own', 'https://site.example/words/plain/'],
    );
    assert.equal(
      entry.links.addressOf('plain'),
      'https://site.example/words/plain/',
    );
    assert.equal(entry.links.addressOf('own'), 'https://else.example/own');
    assert.equal(entry.term, glossary.terms[0]);
  });

  it('leaves the addresses that there are', () => {
    assert.equal(
      (source.entry('own') as Entry).url,
      'https://else.example/own',
    );
    const page = source.areaPage({area: 'other'}) as AreaPage;
    assert.equal(page.area.url, 'https://else.example/other');
  });

  it('does so by name and in areas', async () => {
    const [entry] = await source.named('plain');
    assert.equal(entry?.url, 'https://site.example/words/plain/');
    const page = source.areaPage({area: 'area'}) as AreaPage;
    assert.equal(page.area.url, 'https://site.example/areas/area/');
    assert.equal(page.glossary.url, 'https://site.example/words/');
    assert.equal(page.entries[0]?.url, 'https://site.example/words/a%20b/');
    assert.equal(
      page.links.addressOf('plain'),
      'https://site.example/words/plain/',
    );
  });

  it('keeps what is removed and what is unknown apart', () => {
    assert.equal(source.entry('gone'), null);
    assert.equal(source.entry('nothing'), undefined);
    assert.equal(source.areaPage({area: 'nothing'}), undefined);
  });

  it('without forms changes nothing', () => {
    const same = new AddressedSource(inner, {});
    assert.equal((same.entry('plain') as Entry).url, undefined);
    const page = same.areaPage({area: 'area'}) as AreaPage;
    assert.equal(page.area, glossary.areas?.[0]);
    assert.equal(page.glossary, glossary);
    assert.equal(same.label, 'bare');
  });
});
