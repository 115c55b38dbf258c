import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {onePageImporter} from '../../../../tools/src/formats/one-page/read.js';
import {readText} from '../formats/formats.js';
import {terminal} from '../support/terminal.js';

const read = (text: string, options = {}) =>
  readText(onePageImporter, text, {file: 'glossary.md', ...options});

const BRIEF = [
  {id: 'oracle', name: 'Oracle', summary: 'Brings data.'},
  {id: 'answer', name: 'Answer', summary: 'What it gives.'},
];

describe('one page with all terms', () => {
  for (const [what, text, lines] of [
    [
      'headings',
      '# Glossary\n\n## Oracle\n\nBrings data.\n\n## Answer\n\nWhat it gives.\n',
      [3, 7],
    ],
    [
      'headings below letters',
      '# Glossary\n\n## A\n\n### Answer\n\nWhat it gives.\n\n## O\n\n### Oracle\n\nBrings data.\n',
      [5, 11],
    ],
    [
      'headings below letters, with headings about the page beside them',
      '# Glossary\n\n## How to read this\n\nFrom A to O.\n\n## A\n\n### Answer\n\nWhat it gives.\n\n## O\n\n### Oracle\n\nBrings data.\n\n## Further reading\n\nBooks.\n',
      [9, 15],
    ],
    [
      'headings below groups',
      '# G\n\n## Data\n\n### Oracle\n\nBrings data.\n\n### Answer\n\nWhat it gives.\n',
      [5, 9],
    ],
    [
      'headings with lists in them',
      '## Oracle\n\nBrings data.\n\n## Answer\n\nWhat it gives.\n',
      [1, 5],
    ],
    [
      'a table',
      '| Term | Definition |\n| --- | --- |\n| Oracle | Brings data. |\n| **Answer** | What it gives. |\n',
      [3, 4],
    ],
    [
      'a table with other heads',
      '| a | b |\n|---|---|\n| Oracle | Brings data. |\n| Answer | What it gives. |\n',
      [3, 4],
    ],
    [
      'a list',
      '# Words\n\n- **Oracle**: Brings data.\n- **Answer:** What it gives.\n',
      [3, 4],
    ],
    [
      'a list with dashes',
      '* `Oracle` – Brings data.\n* `Answer` – What it gives.\n',
      [1, 2],
    ],
    [
      'a definition list',
      'Oracle\n: Brings data.\n\nAnswer\n: What it gives.\n',
      [1, 4],
    ],
    [
      'a spaced definition list',
      'Oracle\n\n: Brings data.\n\n**Answer**\n\n:   What it gives.\n',
      [1, 5],
    ],
  ] as const)
    it(`is read from ${what}`, async () => {
      const found = await read(text);
      const order = (list: readonly {id?: unknown}[]) =>
        list.toSorted((a, b) => String(b.id).localeCompare(String(a.id)));
      assert.deepEqual(order(found.terms), BRIEF);
      assert.deepEqual(found.lines, lines);
    });

  it('links its entries by the ids of their headings', async () => {
    const {terms} = await read(
      '## Oracle node {#node}\n\nGives an [answer](#the-answer).\n\n## The answer\n\nOf a [node](#node), not [that](#that) [page](/x).\n',
    );
    assert.deepEqual(terms, [
      {
        id: 'node',
        name: 'Oracle node',
        summary: 'Gives an answer.',
        definition: {markdown: 'Gives an [[the-answer|answer]].'},
      },
      {
        id: 'the-answer',
        name: 'The answer',
        summary: 'Of a node, not that page.',
        definition: {
          markdown: 'Of a [[node|node]], not [that](#that) [page](/x).',
        },
      },
    ]);
  });

  it('reads a bracket behind the name of an item', async () => {
    const {terms, notes} = await read(
      '- **APY** (annual *percentage* yield): A rate.\n- **Gas** – A fee.\n',
    );
    assert.deepEqual(
      terms.map(({name, summary}) => [name, summary]),
      [
        ['APY (annual percentage yield)', 'A rate.'],
        ['Gas', 'A fee.'],
      ],
    );
    assert.deepEqual(notes, []);
  });

  it('reports what belongs to no entry, with its line', async () => {
    for (const [text, lines] of [
      ['- **A b**: x.\n- **C d**: y.\n- more\n\nEnd.\n\n* e\n* f\n', [3, 7]],
      ['A b\n: x.\n\n  More.\n\nC d\n\n: y.\n\n- e\n', [4]],
      ['A b\n: x.\n\nC d\n\n: y.\n\n- e\n', [8]],
    ] as const) {
      const {terms, notes} = await read(text);
      assert.equal(terms.length, 2);
      assert.deepEqual(
        notes.map(({line}) => line),
        lines,
        text,
      );
    }
  });

  it('goes on with a definition in an indented text', async () => {
    const {terms, notes} = await read(
      'A b\n: One.\n\n    Two,\n    three.\n\nC d\n: Four.\n',
    );
    assert.deepEqual(terms[0]?.definition, {
      markdown: 'One.\n\nTwo, three.',
    });
    assert.deepEqual(
      notes.filter(({kind}) => kind === 'dropped'),
      [],
    );
  });

  it('takes no heading for a summary', async () => {
    const {terms} = await read(
      '## Oracle\n\n### Why\n\nBrings data.\n\n## Answer\n\nWhat it gives.\n',
    );
    assert.equal(terms[0]?.summary, 'Brings data.');
  });

  it('reads further columns, abbreviations and several names', async () => {
    const {terms} = await read(
      '| Term | Definition | Synonyms | Unit |\n|---|---|---|---|\n| Gas | A fee. | fee, cost | gwei |\n| Wei | A unit. | | |\n',
    );
    assert.deepEqual(terms[0], {
      id: 'gas',
      name: 'Gas',
      summary: 'A fee.',
      aliases: ['fee', 'cost'],
      Unit: 'gwei',
    });
    const list = await read(
      'Gas\nGas fee\n: A fee.\n: A cost.\n\nWei\n: A unit.\n',
    );
    assert.deepEqual(list.terms[0], {
      id: 'gas',
      name: 'Gas',
      aliases: ['Gas fee'],
      summary: 'A fee.',
      definition: {markdown: 'A fee.\n\nA cost.'},
    });
    const short = await read(
      '*[EVM]: Ethereum Virtual Machine\n*[DAO]: Organisation\n',
    );
    assert.deepEqual(
      short.terms.map(({name, abbreviation}) => [name, abbreviation]),
      [
        ['Ethereum Virtual Machine', 'EVM'],
        ['Organisation', 'DAO'],
      ],
    );
  });

  it('keeps two entries of one name, and takes the level that is asked for', async () => {
    const text = '## Fork\n\nOne.\n\n### Soft\n\nTwo.\n\n## Fork\n\nThree.\n';
    assert.deepEqual(
      (await read(text)).terms.map(({id}) => id),
      ['fork', 'fork-1'],
    );
    const {terms} = await read(text, {map: {level: '3'}});
    assert.deepEqual(
      terms.map(({name}) => name),
      ['Soft'],
    );
    await assert.rejects(read(text, {map: {level: 'x'}}), /from 1 to 6/);
  });

  it('reads MDX, and says where it is not valid', async () => {
    const text =
      'import A from "a"\n\n## Oracle\n\nBrings data.\n\n## Answer\n\nWhat it gives.\n';
    assert.equal((await read(text, {file: 'glossary.mdx'})).terms.length, 2);
    await assert.rejects(read('<a', {file: 'glossary.mdx'}), /not valid MDX/);
  });

  it('is recognised by its name or its title', () => {
    const entries = '## A b\n\nx\n\n## C d\n';
    for (const [file, start, expected] of [
      ['docs/glossary.md', entries, true],
      ['words.md', `# Glossary of terms\n\n${entries}`, true],
      ['words.md', `---\ntitle: Glossary\n---\n${entries}`, true],
      ['words.md', entries, false],
      ['glossary.md', '# Glossary\n\nSee the pages.\n', false],
      ['glossary.md', '# Glossary\n\n## [A](/a/)\n\n## [B](/b/)\n', false],
      ['glossary.csv', entries, false],
    ] as const)
      assert.equal(
        onePageImporter.recognises(file, start),
        expected,
        `${file}: ${start}`,
      );
  });
});

describe('term-elements import', () => {
  it('reads such a page that is named, and refuses one with nothing in it', async (t) => {
    const shell = await terminal(t);
    await shell.write(
      'words.md',
      '- **Oracle**: Brings data.\n- **Answer**: Gives it.\n',
    );
    await shell.write('plain.md', 'Nothing.\n');
    const run = (file: string) =>
      shell.run('import', shell.path(file), '-o', shell.path('g.json'));
    const empty = await run('plain.md');
    assert.equal(empty.code, 2);
    assert.match(empty.stderr, /plain\.md:1: expected entries, found none/);
    const {code} = await run('words.md');
    assert.equal(code, 0);
    assert.match(await shell.read('g.json'), /"id": "oracle"/);
  });
});
