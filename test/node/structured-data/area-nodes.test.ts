import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {buildAreaNodes} from '../../../src/structured-data/area-nodes.js';
import {
  areaDescription,
  areaHeadline,
  buildCollectionPage,
  facetOf,
  firstSentences,
} from '../../../src/structured-data/collection-page.js';
import {checkStructuredData} from '../../support/check-structured-data.js';
import {areaPage, base, type Changes, site} from './model.js';

/** A node whose shape the test knows. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = Record<string, any>;

/** The model page, as its publisher writes it: blocks, keys and their order. */
const MODEL = [
  {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [
      {'@type': 'ListItem', position: 1, name: 'Home', item: `${site}/`},
      {'@type': 'ListItem', position: 2, name: 'Area', item: `${site}/area/`},
      {
        '@type': 'ListItem',
        position: 3,
        name: 'Tides',
        item: `${site}/area/tides/`,
      },
      {
        '@type': 'ListItem',
        position: 4,
        name: 'Resource 4',
        item: `${site}/area/tides/resource/4/`,
      },
    ],
  },
  {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: [
      {
        '@type': 'Question',
        name: 'What is the Cause of Tides?',
        acceptedAnswer: {
          '@type': 'Answer',
          text: '⎊ The moon pulls. The sun pulls too. The sea follows.',
        },
      },
      {
        '@type': 'Question',
        name: 'How high are tides?',
        acceptedAnswer: {
          '@type': 'Answer',
          text: `⎊ <p>It <em>depends</em>; see <a href="${site}/term/tide/">tides</a> &amp; <a href="https://host.example/b">a</a>.</p>`,
        },
      },
      {
        '@type': 'Question',
        name: 'What is the Future of Tides?',
        acceptedAnswer: {'@type': 'Answer', text: '⎊ Nobody knows.'},
      },
    ],
  },
  {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    headline: 'Tides ⎊ Area ⎊ Resource 4',
    description: 'Cause ⎊ ⎊ The moon pulls. The sun pulls too.',
    url: `${site}/area/tides/resource/4/`,
    publisher: {'@type': 'Organization', name: 'Example Glossary'},
    hasPart: [
      {
        '@type': 'Article',
        '@id': `${site}/term/tide/`,
        url: `${site}/term/tide/`,
        headline: 'Tide',
        description: 'Meaning ⎊ The rise and fall of the sea. ⎊ Term',
        datePublished: '2026-03-21T17:32:35+00:00',
        dateModified: '2026-03-21T17:32:55+00:00',
        author: {
          '@type': 'Person',
          name: 'Example Desk',
          url: `${site}/author/desk/`,
        },
        image: {
          '@type': 'ImageObject',
          url: `${site}/pictures/tide.jpg`,
          width: 1200,
          height: 800,
          caption: 'A beach at low water.',
        },
      },
      {
        '@type': 'Article',
        '@id': `${site}/definition/ebb/`,
        url: `${site}/definition/ebb/`,
        headline: 'Ebb',
        description: 'The falling part of a tide. ⎊ Term',
        datePublished: '2026-03-20',
        image: {'@type': 'ImageObject', url: `${site}/pictures/ebb.jpg`},
      },
      {
        '@type': 'Article',
        headline: 'Slack',
        description: 'The still part of a tide.',
      },
    ],
    image: {'@type': 'ImageObject', url: `${site}/pictures/tide.jpg`},
  },
];

const questions = [
  ...areaPage().questions.slice(0, 2),
  {question: 'What is the Future of Tides?', answer: 'Nobody knows.'},
];
const full: Changes = {area: {questions}};

