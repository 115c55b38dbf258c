import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {glossaryOf, lint, term, words} from './linting.js';

const GLOSSARY = glossaryOf(
  [
    term('funding-rate', 'Funding rate', {
      url: 'https://example.com/term/funding-rate/',
      aliases: ['funding'],
    }),
    term('amm', 'Automated market maker', {abbreviation: 'AMM'}),
    term('vwap-order', 'VWAP order'),
    term('basis', 'Basis', {ambiguous: true}),
    term('loss', 'Socialised loss', {deprecated: {use: 'amm'}}),
    term('past', 'Clawback', {deprecated: {}}),
  ],
  {areas: [{id: 'perps', name: 'Perps', resources: [{terms: ['amm']}]}]},
);

type Case = readonly [
  what: string,
  text: string,
  /** The words that are marked, each with what is said of them. */
  told: readonly (readonly [words: string, message: RegExp])[],
  options?: Readonly<Record<string, unknown>>,
];

const ABBREVIATIONS: readonly Case[] = [
  ['one that nobody explains', 'We watch TVL.', [['TVL', /neither in the/]]],
  ['its plural', 'Many DEXs.', [['DEXs', /"DEX"/]]],
  ['its other plural', 'Many DEXes.', [['DEXes', /"DEX"/]]],
  ['one after a hyphen', 'A cross-DEX trade.', [['DEX', /"DEX"/]]],
  ['one before a hyphen', 'EVM-like chains.', [['EVM', /"EVM"/]]],
  [
    'both of a pair',
    'CEX/DEX arbitrage',
    [
      ['CEX', /./],
      ['DEX', /./],
    ],
  ],
  ['in a table', '| a |\n| - |\n| *TVL* x |', [['TVL', /neither/]]],
  ['in a heading', '# What TVL is', [['TVL', /neither/]]],
  ['in a link', '[TVL](x.md)', [['TVL', /neither/]]],
  ['in a quote', '> a\n> b TVL &amp; c', [['TVL', /neither/]]],
  ['once, where it comes first', 'TVL, TVL.\n\nTVL', [['TVL', /3 times here/]]],
  [
    'one that is spelled out too late',
    'TVL grows.\n\nTotal value locked (TVL) grows.',
    [['TVL', /before it is spelled out on line 3/]],
  ],
  ['one that brackets do not explain', 'a lot (TVL).', [['TVL', /neither/]]],
  ['not one that is spelled out', 'Total value locked (TVL): TVL is.', []],
  ['not one explained behind it', 'TVL (total value locked) is.', []],
  ...[
    'Total value locked, or TVL, grows.',
    'TVL stands for total value locked.',
    'TVL, short for the total value locked, grows.',
    'TVL – total value locked – grows.',
    'Total value locked: "TVL".',
  ].map((text): Case => [`not in “${text}”`, text, []]),
  [
    'a small word that has its letter',
    'Loan to value, or LTV, and LTVs; the law of demand, LD.',
    [],
  ],
  ['other words beside it', 'A lot, or TVL. Verily.', [['TVL', /neither/]]],
  ['not a template', '${TVL} {{ TVL }} {% raw TVL %}', []],
  ['not a formula', '$TVL = 3$\n\n$$\nTVL\n$$', []],
  ['what costs dollars', '$5 for TVL, $6 now', [['TVL', /neither/]]],
  ['not a few long shouted words', 'ABBREVIATIONS IN CAPS HEADINGS', []],
  ['not a heading before that', '# TVL\n\nTotal value locked (TVL).', []],
  ['not an abbreviation with a title', '<abbr title="x y">TVL</abbr> is', []],
  ['not one of the glossary', 'An AMM and AMMs.', []],
  ['not one in a name', 'A VWAP order.', []],
  ['not one that is allowed', 'TVL', [], {allow: ['TVL']}],
  ['not common ones', 'HTML, USD and MUST, II, UTF-8, BTC/EUR, JSON-LD', []],
  ['common ones on demand', 'HTML', [['HTML', /./]], {common: false}],
  ['not code', '`TVL` and\n\n    TVL\n\n```\nTVL\n```', []],
  ['not raw code', 'a <code>TVL</code> b <kbd>TVL</kbd>', []],
  ['not in an address', 'https://TVL.example/TVL, TVL.md, @TVL, #TVL', []],
  ['not in an identifier', 'MAX_TVL, TVL_MAX, TVL2, ERC20, ERC-20, aTVL', []],
  ['not shouted text', 'ABOUT THE TOTAL VALUE OF ALL POOLS', []],
  ['not front matter', '---\ntitle: TVL\n---\n\nText', []],
  ['not what is no text for translators', '<p translate="no">TVL</p>', []],
];

const REFERENCES: readonly Case[] = [
  [
    'a card',
    'a <term-card term="funding-rat"></term-card>',
    [['<term-card term="funding-rat">', /no term "funding-rat"/]],
  ],
  [
    'one of the terms of a tip',
    '<term-tip term="amm nope">x</term-tip>',
    [['<term-tip term="amm nope">', /no term "nope"/]],
  ],
  ['a mention', 'See [[nope|this]].', [['[[nope|this]]', /no term "nope"/]]],
  [
    'an area',
    '<term-area area="x"></term-area>',
    [['<term-area area="x">', /no area "x"/]],
  ],
  [
    'not what is there',
    '<term-card term="amm"></term-card> [[basis]] <faq-block area="perps"></faq-block> <term-tip term="https://example.com/term/funding-rate">f</term-tip>',
    [],
  ],
  ['not what has a source', '<term-card src="x" term="y"></term-card>', []],
  ['not code', '`[[nope]]`', []],
];

