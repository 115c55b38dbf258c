import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {GlossaryIndex} from '../../../../src/glossary/glossary-index.js';
import {buildDefinedTerm} from '../../../../src/structured-data/defined-term.js';
import {jsonLdExporter} from '../../../../tools/src/formats/json-ld/write.js';
import {jsonLdImporter} from '../../../../tools/src/formats/json-ld/read.js';
import {validateSchemaOrg} from '../../../support/validate-schema-org.js';
import {growsInProportion} from '../../../support/proportion.js';
import {differences, readText, unwritten, writeText} from './formats.js';
import {randomGlossary} from './random-glossary.js';
import {WHOLE} from './whole-glossary.js';

const read = (value: unknown, options = {}) =>
  readText(
    jsonLdImporter,
    typeof value === 'string' ? value : JSON.stringify(value, null, 1),
    {file: 'terms.jsonld', ...options},
  );

describe('JSON-LD, there and back', () => {
  it('gives back what schema.org holds, and tells the rest', () =>
    fc.assert(
      fc.asyncProperty(randomGlossary, async (glossary) => {
        const {text, notes} = await writeText(jsonLdExporter, glossary);
        const back = await read(text);
        const changed = differences(glossary, back.glossary);
        assert.deepEqual(unwritten(changed, notes), [], text);
      }),
      {numRuns: 60},
    ));
});

describe('the JSON-LD of a glossary', () => {
  it('has only what schema.org knows', async () => {
    const {text, notes} = await writeText(jsonLdExporter, WHOLE);
    assert.deepEqual(notes, []);
    const {'@graph': graph} = JSON.parse(text) as {'@graph': object[]};
    const problems = await validateSchemaOrg(graph);
    assert.deepEqual(problems, []);
    const {glossary} = await read(text);
    assert.deepEqual(differences(WHOLE, glossary), []);
  });
});

describe('a term in the export and in the data of a page', () => {
  type Value = Readonly<Record<string, unknown>>;
  const base = 'https://bikes.test/';

  /** A text in the glossary's own language, where there are others. */
  const own = (value: unknown): unknown =>
    Array.isArray(value) ? (value as unknown[])[0] : value;

  /** What both say, in the words of the page. */
  const common = (node: Value): Value => {
    const {url, width, height} = (node.image ?? {}) as Value;
    const page = (node.mainEntityOfPage ?? {}) as Value;
    return {
      ...Object.fromEntries(
        ['@type', '@id', 'url', 'name', 'description', 'termCode'].map(
          (key) => [key, own(node[key])],
        ),
      ),
      sameAs: node.sameAs,
      image: {url, width, height},
      datePublished: page.datePublished,
      lastReviewed: page.lastReviewed,
      author: page.author,
      sources: [node.subjectOf ?? page.citation ?? []].flat(),
    };
  };

  it('says the same', async () => {
    const {text} = await writeText(jsonLdExporter, WHOLE);
    const {'@graph': graph} = JSON.parse(text) as {'@graph': Value[]};
    const set = graph.find(({'@type': type}) => type === 'DefinedTermSet')!;
    const exported = set.hasDefinedTerm as readonly Value[];
    const index = new GlossaryIndex(WHOLE);
    for (const node of exported) {
      const entry = index.entry(node.termCode as string)!;
      // Only a term with an address has the same identity everywhere.
      if (!entry.term.url) continue;
      assert.deepEqual(
        common(node),
        common(buildDefinedTerm(entry, base) as unknown as Value),
      );
    }
    assert.equal(set['@id'], base);
    assert.ok(exported.some(({url}) => url));
  });
});