describe('a page in the form of the model page', () => {
  it('carries the blocks of its publisher, keys in order', () => {
    const nodes = buildAreaNodes(areaPage(full), base);
    assert.equal(
      JSON.stringify(nodes, null, 2),
      JSON.stringify(MODEL, null, 2),
    );
    assert.deepEqual(checkStructuredData(nodes), []);
  });

  it('of an area root has three steps and the name of the glossary', () => {
    const page = areaPage({resource: undefined});
    const [trail, , collection] = buildAreaNodes(page, base);
    assert.equal((trail?.itemListElement as unknown[]).length, 3);
    assert.equal(collection?.headline, 'Tides ⎊ Area ⎊ Example Glossary');
    assert.equal(collection.url, `${site}/area/tides/`);
  });

  it('of an area root without an address has that of its area', () => {
    const page = areaPage({area: {resources: [{terms: []}]}});
    assert.equal(buildCollectionPage(page, base).url, `${site}/area/tides/`);
  });

  for (const [why, page, expected] of [
    ['takes its headline', {headline: 'Own'}, {headline: 'Own'}],
    ['takes its description', {description: 'Own'}, {description: 'Own'}],
    ['has no description', {description: null}, {description: undefined}],
    [
      'takes its publisher, by name only',
      {publisher: {type: 'Person', name: 'P', url: 'https://x.example/'}},
      {publisher: {'@type': 'Person', name: 'P'}},
    ],
    ['has no publisher', {publisher: null}, {publisher: undefined}],
    [
      'takes its image, by address only',
      {image: {url: 'https://x.example/i.png', width: 5, caption: 'c'}},
      {image: {'@type': 'ImageObject', url: 'https://x.example/i.png'}},
    ],
    ['has no image', {image: null}, {image: undefined}],
  ] as const) {
    it(`${why} where its own says so`, () => {
      const node = buildCollectionPage(
        areaPage({page}),
        base,
      ) as object as Record<string, unknown>;
      for (const [key, value] of Object.entries(expected)) {
        assert.deepEqual(node[key], value);
        assert.equal(key in node, value !== undefined);
      }
    });
  }

  it('takes its card texts, or none, by term', () => {
    const texts = [
      {term: 'ebb', text: 'Own text'},
      {term: 'tide', text: null},
    ];
    const {hasPart} = buildCollectionPage(areaPage({page: {texts}}), base);
    assert.deepEqual(
      (hasPart as unknown as {description?: string}[]).map(
        ({description}) => description,
      ),
      [undefined, 'Own text', 'The still part of a tide.'],
    );
  });

  it('takes its questions, its answer form and its trail', () => {
    const page: Changes['page'] = {
      questions: [{question: 'Q?', answer: 'A.'}],
      answerForm: ': {}',
      trail: [{name: 'One', url: '/one'}, {name: 'Lost'}, {name: 'Two'}],
    };
    const [trail, faq, collection] = buildAreaNodes(areaPage({page}), base);
    assert.deepEqual(trail?.itemListElement, [
      {
        '@type': 'ListItem',
        position: 1,
        name: 'One',
        item: 'https://host.example/one',
      },
      {'@type': 'ListItem', position: 2, name: 'Two'},
    ]);
    assert.deepEqual(faq?.mainEntity, [
      {
        '@type': 'Question',
        name: 'Q?',
        acceptedAnswer: {'@type': 'Answer', text: ': A.'},
      },
    ]);
    assert.equal(collection?.description, ': A.');
  });

  it('has its blocks in its own order, with its own nodes, verbatim', () => {
    const own = {'@type': 'WebSite', zeta: {a: [1]}, alpha: null};
    const page = areaPage({
      page: {blocks: ['CollectionPage', own, 'Unknown', 'FAQPage']},
    });
    const nodes = buildAreaNodes(page, base);
    assert.deepEqual(
      nodes.map((node) => node['@type']),
      ['CollectionPage', 'WebSite', 'FAQPage'],
    );
    assert.equal(nodes[1], own);
  });

  it('leaves addresses that run something out of nodes of the file', () => {
    const block = {
      '@type': 'WebSite',
      name: 'javascript: a primer',
      headline: 'data: what it is',
      '@id': 'urn:x',
      url: ' java\nscript:alert(1)',
      sameAs: [
        'https://own.example/',
        'DATA:text/html,x',
        'mailto:a@b.example',
      ],
      publisher: {'@type': 'Person', logo: {url: 'vbscript:x'}, url: '/us'},
    };
    const [node] = buildAreaNodes(areaPage({page: {blocks: [block]}}), base);
    assert.deepEqual(node, {
      '@type': 'WebSite',
      name: 'javascript: a primer',
      headline: 'data: what it is',
      '@id': 'urn:x',
      sameAs: ['https://own.example/', 'mailto:a@b.example'],
      publisher: {'@type': 'Person', logo: {}, url: '/us'},
    });
  });

  for (const name of ['toString', '__proto__', 'constructor']) {
    it(`has no derived block of the name ${name}`, () => {
      const page = areaPage({page: {blocks: [name]}});
      assert.deepEqual(buildAreaNodes(page, base), []);
    });
  }

  it('has no FAQPage where nothing is asked', () => {
    const nodes = buildAreaNodes(areaPage({area: {questions: []}}), base);
    assert.deepEqual(
      nodes.map((node) => node['@type']),
      ['BreadcrumbList', 'CollectionPage'],
    );
  });

  it('without entries has no parts and no image', () => {
    const node = buildCollectionPage(
      areaPage({area: {resources: [{number: 1, terms: []}]}}),
      base,
    );
    assert.ok(!('hasPart' in node) && !('image' in node));
  });
});