const LATE: readonly Case[] = [
  [
    'a heading',
    'Intro.\n\nFunding rate first.\n\n## Funding rate\n\nText.',
    [['Funding rate', /explained on line 5/]],
  ],
  [
    'a sentence',
    'Intro.\n\nPay the funding rate.\n\nThe funding rate is a payment.',
    [['funding rate', /explained on line 5/]],
  ],
  [
    'a bold name',
    'Intro.\n\nPay the *funding rate*.\n\n**Funding rate.** A payment.',
    [['funding rate', /explained/]],
  ],
  [
    'a card',
    'Intro.\n\nAn AMM.\n\n<term-card term="amm"></term-card>',
    [['AMM', /"Automated market maker".*line 5/]],
  ],
  [
    'a definition',
    'Intro.\n\nAn AMM.\n\nHere <dfn>AMM</dfn> stands for a pool.',
    [['AMM', /line 5/]],
  ],
  ['not the introduction', 'Funding rate.\n\n## Funding rate', []],
  ['not what comes later', 'A.\n\n## Funding rate\n\nThe funding rate.', []],
  ['not a link to it', 'A.\n\n[Funding rate](#x)\n\n## Funding rate', []],
  ['not what is never explained', 'A.\n\nThe funding rate.\n\nThe end.', []],
  [
    'not what a sentence only says of it',
    'A.\n\nPay the funding rate.\n\nThe funding rate is 0.01 % today.\n\nThe funding rate is paid late.',
    [],
  ],
  ['not a word with two meanings', 'A.\n\nOn this basis.\n\n## Basis', []],
  ['not in the lead', 'A.\n\nAn AMM.\n\n## AMM', [], {lead: 2}],
];

const LINK = '[funding rate](https://example.com/term/funding-rate)';
const LINKS: readonly Case[] = [
  [
    'the second in a section',
    `# A\n\n${LINK} and ${LINK}.`,
    [[LINK, /linked again in this section; it is on line 3/]],
  ],
  [
    'a tip and a link',
    `<term-tip term="amm">x</term-tip> [AMM](../g/amm.html)`,
    [['[AMM](../g/amm.html)', /"Automated market maker"/]],
  ],
  ['mentions', '[[amm]] or [[amm|it]]', [['[[amm|it]]', /again/]]],
  ['not in another section', `# A\n\n${LINK}\n\n# B\n\n${LINK}`, []],
  [
    'not the link in a tip',
    `<term-tip term="funding-rate">${LINK}</term-tip>`,
    [],
  ],
  ['not other words', '[AMM](amm.md), [the pool](amm.md)', []],
  ['not when it is allowed', `${LINK} ${LINK}`, [], {perSection: 2}],
  ['not when all is allowed', `${LINK} ${LINK}`, [], {perSection: 0}],
  [
    'too many on a page',
    `${LINK} [[amm]] ${LINK}`,
    [[LINK, /3 links to terms in \d+ words/]],
    {perSection: 0, perHundredWords: 2},
  ],
];

const DEPRECATED: readonly Case[] = [
  [
    'once, with its successor',
    'Socialised losses and socialised loss.',
    [['Socialised losses', /"Socialised losses" is deprecated/]],
  ],
  ['without a successor', 'A clawback.', [['clawback', /is deprecated/]]],
  ['not others', 'An AMM.', []],
];

const RULES: readonly (readonly [rule: string, cases: readonly Case[]])[] = [
  ['unknown-abbreviation', ABBREVIATIONS],
  ['unknown-term', REFERENCES],
  ['term-before-explained', LATE],
  ['over-linked', LINKS],
  ['deprecated-term', DEPRECATED],
];

for (const [rule, cases] of RULES) {
  describe(rule, () => {
    for (const [what, text, told, options = {}] of cases) {
      it(`finds ${what}`, async () => {
        const findings = await lint({
          glossary: GLOSSARY,
          rules: {[rule]: ['error', options]},
          documents: {'page.md': text},
        });
        const found = findings.map((finding) => words(text, finding));
        assert.deepEqual(
          found,
          told.map(([marked]) => marked),
        );
        for (const [index, finding] of findings.entries()) {
          assert.match(finding.message, told[index]![1]);
          assert.equal(finding.rule, rule);
          assert.equal(finding.severity, 'error');
        }
      });
    }
  });
}

describe('help', () => {
  for (const [rule, text, help] of [
    ['unknown-term', '[[funding-rat]]', 'Did you mean "funding-rate"?'],
    [
      'unknown-term',
      '[x](glossary:funding-rat)',
      'Did you mean "funding-rate"?',
    ],
    ['unknown-term', '[Funding rat](glossary)', 'Did you mean "Funding rate"?'],
    ['deprecated-term', 'socialised loss', 'Use "Automated market maker".'],
  ] as const) {
    it(`comes with ${rule}`, async () => {
      const [finding] = await lint({
        glossary: GLOSSARY,
        rules: {[rule]: 'error'},
        documents: {'page.md': text},
      });
      assert.equal(finding?.help, help);
    });
  }
});
