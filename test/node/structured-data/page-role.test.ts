import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  buildAreaNodes,
  buildShownAreaNodes,
} from '../../../src/structured-data/area-nodes.js';
import {areaAddress, pageRole} from '../../../src/structured-data/page-role.js';
import {checkStructuredData} from '../../support/check-structured-data.js';
import {areaPage, base, site} from './model.js';

const OWN = `${site}/area/tides/resource/4/`;

describe('a page is', () => {
  for (const [role, why, subject, address, structuredData] of [
    ['resource', 'the address is its own', OWN, OWN, ''],
    ['resource', 'a closing slash differs', OWN, OWN.slice(0, -1), ''],
    ['resource', 'a fragment differs', OWN, `${OWN}#ebb`, ''],
    ['resource', 'its host is in capitals', OWN.replace('g', 'G'), OWN, ''],
    ['resource', 'its author says so', OWN, base, 'page'],
    ['resource', 'its author says so in capitals', OWN, base, ' PAGE '],
    ['resource', 'its author says so of no address', undefined, base, 'page'],
    ['embed', 'the address is another', OWN, base, ''],
    ['embed', 'the address is another of the site', OWN, `${site}/`, ''],
    ['embed', 'the query differs', OWN, `${OWN}?margin=2`, ''],
    ['embed', 'the origin differs', OWN, OWN.replace('https', 'http'), ''],
    ['embed', 'the glossary has no address', undefined, base, ''],
    ['embed', 'the address is invalid', 'https://', 'about:srcdoc', ''],
    ['embed', 'the attribute says something else', OWN, base, 'none'],
  ] as const) {
    it(`of role ${role} where ${why}`, () => {
      assert.equal(pageRole(subject, {address, structuredData}), role);
    });
  }
});

describe('the address of an area page', () => {
  it('is its own, that of its area for a root, or none', () => {
    assert.equal(areaAddress(areaPage(), base), OWN);
    assert.equal(
      areaAddress(areaPage({area: {resources: [{terms: []}]}}), base),
      `${site}/area/tides/`,
    );
    const resources = [{number: 4, terms: []}];
    assert.equal(areaAddress(areaPage({area: {resources}}), base), undefined);
  });
});

describe('the nodes of an area on a page', () => {
  const own = {address: OWN, base: OWN, structuredData: ''};
  const other = {address: base, base, structuredData: ''};

  it('are those of the published page at its address', () => {
    const page = areaPage();
    assert.deepEqual(buildShownAreaNodes(page, own), buildAreaNodes(page, OWN));
  });

  it('have all terms of a glossary in one set', () => {
    const page = areaPage();
    const sets = buildShownAreaNodes(page, other).filter(
      (node) => node['@type'] === 'DefinedTermSet',
    );
    assert.deepEqual(
      sets.map(({hasDefinedTerm}) =>
        (hasDefinedTerm as {name: string}[]).map(({name}) => name),
      ),
      [page.entries.map(({term}) => term.name)],
    );
  });

  it('have no trail, identity, publisher or form of another site', () => {
    const nodes = buildShownAreaNodes(areaPage(), other);
    assert.deepEqual(
      nodes.map((node) => node['@type']),
      ['FAQPage', 'DefinedTermSet'],
    );
    assert.doesNotMatch(JSON.stringify(nodes), /⎊|publisher|headline/);
    assert.deepEqual(checkStructuredData(nodes), []);
  });

  const spam = {'@context': 'https://evil.example/', '@type': 'Product'};
  for (const [why, blocks, types] of [
    ['in their order', ['CollectionPage', 'FAQPage'], undefined],
    ['without nodes of the file', ['FAQPage', spam], ['FAQPage']],
    [
      'derived where the file has a node of the type',
      [{'@type': 'https://schema.org/FAQPage', name: 'x'}, 'CollectionPage'],
      ['FAQPage', 'CollectionPage'],
    ],
    [
      'each once, also where a graph has one',
      ['FAQPage', {'@graph': [{'@type': ['WebPage', 'FAQPage']}, null, 1]}],
      ['FAQPage'],
    ],
  ] as const) {
    it(`of a published page are derived: ${why}`, () => {
      const page = areaPage({page: {blocks}});
      const nodes = buildShownAreaNodes(page, own);
      assert.deepEqual(
        nodes.map((node) => node['@type']),
        types ?? blocks,
      );
      for (const node of nodes)
        assert.equal(node['@context'], 'https://schema.org');
      const embedded = buildShownAreaNodes(page, other);
      assert.deepEqual(
        embedded.map((node) => node['@type']),
        ['FAQPage', 'DefinedTermSet'],
      );
    });
  }

  it('have a set for each glossary', () => {
    const page = areaPage();
    const [first, ...rest] = page.entries;
    const glossary = {
      ...page.glossary,
      name: 'Other',
      url: 'https://o.example/',
    };
    const entries = [first!, ...rest.map((entry) => ({...entry, glossary}))];
    const sets = buildShownAreaNodes({...page, entries}, other).slice(1);
    assert.deepEqual(
      sets.map(({name}) => name),
      ['Example Glossary', 'Other'],
    );
  });
});