describe('addresses', () => {
  const origin = 'https://data.example/files/glossary.json';
  const relative: Changes = {
    origin,
    glossary: {
      url: '/',
      terms: [
        {
          id: 'tide',
          name: 'Tide',
          summary: 'S.',
          url: '/term/tide',
          image: {url: '../tide.jpg'},
          author: {name: 'A', url: '/a'},
        },
      ],
      areas: [
        {
          id: 'tides',
          name: 'Tides',
          url: '/area/tides/',
          resources: [
            {number: 4, url: '/area/tides/resource/4/', terms: ['tide']},
          ],
        },
      ],
    },
  };

  it('are resolved against the document that they stand in', () => {
    const nodes = buildAreaNodes(areaPage(relative), base);
    const [trail, collection] = nodes;
    assert.deepEqual(
      (trail?.itemListElement as {name: string; item: string}[]).map(
        ({name, item}) => [name, item],
      ),
      [
        ['Home', 'https://data.example/'],
        ['Area', 'https://data.example/area/'],
        ['Tides', 'https://data.example/area/tides/'],
        ['Resource 4', 'https://data.example/area/tides/resource/4/'],
      ],
    );
    const {hasPart, url, image} = collection as Loose;
    assert.equal(url, 'https://data.example/area/tides/resource/4/');
    assert.equal(image.url, 'https://data.example/tide.jpg');
    assert.equal(hasPart[0]['@id'], 'https://data.example/term/tide');
    assert.equal(hasPart[0].image.url, 'https://data.example/tide.jpg');
    assert.equal(hasPart[0].author.url, 'https://data.example/a');
    assert.deepEqual(checkStructuredData(nodes), []);
  });

  it('are resolved against the page where the document has none', () => {
    const {origin: _, ...inline} = relative;
    const nodes = buildAreaNodes(areaPage(inline), base);
    const {hasPart, url, image} = nodes.at(-1) as Loose;
    assert.equal(url, 'https://host.example/area/tides/resource/4/');
    assert.equal(image.url, 'https://host.example/tide.jpg');
    assert.equal(hasPart[0]['@id'], 'https://host.example/term/tide');
    assert.deepEqual(checkStructuredData(nodes), []);
  });

  it('of pictures are resolved against the glossary of their entry', () => {
    const page = areaPage({origin});
    const [entry] = page.entries;
    const layered = {
      ...page,
      entries: [
        {
          ...entry!,
          term: {...entry!.term, image: {url: 'own.jpg'}},
          origin: 'https://upper.example/g.json',
        },
      ],
    };
    const {image, hasPart} = buildCollectionPage(
      layered,
      base,
    ) as object as Loose;
    assert.equal(image.url, 'https://upper.example/own.jpg');
    assert.equal(hasPart[0].image.url, 'https://upper.example/own.jpg');
  });

  it('are as written where they are absolute', () => {
    for (const url of [
      'https://glossary.example',
      'HTTPS://Glossary.example/Ä b'.replace(' ', '%20'),
      'https://glossary.example/a/../b',
    ]) {
      const area = {resources: [{number: 1, url, terms: []}]};
      assert.equal(buildCollectionPage(areaPage({area}), base).url, url);
    }
  });

  for (const url of [
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:a@b.example',
    'https://',
  ]) {
    it(`are left out where they are ${url}`, () => {
      const nodes = buildAreaNodes(
        areaPage({
          glossary: {
            url,
            terms: [
              {
                id: 'tide',
                name: 'Tide',
                summary: 'S.',
                url,
                image: {url},
                author: {name: 'A', url},
              },
            ],
          },
          area: {
            url,
            questions: [
              {question: 'Q?', answer: {markdown: `[a](${url}) [[tide]]`}},
            ],
            resources: [{number: 1, url, terms: ['tide']}],
          },
        }),
        base,
      );
      const text = JSON.stringify(nodes);
      const isLink = /^(mailto:|https:)/.test(url); // of an answer, or part of one
      assert.ok(isLink || !text.includes(url), text);
      assert.deepEqual(checkStructuredData(nodes), []);
      assert.equal(nodes.at(-1)?.url, base);
    });
  }
});

