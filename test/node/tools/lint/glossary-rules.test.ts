import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Glossary} from '../../../../src/glossary/types.js';
import {glossaryOf, lint, term} from './linting.js';

type Case = readonly [
  what: string,
  glossary: Glossary,
  /** Path and message of each finding. */
  told: readonly (readonly [path: string, message: RegExp])[],
  options?: Readonly<Record<string, unknown>>,
];

const long = 'a'.repeat(281);
const sentences = 'It is one, e.g. this. It is two. It is three.';

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'alias-clash': [
    [
      'two names',
      glossaryOf([term('a', 'Basis'), term('b', 'Rate', {aliases: ['BASIS']})]),
      [['terms[1].aliases[0]', /"BASIS" also names terms\[0\]\.name/]],
    ],
    [
      'not what is meant',
      glossaryOf([
        term('a', 'Basis', {ambiguous: true}),
        term('b', 'Basis', {ambiguous: true}),
      ]),
      [],
    ],
  ],
  'dangling-related': [
    [
      'each kind of reference',
      glossaryOf(
        [
          term('a', 'A', {
            related: ['x'],
            areas: ['y'],
            deprecated: {use: 'z'},
            definition: {markdown: 'See [[w]].'},
          }),
        ],
        {
          areas: [
            {
              id: 'q',
              name: 'Q',
              resources: [{terms: ['v']}],
              questions: [{question: 'Q', answer: {markdown: '[[u]]'}}],
            },
          ],
        },
      ),
      [
        ['terms[0].related[0]', /no term "x"/],
        ['terms[0].areas[0]', /no area "y"/],
        ['terms[0].deprecated.use', /no term "z"/],
        ['terms[0].definition.markdown', /no term "w"/],
        ['areas[0].questions[0].answer.markdown', /no term "u"/],
        ['areas[0].resources[0].terms[0]', /no term "v"/],
      ],
    ],
    [
      'not former ids and addresses',
      glossaryOf([
        term('a', 'A', {formerIds: ['old'], url: 'https://x.example/a/'}),
        term('b', 'B', {related: ['old', 'https://x.example/a', 'a']}),
      ]),
      [],
    ],
  ],
  'summary-too-long': [
    [
      'many characters',
      glossaryOf([term('a', 'A', {summary: long})]),
      [['terms[0].summary', /281 characters, expected at most 280/]],
    ],
    [
      'not as many as are allowed',
      glossaryOf([term('a', 'A', {summary: long.slice(1)})]),
      [],
    ],
    [
      'many sentences',
      glossaryOf([term('a', 'A', {summary: sentences})]),
      [['terms[0].summary', /3 sentences, expected at most 2/]],
    ],
    [
      'not the dots of what is shortened',
      glossaryOf([
        term('a', 'A', {
          summary:
            'A rate, e.g. 3 % vs. 4 % by Dr. J. Smith et al. Sold by Example Inc. and U.S. Treasury.',
        }),
      ]),
      [],
    ],
    [
      'a translation',
      glossaryOf([
        term('a', 'A', {translations: {es: {summary: 'Uno. Dos. Tres.'}}}),
      ]),
      [['terms[0].translations.es.summary', /3 sentences/]],
    ],
    [
      'not what is allowed',
      glossaryOf([
        term('a', 'A', {summary: long}),
        term('b', 'B', {summary: sentences}),
      ]),
      [],
      {characters: 300, sentences: 0},
    ],
  ],
  'undefined-in-definition': [
    [
      'summaries, definitions and answers, each word once',
      glossaryOf(
        [
          term('a', 'A', {summary: 'On a DEX.'}),
          term('b', 'B', {definition: {markdown: '*DEX* and `CEX` or TVL'}}),
          term('c', 'C', {definition: 'A `CEX` in plain text'}),
        ],
        {
          areas: [
            {id: 'q', name: 'Q', questions: [{question: 'Q', answer: 'ZKP'}]},
          ],
        },
      ),
      [
        ['terms[0].summary', /"DEX" is not in the glossary/],
        ['terms[1].definition', /"CEX"/],
        ['terms[1].definition', /"TVL"/],
        ['areas[0].questions[0].answer', /"ZKP"/],
      ],
    ],
    [
      'not what is known, explained or allowed',
      glossaryOf([
        term('a', 'A', {
          abbreviation: 'AMM',
          summary: 'AMM in USD, total value locked (TVL), XYZ.',
        }),
      ]),
      [],
      {allow: ['XYZ']},
    ],
    [
      'words in capitals on demand',
      glossaryOf([
        term('a', 'A', {
          summary: 'It needs a Liquidity Engine or a Beta Test.',
        }),
        term('b', 'Beta test'),
      ]),
      [['terms[0].summary', /"Liquidity Engine"/]],
      {capitalised: true},
    ],
  ],
};

