import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import '../../support/ensure-glossary.js';
import {AddressedSource} from '../../../src/glossary/addressed-source.js';
import {DocumentSource} from '../../../src/glossary/document-source.js';
import type {AreaPage} from '../../../src/glossary/source.js';
import type {Glossary} from '../../../src/glossary/types.js';
import {buildAreaNodes} from '../../../src/structured-data/area-nodes.js';
import {buildDefinedTermSet} from '../../../src/structured-data/defined-term.js';
import type {JsonLdNode} from '../../../src/structured-data/nodes.js';
import {checkStructuredData} from '../../support/check-structured-data.js';
import {validateSchemaOrg} from '../../support/validate-schema-org.js';
import {areaPage, base, site} from './model.js';

const path = new URL('../../../data/glossary.json', import.meta.url);
const glossary = JSON.parse(readFileSync(path, 'utf8')) as Glossary;
const bundled = new DocumentSource(glossary);
const addressed = new AddressedSource(bundled, {
  term: `${site}/term/{}/`,
  area: `${site}/area/{}/`,
  home: `${site}/`,
});

const nodesOf = (page: AreaPage): readonly JsonLdNode[] => [
  ...buildAreaNodes(page, base),
  ...([buildDefinedTermSet(page.entries, base) ?? []].flat() as JsonLdNode[]),
];

describe('every area of the bundled glossary is good structured data', () => {
  for (const [how, source, types] of [
    ['as it is', bundled, ['FAQPage', 'CollectionPage', 'DefinedTermSet']],
    [
      'on a site',
      addressed,
      ['BreadcrumbList', 'FAQPage', 'CollectionPage', 'DefinedTermSet'],
    ],
  ] as const) {
    for (const {id} of glossary.areas ?? []) {
      it(`${id}, ${how}`, async () => {
        const page = source.areaPage({area: id, perPage: 1000}) as AreaPage;
        const nodes = nodesOf(page);
        assert.deepEqual(
          nodes.map((node) => node['@type']),
          types,
        );
        assert.deepEqual(checkStructuredData(nodes), []);
        assert.deepEqual(await validateSchemaOrg(nodes), []);
      });
    }
  }

  it('and so is a page in the form of the model page', async () => {
    const nodes = nodesOf(areaPage());
    assert.deepEqual(checkStructuredData(nodes), []);
    assert.deepEqual(await validateSchemaOrg(nodes), []);
  });
});

const good = {
  '@context': 'https://schema.org',
  '@type': 'CollectionPage',
  url: `${site}/`,
};
const faq = (...pairs: readonly (readonly [string, string])[]) => ({
  ...good,
  '@type': 'FAQPage',
  mainEntity: pairs.map(([name, text]) => ({
    '@type': 'Question',
    name,
    acceptedAnswer: {'@type': 'Answer', text},
  })),
});
const trail = (...steps: readonly object[]) => ({
  ...good,
  '@type': 'BreadcrumbList',
  itemListElement: steps.map((step, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: 'Step',
    item: `${site}/${index}`,
    ...step,
  })),
});

describe('the rules find', () => {
  for (const [nodes, expected] of [
    [[5], 'node 0: not an object'],
    [[{'@type': 'Thing'}], 'node 0: no @context of schema.org'],
    [[{...good, '@type': undefined}], 'no @type'],
    [
      [{...good, hasPart: [{name: 'X'}]}],
      'CollectionPage.hasPart[0]: no @type',
    ],
    [[faq(['Q?', 'A.']), faq(['R?', 'A.'])], '2 nodes of type FAQPage'],
    [[faq()], 'FAQPage: no questions'],
    [[faq(['Q?', 'A.'], ['Q?', 'B.'])], 'FAQPage: asked twice: Q?'],
    [[faq(['Q?', ' '])], 'FAQPage.mainEntity[0]: no answer'],
    [[faq(['Q?', '<p> </p>'])], 'FAQPage.mainEntity[0]: no answer'],
    [[faq([' ', 'A.'])], 'FAQPage.mainEntity[0]: no question'],
    [[faq(['Q?', '<img src="x">A'])], '<img> in an answer'],
    [
      [faq(['Q?', '<a href="/x">A</a>'])],
      'no absolute address in an answer: /x',
    ],
    [[trail({})], 'BreadcrumbList: fewer than two steps'],
    [[trail({}, {position: 1})], 'BreadcrumbList: position 1 twice'],
    [[trail({}, {position: 3})], 'itemListElement[1]: not at its position'],
    [[trail({item: undefined}, {})], 'itemListElement[0]: no address'],
    [[trail({name: ''}, {})], 'itemListElement[0]: no name'],
    [[{...good, url: '/x'}], 'no absolute http(s) address: /x'],
    [[{...good, url: 'javascript:1'}], 'no absolute http(s) address'],
    [
      [{...good, image: {'@type': 'ImageObject', url: 'x.png'}}],
      'CollectionPage.image.url: no absolute',
    ],
    [[{...good, datePublished: 'May'}], 'no ISO 8601 date: May'],
    [[{...good, headline: 'A <b>b</b>'}], 'CollectionPage.headline: markup'],
    [[{...good, headline: ''}], 'CollectionPage.headline: empty'],
    [[{...good, hasPart: []}], 'CollectionPage.hasPart: empty list'],
    [
      [{...good, hasPart: [{'@type': 'DefinedTerm', name: 'X'}]}],
      'DefinedTerm is not a CreativeWork',
    ],
    [
      [
        {...good, '@id': `${site}/`},
        {...good, '@id': `${site}/`},
      ],
      `two nodes are ${site}/`,
    ],
  ] as const) {
    it(expected, () => {
      const faults = checkStructuredData(nodes as readonly unknown[]);
      assert.equal(
        faults.some((fault) => fault.includes(expected)),
        true,
        faults.join('\n'),
      );
    });
  }

  it('nothing in what is good', () => {
    const nodes = [good, faq(['Q?', '<p>A.</p>']), trail({}, {})];
    assert.deepEqual(checkStructuredData(nodes), []);
  });

  it('what schema.org does not know, by its vocabulary', async () => {
    for (const [node, expected] of [
      [{...good, '@type': 'CollectoinPage'}, /is not a valid schema\.org type/],
      [{...good, nonsense: 1}, /"nonsense" .* is not supported/],
      [trail({item: undefined}, {}), /"item" with URL is missing/],
    ] as const) {
      const texts = (await validateSchemaOrg([node])).map(({text}) => text);
      assert.match(texts.join('\n'), expected);
    }
    assert.deepEqual(await validateSchemaOrg([good]), []);
  });
});
