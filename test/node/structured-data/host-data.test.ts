import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  markupTypes,
  readJsonLd,
  statedTypes,
} from '../../../src/structured-data/host-data.js';

const address = 'https://host.example/help/fees/';
const page = {address, base: address};

const trail = (steps: number) => ({
  '@type': 'BreadcrumbList',
  itemListElement: Array.from({length: steps}, () => ({'@type': 'ListItem'})),
});
const faq = {'@type': 'FAQPage'};

describe('the types that JSON-LD states of its page', () => {
  for (const [why, value, expected] of [
    ['a node', faq, ['FAQPage']],
    ['nodes in a list', [faq, {'@type': 'WebSite'}], ['FAQPage', 'WebSite']],
    ['a graph', {'@graph': [faq]}, ['FAQPage']],
    [
      'several types of a node',
      {'@type': ['https://schema.org/WebPage', 'schema:FAQPage']},
      ['WebPage', 'FAQPage'],
    ],
    [
      'what the page has as breadcrumb and main entity',
      {'@type': 'WebPage', url: address, breadcrumb: trail(2), mainEntity: faq},
      ['WebPage', 'BreadcrumbList', 'FAQPage'],
    ],
    [
      'what is about a product of the page',
      {'@type': 'Product', subjectOf: faq},
      ['Product', 'FAQPage'],
    ],
    [
      'not a part that is another page',
      {'@type': 'WebSite', hasPart: [{...faq, url: '/help/'}]},
      ['WebSite'],
    ],
    [
      'nor what another page has',
      {'@type': 'WebPage', '@id': '/help/', breadcrumb: trail(2)},
      [],
    ],
    [
      'nor the trails of pages in a list',
      {
        '@type': 'ItemList',
        itemListElement: [{'@type': 'WebPage', breadcrumb: trail(2)}],
      },
      ['ItemList'],
    ],
    ['not a trail of one step', trail(1), []],
    [
      'a trail whose steps are elsewhere',
      {'@type': 'BreadcrumbList'},
      ['BreadcrumbList'],
    ],
    [
      'its own address, written otherwise',
      {...faq, url: 'http://www.host.example/help/fees?a=1#faq'},
      ['FAQPage'],
    ],
    ['its own address, relative', {...faq, url: './'}, ['FAQPage']],
    ['what is not an address', {...faq, url: 'http://['}, ['FAQPage']],
    [
      'a name for all pages of a site',
      {...faq, '@id': 'https://host.example/#faq'},
      ['FAQPage'],
    ],
    ['nothing', [null, 1, 'FAQPage', {}], []],
  ] as const) {
    it(`are those of ${why}`, () => {
      assert.deepEqual([...statedTypes(value, page)], expected);
    });
  }

  it('are found in bounded depth', () => {
    let value: object = faq;
    for (let depth = 0; depth < 100_000; depth++) value = {'@graph': [value]};
    assert.deepEqual([...statedTypes(value, page)], []);
  });
});

describe('a JSON-LD script', () => {
  for (const text of [
    '{"a":1}',
    '<!-- {"a":1} -->',
    '<!--\n{"a":1}\n//-->',
    '//<![CDATA[\n{"a":1}\n//]]>',
    '/*<![CDATA[*/ {"a":1} /*]]>*/',
  ]) {
    it(`is read as ${JSON.stringify(text)}`, () => {
      assert.deepEqual(readJsonLd(text), {a: 1});
    });
  }

  for (const text of ['', '{"a":1},', '<!-- {"a":', '{"a":“1”}']) {
    it(`is not JSON as ${JSON.stringify(text)}`, () => {
      assert.equal(readJsonLd(text), undefined);
    });
  }
});

describe('the types of markup', () => {
  for (const [markup, expected] of [
    [
      {itemtype: 'https://schema.org/FAQPage http://schema.org/WebPage'},
      ['FAQPage', 'WebPage'],
    ],
    [{itemtype: 'https://example.org/FAQPage'}, []],
    [
      {typeof: 'BreadcrumbList', vocab: 'https://schema.org/'},
      ['BreadcrumbList'],
    ],
    [{typeof: 'schema:FAQPage'}, ['FAQPage']],
    [{typeof: 'FAQPage'}, []],
    [{typeof: 'FAQPage', vocab: 'http://xmlns.com/foaf/0.1/'}, []],
    [{}, []],
  ] as const) {
    it(`of ${JSON.stringify(markup)} are ${expected.join() || 'none'}`, () => {
      assert.deepEqual(markupTypes(markup), expected);
    });
  }
});