describe('a definition with more than its Markdown text', () => {
  it('is written as that text, and the rest is reported', async () => {
    const {text, notes} = await writeText(jsonLdExporter, {
      format: 1,
      name: 'G',
      terms: [
        {
          id: 'a',
          name: 'A',
          summary: 'S.',
          definition: {markdown: 'So **it** is.', math: 'x'} as {
            markdown: string;
          },
        },
      ],
    });
    const {terms} = await read(text);
    assert.deepEqual(terms[0]!.definition, {markdown: 'So **it** is.'});
    assert.deepEqual(
      notes.map(({message}) => message),
      ['terms.definition.math: only the Markdown text is written'],
    );
  });
});

describe('schema.org JSON-LD of others', () => {
  it('has answers in HTML, which become rich text; plain ones stay as they are', async () => {
    const question = (answer: object) => ({
      '@type': 'FAQPage',
      name: 'Help',
      mainEntity: [{'@type': 'Question', name: 'Q', acceptedAnswer: answer}],
    });
    for (const [text, answer] of [
      ['<p>So <b>it</b> is.</p>', {markdown: 'So **it** is.'}],
      ['a <c> b', 'a <c> b'],
    ] as const) {
      const {areas} = await read(question({'@type': 'Answer', text}));
      assert.deepEqual(areas[0]!.questions, [{question: 'Q', answer}]);
    }
    const {text} = await writeText(jsonLdExporter, {
      format: 1,
      name: 'G',
      terms: [],
      areas: [
        {
          id: 'a',
          name: 'A',
          questions: [
            {question: 'Q', answer: {markdown: 'So **it** is.'}},
            {question: 'R', answer: '<b>x</b>'},
          ],
        },
      ],
    });
    const {areas} = await read(text);
    assert.deepEqual(areas[0]!.questions, [
      {question: 'Q', answer: {markdown: 'So **it** is.'}},
      {question: 'R', answer: '<b>x</b>'},
    ]);
  });

  it('is read from a set with its terms, references and languages', async () => {
    const {terms, head, lines, notes} = await read(`{
      "@context": "https://schema.org",
      "@graph": [
        {"@type": "DefinedTermSet", "@id": "https://x.test/#set", "name": "Words", "inLanguage": "de",
         "hasDefinedTerm": [{"@id": "https://x.test/a"}, {
           "@type": "DefinedTerm", "name": [{"@value": "Zwei", "@language": "de"}, {"@value": "Two", "@language": "en"}],
           "alternateName": "2", "description": "Nach eins.", "sameAs": ["https://other.test/2", "two"]}]},
        {"@type": ["DefinedTerm"], "@id": "https://x.test/a", "http://schema.org/name": "Eins", "description": "Erste Zahl.",
         "inDefinedTermSet": {"@id": "https://x.test/#set"}, "image": {"@id": "#1"}},
        {"@id": "#1", "@type": "ImageObject", "contentUrl": "https://x.test/1.png", "width": "80"}
      ]}`);
    assert.deepEqual(head, {
      name: 'Words',
      url: 'https://x.test/#set',
      language: 'de',
    });
    assert.deepEqual(terms, [
      {
        name: 'Zwei',
        summary: 'Nach eins.',
        aliases: ['2'],
        sameAs: ['https://other.test/2'],
        translations: {en: {name: 'Two'}},
      },
      {
        name: 'Eins',
        summary: 'Erste Zahl.',
        url: 'https://x.test/a',
        image: {url: 'https://x.test/1.png', width: 80},
      },
    ]);
    assert.deepEqual(lines, [5, 8]);
    assert.deepEqual(
      notes.map(({line, message}) => [line, message]),
      [[5, 'DefinedTerm.sameAs: it is not an absolute http(s) address']],
    );
  });

  it('may be asked for another language', async () => {
    const set = {
      '@type': 'DefinedTerm',
      name: [
        {'@value': 'Eins', '@language': 'de'},
        {'@value': 'One', '@language': 'en'},
      ],
      description: {'@value': 'First.', '@language': 'en'},
    };
    const {terms} = await read(set, {language: 'en'});
    assert.deepEqual(terms, [
      {name: 'One', summary: 'First.', translations: {de: {name: 'Eins'}}},
    ]);
  });

  it('is read from pages of cards and questions', async () => {
    const page = (number: number) => [
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          {
            '@type': 'ListItem',
            position: 2,
            name: 'Brakes',
            item: 'https://x.test/area/brakes/',
          },
          {
            '@type': 'ListItem',
            position: 1,
            name: 'Bikes',
            item: 'https://x.test',
          },
        ],
      },
      {
        '@type': 'FAQPage',
        mainEntity: [
          {
            '@type': 'Question',
            name: `Why ${number}?`,
            acceptedAnswer: {'@type': 'Answer', text: 'So.'},
          },
        ],
      },
      {
        '@type': 'CollectionPage',
        headline: `Brakes ⎊ Area ⎊ Resource ${number}`,
        url: `https://x.test/area/brakes/resource/${number}/`,
        hasPart: {
          '@type': 'Article',
          '@id': `https://x.test/term/pad-${number}/`,
          headline: `Pad ${number}`,
          description: 'Meaning ⎊ Rubs. ⎊ Term',
          datePublished: '2026-01-01',
          author: {'@type': 'Person', name: 'Ann'},
        },
      },
    ];
    const {terms, areas, head, notes} = await read([page(1), page(2)]);
    assert.deepEqual(head, {name: 'Bikes', url: 'https://x.test'});
    assert.deepEqual(terms[1], {
      id: 'pad-2',
      name: 'Pad 2',
      summary: 'Meaning ⎊ Rubs. ⎊ Term',
      kind: 'term',
      url: 'https://x.test/term/pad-2/',
      published: '2026-01-01',
      author: {type: 'Person', name: 'Ann'},
    });
    assert.deepEqual(areas, [
      {
        id: 'brakes',
        name: 'Brakes',
        url: 'https://x.test/area/brakes/',
        resources: [1, 2].map((number) => ({
          number,
          url: `https://x.test/area/brakes/resource/${number}/`,
          terms: [`pad-${number}`],
        })),
        questions: [
          {question: 'Why 1?', answer: 'So.'},
          {question: 'Why 2?', answer: 'So.'},
        ],
      },
    ]);
    assert.deepEqual([...new Set(notes.map(({kind}) => kind))], ['guessed']);
  });

  for (const [what, text, message] of [
    ['no JSON', '{\n"a": 1\n"b": 2}', /^terms\.jsonld:3: expected ","/],
    ['a text', '"x"', /^terms\.jsonld:1: expected an object/],
    [
      'too many levels',
      '['.repeat(200) + ']'.repeat(200),
      /^terms\.jsonld:1: .*more than 100 levels deep/,
    ],
  ] as const) {
    it(`with ${what} is an error with its line`, () =>
      assert.rejects(read(text), ({message: is}: Error) => {
        assert.match(is, message);
        return true;
      }));
  }

  it('takes time in proportion to its length, whatever is in it', async () => {
    const cyclic = (length: number) =>
      Array.from({length}, (_, index) => ({
        '@type': ['DefinedTerm', 'CollectionPage', 'FAQPage'],
        '@id': '#x',
        name: `${index}`,
        hasPart: {'@id': '#x'},
        mainEntityOfPage: {'@id': '#x'},
        identifier: {'@id': '#x'},
      }));
    const faqs = (length: number) =>
      Array.from({length}, () => ({'@type': 'FAQPage'}));
    for (const textOf of [
      ...['[', '{', '{"a":', '"', '{"@graph":[', '[[],'].map(
        (part) => (size: number) => part.repeat(size / part.length),
      ),
      (size: number) => JSON.stringify(cyclic(size / 70)),
      (size: number) => JSON.stringify(faqs(size / 20)),
      (size: number) =>
        JSON.stringify({'@type': 'CollectionPage', headline: ' '.repeat(size)}),
    ])
      await growsInProportion(
        (size) => read(textOf(size)).catch(() => undefined),
        textOf(100),
      );
  });
});