for (const [rule, cases] of Object.entries(CASES)) {
  describe(rule, () => {
    for (const [what, glossary, told, options = {}] of cases) {
      it(`finds ${what}`, async () => {
        const findings = await lint({
          glossary,
          rules: {[rule]: ['warning', options]},
        });
        const found = new Map(
          findings.map((f) => [`${f.path}${f.message}`, f]),
        );
        assert.equal(found.size, told.length, JSON.stringify(findings));
        for (const [path, message] of told) {
          const finding = findings.find(
            (one) => one.path === path && message.test(one.message),
          );
          assert.ok(finding, `${path} ${message}`);
          assert.equal(finding.file, 'glossary.json');
        }
      });
    }
  });
}

describe('unused-term', () => {
  const glossary = glossaryOf(
    [
      term('a', 'Funding rate', {url: 'https://x.example/a/'}),
      term('b', 'Open interest', {aliases: ['OI']}),
      term('c', 'Basis', {ambiguous: true}),
      term('d', 'Delta', {autoLink: false}),
      term('e', 'Clawback', {deprecated: {}}),
      term('f', 'Gamma', {translations: {es: {name: 'Gama'}}}),
    ],
    {areas: [{id: 'greeks', name: 'Greeks', resources: [{terms: ['f']}]}]},
  );
  const unused = async (
    documents: Readonly<Record<string, string>>,
    options = {},
  ) => {
    const rules = {'unused-term': ['warning', options]};
    const found = await lint({glossary, rules, documents});
    return found.map(({path}) => path);
  };

  for (const [what, first, second, paths] of [
    ['all where nothing is named', 'x', 'y', [0, 1, 2, 3, 5]],
    ['none that is named', 'Open interests, basis', 'funding rate, delta', [5]],
    ['none by another language', 'Gama', 'OI. Basis. Delta', [0]],
    [
      'none with a card or a tip',
      '<term-card term="a"></term-card> [[b]]',
      'x',
      [2, 3, 5],
    ],
    [
      'none in an area',
      '<term-area area="greeks"></term-area>',
      'x',
      [0, 1, 2, 3],
    ],
    ['none that is linked', '[x](https://x.example/a#y)', 'x', [1, 2, 3, 5]],
  ] as const) {
    it(`finds ${what}`, async () => {
      assert.deepEqual(
        await unused({'a.md': first, 'b.html': second}),
        paths.map((index) => `terms[${index}].name`),
      );
    });
  }

  it('says nothing of a document alone, unless asked to', async () => {
    assert.deepEqual(await unused({'a.md': 'x'}), []);
    assert.equal((await unused({'a.md': 'x'}, {leastDocuments: 1})).length, 5);
  });

  it('says nothing of terms that are allowed', async () => {
    const ignore = ['a', 'b', 'c', 'd'];
    assert.deepEqual(await unused({'a.md': 'x', 'b.md': 'y'}, {ignore}), [
      'terms[5].name',
    ]);
  });
});
