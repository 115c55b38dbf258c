import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {describe, it} from 'node:test';
import {checkStructuredData} from '../../../../support/check-structured-data.js';
import {validateSchemaOrg} from '../../../../support/validate-schema-org.js';
import {fixture, terminal} from '../../support/terminal.js';

type Node = Record<string, unknown>;

/** A page that is consistent until it is edited. */
const page = await readFile(fixture('newer.md'), 'utf8');

/** What is reported of a page, and the JSON-LD that it is exported with. */
const imported = async (
  t: Parameters<typeof terminal>[0],
  text: string,
): Promise<{stderr: string; data: Node[]}> => {
  const {run, path, write} = await terminal(t);
  await write('page.md', text);
  const {code, stderr} = await run(
    ...['import', path('page.md'), '-o', path('glossary.json')],
  );
  assert.equal(code, 0, stderr);
  const {stdout} = await run('export', path('glossary.json'), '-f', 'jsonld');
  return {stderr, data: JSON.parse(stdout) as Node[]};
};

const edited = (from: string | RegExp, to: string): string => {
  const text = page.replace(from, to);
  assert.notEqual(text, page, `${from} is in the page`);
  return text;
};

const original = page
  .split('```json')
  .slice(1)
  .map((block) => JSON.parse(block.split('```')[0]!) as Node);

const nodeOf = (data: readonly Node[], type: string) =>
  data.find((node) => node['@type'] === type)!;

describe('a page whose JSON-LD is damaged', () => {
  for (const [what, type, from, to] of [
    ['curly quotes', 'FAQPage', '"FAQPage"', '“FAQPage”'],
    ['two commas', 'FAQPage', '"FAQPage",', '["WebPage","FAQPage"],,'],
    ['curly quotes', 'CollectionPage', '"CollectionPage"', '“CollectionPage”'],
    ['curly quotes', 'BreadcrumbList', '"BreadcrumbList"', '“BreadcrumbList”'],
    ['no type and two commas', 'FAQPage', '"@type": "FAQPage",', ',,'],
  ] as const) {
    it(`has its ${type} again, of what it shows: ${what}`, async (t) => {
      const {stderr, data} = await imported(t, edited(from, to));
      assert.match(stderr, new RegExp(`${type} block is not JSON`));
      assert.deepEqual(
        data.map((node) => node['@type']),
        original.map((node) => node['@type']),
      );
      assert.deepEqual(checkStructuredData(data), []);
      assert.deepEqual(await validateSchemaOrg(data), []);
      if (type !== 'CollectionPage') assert.deepEqual(data, original);
    });
  }

  it('is not given a block that its text does not say', async (t) => {
    const site = '```json\n{"@type": "WebSite",, "name": "X"}\n```\n\n```json';
    const {stderr, data} = await imported(t, edited('```json', site));
    assert.match(stderr, /WebSite block is not JSON .*it is left out/);
    assert.deepEqual(data, original);
  });

  it('warns of a block without a type', async (t) => {
    const block = '```json\n{"name": "X"}\n```\n\n```json';
    const {stderr} = await imported(t, edited('```json', block));
    assert.match(stderr, /JSON-LD block has no @type/);
  });
});

describe('a page whose JSON-LD says something else than its text', () => {
  const [first, second] = nodeOf(original, 'FAQPage').mainEntity as Node[];
  const articles = nodeOf(original, 'CollectionPage').hasPart as Node[];

  /** The page with a node of its JSON-LD changed. */
  const withNode = (type: string, change: (node: Node) => void): string => {
    const node = structuredClone(nodeOf(original, type));
    const before = JSON.stringify(node, null, 4);
    change(node);
    return edited(before, JSON.stringify(node, null, 4));
  };

  for (const [what, text, message] of [
    [
      'a question that is not shown',
      withNode('FAQPage', (node) => {
        node.mainEntity = [
          ...(node.mainEntity as Node[]),
          {...first, name: 'Hidden?'},
        ];
      }),
      /asks "Hidden\?", which the page does not show; it is left out/,
    ],
    [
      'a question twice',
      withNode('FAQPage', (node) => {
        node.mainEntity = [first, ...(node.mainEntity as Node[])];
      }),
      /asks "What .*" twice; the first counts/,
    ],
    [
      'not a question that is shown',
      withNode('FAQPage', (node) => {
        node.mainEntity = (node.mainEntity as Node[]).filter(
          ({name}) => name !== second!.name,
        );
      }),
      /the page asks "What .*", which its JSON-LD does not; it is added/,
    ],
    [
      'an article that is not shown',
      withNode('CollectionPage', (node) => {
        node.hasPart = [
          ...articles,
          {
            '@type': 'Article',
            '@id': 'https://glossary.example/term/x/',
            headline: 'Hidden',
          },
        ];
      }),
      /has the article "Hidden", which the page does not show; it is left out/,
    ],
    [
      'an article twice',
      withNode('CollectionPage', (node) => {
        node.hasPart = [...articles, articles[0]];
      }),
      /has the article ".*" twice; the first counts/,
    ],
    [
      'relative addresses',
      withNode('BreadcrumbList', (node) => {
        for (const step of node.itemListElement as Node[])
          step.item = new URL(String(step.item)).pathname;
      }),
      /relative addresses \("\/" and 3 more\).*absolute/,
    ],
    [
      'positions as texts',
      withNode('BreadcrumbList', (node) => {
        for (const step of node.itemListElement as Node[])
          step.position = String(step.position);
      }),
      /positions in the BreadcrumbList are texts/,
    ],
  ] as const) {
    it(`says what it shows, and warns: ${what}`, async (t) => {
      const {stderr, data} = await imported(t, text);
      assert.match(stderr, message);
      assert.deepEqual(data, original);
    });
  }

  it('has an article for a card that its data does not have', async (t) => {
    const text = withNode('CollectionPage', (node) => {
      node.hasPart = articles.slice(1);
    });
    const {stderr, data} = await imported(t, text);
    assert.match(stderr, /of which its JSON-LD has no article; it is added/);
    const parts = nodeOf(data, 'CollectionPage').hasPart as Node[];
    assert.deepEqual(
      parts.map(({headline}) => headline),
      articles.map(({headline}) => headline),
    );
    assert.deepEqual(checkStructuredData(data), []);
  });
});