describe('the headline and the description', () => {
  const plain: Changes = {glossary: {kinds: {}, answerForm: '{}'}};

  it('of a publisher without a mark are words', () => {
    assert.equal(areaHeadline(areaPage(plain)), 'Tides, resource 4');
    assert.equal(
      areaHeadline(areaPage({...plain, resource: undefined})),
      'Tides',
    );
    assert.equal(areaDescription(areaPage(plain)), 'How the sea moves.');
  });

  it('fall back to the description of the area', () => {
    assert.equal(
      areaDescription(areaPage({area: {questions: []}})),
      'How the sea moves.',
    );
  });

  it('are plain text where the answer is Markdown', () => {
    const markdown =
      'The **moon** pulls. So does the [sun](/sun). Not a word more.';
    const area = {
      questions: [{question: 'What is the Cause of X?', answer: {markdown}}],
    };
    assert.equal(
      areaDescription(areaPage({area})),
      'Cause ⎊ ⎊ The moon pulls. So does the sun.',
    );
  });

  for (const [question, facet] of [
    ['What is the Cause of Tides?', 'Cause'],
    ['What are the Causes of Tides?', 'Causes'],
    ['What is the Cost of Living of Fish?', 'Cost'],
    ['What is the Index of Index Options?', 'Index'],
    ['What is the Rate of Return?', 'Rate'],
    ['Why the Cause of Tides?', undefined],
    ['What is the Cause of Tides', undefined],
    ['What is the Cause of ?', undefined],
    ['What is the cause?', undefined],
    ['', undefined],
  ] as const) {
    it(`${JSON.stringify(question)} asks about ${facet}`, () => {
      assert.equal(facetOf(question), facet);
    });
  }

  for (const [text, expected] of [
    ['One. Two. Three.', 'One. Two.'],
    ['One! Two? Three.', 'One! Two?'],
    ['One.  Two.\nThree.', 'One.  Two.'],
    ['One.', 'One.'],
    ['One. Two', 'One.'],
    ['no end', 'no end'],
    ['At 3.5 percent. So 2.0 rules. Yes.', 'At 3.5 percent. So 2.0 rules.'],
    ['', ''],
  ] as const) {
    it(`the first sentences of ${JSON.stringify(text)}`, () => {
      assert.equal(firstSentences(text), expected);
    });
  }

  it('of a very long text are found in little time', {timeout: 10_000}, () => {
    firstSentences('a '.repeat(500_000));
    firstSentences('a. '.repeat(300_000));
    firstSentences(`a.${' '.repeat(500_000)}b`);
    facetOf(`What is the ${'a of '.repeat(200_000)}`);
  });
});
