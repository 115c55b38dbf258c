import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  AddressedSource,
  addressFaults,
} from '../../../src/glossary/addressed-source.js';
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

  for (const form of [
    'javascript:alert(1)//{}',
    'JaVaScRiPt:alert(1)//{}',
    ' java\nscript:alert(1)//{}',
    '\u0001javascript:{}',
    'data:text/html,{}',
    'vbscript:{}',
    'blob:{}',
    '{}:alert(1)',
    'java{}:alert(1)',
    '{}script\t:alert(1)',
  ]) {
    it(`makes no address of ${JSON.stringify(form)}, and says so once for each`, () => {
      const forms = {term: form, area: form, home: form};
      const hostile = new AddressedSource(inner, forms);
      for (const id of ['a b', 'plain', 'javascript', 'script', 'java']) {
        const entry = hostile.entry('a b') as Entry;
        assert.equal(entry.links.addressOf(id), undefined);
      }
      const entry = hostile.entry('a b') as Entry;
      assert.equal(entry.url, undefined);
      assert.equal(entry.glossary.url, undefined);
      assert.equal(entry.related[1]?.url, undefined);
      const page = hostile.areaPage({area: 'area'}) as AreaPage;
      assert.equal(page.area.url, undefined);
      assert.equal(page.glossary.url, undefined);
      const faults = addressFaults(forms);
      assert.deepEqual(
        faults.map((fault) => fault.slice(0, fault.indexOf(':'))),
        ['term-href', 'area-href', 'home-href'],
      );
      assert.match(
        faults[0]!,
        /expected an http\(s\), mailto or relative address such as "\/glossary\/\{\}\/", received "/,
      );
    });
  }

  for (const [form, expected] of [
    ['https://site.example/{}', 'https://site.example/plain'],
    ['//site.example/{}', '//site.example/plain'],
    [
      'mailto:desk@site.example?subject={}',
      'mailto:desk@site.example?subject=plain',
    ],
    ['?term={}&again={}', '?term=plain&again=plain'],
    ['#{}', '#plain'],
    ['{}', 'plain'],
    ['/all', '/all'],
  ] as const) {
    it(`makes ${expected} of ${form}`, () => {
      const local = new AddressedSource(inner, {term: form});
      assert.equal((local.entry('plain') as Entry).url, expected);
      assert.deepEqual(addressFaults({term: form}), []);
    });
  }

  it('lets no id name a scheme', () => {
    const id = 'javascript:alert(1)';
    const term = {id, name: 'Bad', summary: ''};
    const document = new DocumentSource({...glossary, terms: [term]});
    const local = new AddressedSource(document, {term: '{}'});
    const {url} = local.entry(id) as Entry;
    assert.equal(url, 'javascript%3Aalert(1)');
  });

  it('has an address for an id that cannot be encoded', () => {
    const term = {id: 'lone \ud800', name: 'Lone', summary: ''};
    const document = new DocumentSource({...glossary, terms: [term]});
    const local = new AddressedSource(document, {term: '/{}'});
    const {url} = local.entry('lone \ud800') as Entry;
    assert.equal(url, '/lone%20%EF%BF%BD');
  });

  it('says what is wrong with a value that is no text', () => {
    const forms = {term: 5} as unknown as {term: string};
    const local = new AddressedSource(inner, forms);
    assert.equal((local.entry('plain') as Entry).url, undefined);
    assert.match(addressFaults(forms)[0]!, /^term-href: .*received 5/);
  });
});
