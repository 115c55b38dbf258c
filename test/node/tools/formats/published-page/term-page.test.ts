import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {readTermPage} from '../../../../../tools/src/formats/published-page/read-term-page.js';
import {writeTermPage} from '../../../../../tools/src/formats/published-page/write-term-page.js';
import {Report} from '../../../../../tools/src/terminal/report.js';
import {GlossaryIndex} from '../../../../../src/glossary/glossary-index.js';
import type {Glossary, Term} from '../../../../../src/glossary/types.js';

const HOME = 'https://words.example';

const TERM = `# Clearing House ⎊ Term

**Published:** 2026-03-13
**Author:** Words Example
**Categories:** Term

---

![A hall with desks](${HOME}/hall.webp)

## Essence

**Clearing House** stands between [buyers](${HOME}/area/trading/) and sellers.

> It takes over the risk of both.

## Structure

- Members
- Margin

## Glossary

### [Trading](${HOME}/area/trading/)

Order ⎊ Trades meet. They settle.
`;

const DEFINITION = `# Initial Margin ⎊ Definition

**Published:** 2025-12-12
**Author:** Words Example
**Categories:** Definition

---

## Initial Margin

What is paid to open a position. It is given back.

- [Margin Call](${HOME}/definition/margin-call/)

- [Leverage](${HOME}/definition/leverage-2/)

## Glossary

### [Trading](${HOME}/area/trading/)

Order ⎊ Trades meet.
`;

const read = (text: string, id: string) => {
  const report = new Report();
  const page = readTermPage(text, id, 'page.md', report);
  assert.ok(page);
  return {...page, notes: report.notes};
};

const again = (term: unknown, rest: Partial<Glossary> = {}) => {
  const glossary = {format: 1, name: 'W', terms: [term], ...rest} as Glossary;
  const index = new GlossaryIndex(glossary);
  const id = (term as Term).id;
  return writeTermPage(index.entry(id)!, index);
};

describe('the page of a term', () => {
  it('is read with its facts, picture, text, sentence and areas', () => {
    const {term, areas, guessed} = read(TERM, 'clearing-house');
    const {page: _, ...rest} = term;
    assert.deepEqual(rest, {
      id: 'clearing-house',
      name: 'Clearing House',
      kind: 'term',
      summary: 'It takes over the risk of both.',
      definition: {
        markdown: `**Essence**\n\n**Clearing House** stands between [buyers](${HOME}/area/trading/) and sellers.\n\nIt takes over the risk of both.\n\n**Structure**\n\n- Members\n- Margin`,
      },
      published: '2026-03-13',
      author: {name: 'Words Example'},
      image: {url: `${HOME}/hall.webp`, caption: 'A hall with desks'},
      areas: ['trading'],
    });
    assert.deepEqual(areas, [
      {id: 'trading', name: 'Trading', url: `${HOME}/area/trading/`},
    ]);
    assert.deepEqual(guessed, ['summary', 'kind']);
  });

  it('is read with the related entries of a definition', () => {
    const {term} = read(DEFINITION, 'initial-margin');
    assert.equal(term.kind, 'definition');
    assert.equal(
      term.summary,
      'What is paid to open a position. It is given back.',
    );
    assert.deepEqual(term.related, ['margin-call', 'leverage-2']);
  });

  for (const [why, text] of [
    ['of a term', TERM],
    ['of a definition', DEFINITION],
    ['with other line ends', TERM.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${DEFINITION}`],
    ['without a last line end', DEFINITION.trimEnd()],
    [
      'with its data',
      `${TERM}\n## Raw Schema Data\n\n\`\`\`json\n{"a": 1}\n\`\`\`\n`,
    ],
    ['without anything', '# X ⎊ Term'],
    [
      'with a table and a picture',
      TERM.replace(
        '- Members',
        '| a | b |\n|---|---|\n| 1 | 2 |\n\n![x](/y.png)',
      ),
    ],
  ] as const) {
    it(`comes back byte for byte: ${why}`, () => {
      const {term} = read(text, 'x');
      assert.deepEqual(again(term), {text, dropped: 0});
    });
  }

  it('comes back byte for byte, whatever stands in it', () => {
    const line = fc.constantFrom(
      ...['', '---', 'Words. More.', '## Essence', '## Glossary', '> Q.'],
      ...['- a', '- [A](https://w.example/definition/a/)', '1. b', '**x**'],
      ...['![p](q)', '  indented', '<b>x</b>', '| a |', '```', '[[x|y]]'],
      ...['**Published:** soon', '**Author:** Ann', '### [A](/area/a/)'],
    );
    fc.assert(
      fc.property(fc.array(line, {maxLength: 25}), (lines) => {
        const text = ['# A b ⎊ Term', ...lines].join('\n');
        assert.deepEqual(again(read(text, 'a-b').term), {text, dropped: 0});
      }),
      {numRuns: 150},
    );
  });

  it('that was never published has what its family has, and its JSON-LD', () => {
    const term = {
      id: 'gas',
      name: 'Gas',
      kind: 'term',
      summary: 'What work costs.',
      definition: {markdown: 'Paid by *callers*.'},
      related: ['fee'],
      areas: ['chain'],
    };
    const fee = {
      id: 'fee',
      name: 'Fee',
      summary: 'A price.',
      url: `${HOME}/f/`,
    };
    const {text} = again(term, {
      kinds: {term: {label: 'Term', summaryForm: 'Meaning ⎊ {} ⎊ Term'}},
      terms: [term, fee],
      areas: [{id: 'chain', name: 'Chain', url: `${HOME}/area/chain/`}],
    } as Partial<Glossary>);
    assert.equal(
      text.slice(0, text.indexOf('```json')),
      `# Gas ⎊ Term

**Categories:** Term

---

Paid by *callers*.

> What work costs.

- [Fee](${HOME}/f/)

## Glossary

### [Chain](${HOME}/area/chain/)

---

## Raw Schema Data

`,
    );
    const json = /```json\n([\s\S]*)\n```/.exec(text)![1]!;
    assert.equal(
      (JSON.parse(json) as {'@type': string})['@type'],
      'DefinedTermSet',
    );
  });
});
