import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parse} from 'csv-parse/sync';
import fc from 'fast-check';
import {
  csvExporter,
  tsvExporter,
} from '../../../../tools/src/formats/csv/write.js';
import {csvImporter} from '../../../../tools/src/formats/csv/read.js';
import {growsInProportion} from '../../../support/proportion.js';
import {differences, readText, unwritten, writeText} from './formats.js';
import {randomGlossary} from './random-glossary.js';

describe('CSV and TSV, there and back', () => {
  for (const [name, exporter] of [
    ['csv', csvExporter],
    ['tsv', tsvExporter],
  ] as const) {
    it(`gives back what ${name} holds, and tells the rest`, () =>
      fc.assert(
        fc.asyncProperty(randomGlossary, async (glossary) => {
          const {text, notes} = await writeText(exporter, glossary);
          const back = await readText(csvImporter, text, {
            file: `x.${name}`,
          });
          const changed = differences(glossary, back.glossary);
          assert.deepEqual(unwritten(changed, notes), [], text);
        }),
        {numRuns: 60},
      ));
  }
});

describe('a table that is exported', () => {
  it('has no cell that a spreadsheet runs', async () => {
    const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝'];
    const terms = starts.map((start, index) => ({
      id: `${start}${index}`,
      name: `${start}1+1`,
      summary: `'${start}1+1`,
      aliases: [`${start}a`],
      // Names of columns are trimmed.
      [`${start}own`.trim()]: `${start}x`,
    }));
    const {text} = await writeText(csvExporter, {format: 1, name: '', terms});
    const rows = parse(text) as string[][];
    assert.equal(rows.length, terms.length + 1);
    for (const cell of rows.flat()) {
      assert.doesNotMatch(cell, /^[=+\-@\t\r\n＝]/);
    }
    const back = await readText(csvImporter, text);
    assert.deepEqual(
      back.terms,
      terms.map((term) => ({...term})),
    );
  });
});

describe('a table', () => {
  const read = (text: string, options = {}) =>
    readText(csvImporter, text, {file: 'terms.csv', ...options});

  it('is read with any of the delimiters, line ends and marks in use', async () => {
    const want = [
      {id: 'a', name: 'A, or "B"', summary: 'Two\nlines; one cell'},
      {id: 'b', name: 'C', summary: 'D'},
    ];
    for (const delimiter of [',', ';', '\t', '|']) {
      for (const end of ['\n', '\r\n']) {
        const rows = [
          ['id', 'name', 'summary'],
          ['a', '"A, or ""B"""', '"Two\nlines; one cell"'],
          [],
          ['b', 'C', 'D'],
          ['', '', ''],
        ];
        const text = rows.map((row) => row.join(delimiter)).join(end);
        for (const piece of [1, 7, 65_536]) {
          const {terms, lines, notes} = await read(text, {piece});
          assert.deepEqual(terms, want);
          assert.deepEqual(lines, [2, 5]);
          assert.deepEqual(notes, []);
        }
      }
    }
  });

  it('may name its delimiter, as Excel does', async () => {
    const {terms, lines} = await read('sep=;\r\nname;summary\r\nA;B,C,D,E\r\n');
    assert.deepEqual(terms, [{name: 'A', summary: 'B,C,D,E'}]);
    assert.deepEqual(lines, [3]);
  });

  it('holds lists, nested properties and properties of its own', async () => {
    const {terms, notes} = await read(
      [
        'id,name,summary,aliases,tags,difficulty,autoLink,image.url,image.width,translations.es.name,translations.es.aliases,sources.0.title,sources.1.title,sources.1.url,__proto__,unit',
        'a,A,S,x; y ;z,"p;q|r\\|s| ",3,No,/a.png,100,Á,uno|dos,T,U,https://u.test/,p,kg',
      ].join('\n'),
    );
    const want = Object.fromEntries([
      ['id', 'a'],
      ['name', 'A'],
      ['summary', 'S'],
      ['aliases', ['x', 'y', 'z']],
      ['tags', ['p;q', 'r|s']],
      ['difficulty', 3],
      ['autoLink', false],
      ['image', {url: '/a.png', width: 100}],
      ['translations', {es: {name: 'Á', aliases: ['uno', 'dos']}}],
      ['sources', [{title: 'T'}, {title: 'U', url: 'https://u.test/'}]],
      ['__proto__', 'p'],
      ['unit', 'kg'],
    ]);
    assert.deepEqual(terms, [want]);
    assert.deepEqual(notes, []);
  });

  it('with names of its own is guessed, and every guess told', async () => {
    const {terms, notes} = await read(
      'Term;Definition;Synonyms;Author;Unit\nMargin;Money kept.;pad;Ann;EUR\n',
    );
    assert.deepEqual(terms, [
      {
        name: 'Margin',
        summary: 'Money kept.',
        aliases: ['pad'],
        author: {name: 'Ann'},
        Unit: 'EUR',
      },
    ]);
    assert.deepEqual(
      notes.map(({kind, line, message}) => [kind, line, message]),
      [
        ['guessed', 1, 'column "Term" is read as name'],
        ['guessed', 1, 'column "Definition" is read as summary'],
        ['guessed', 1, 'column "Synonyms" is read as aliases'],
        ['guessed', 1, 'column "Author" is read as author.name'],
      ],
    );
  });

  it('is read as --map says', async () => {
    const {terms, notes} = await read('k,v,w,name\n1,2,3,4\n', {
      map: {name: 'k', summary: 'v', 'translations.es.name': 'w'},
    });
    assert.deepEqual(terms, [
      {name: '1', summary: '2', translations: {es: {name: '3'}}},
    ]);
    assert.deepEqual(
      notes.map(({message}) => message),
      ['column "name": --map reads name from another column'],
    );
  });

  it('tells with its line whatever is not as it should be', async () => {
    const {terms, notes} = await read(
      [
        'id,name,summary,difficulty,published,image,image.foo.bar,name,',
        'a,A,S,hard,yesterday',
        '',
        'b,B,S,,,,,,,more',
        'c,,S',
        'd,"D\uFFFD","two',
        'lines",7',
      ].join('\n'),
    );
    assert.deepEqual(
      terms.map(({id}) => id),
      ['a', 'b', 'd'],
    );
    const told = notes.map(
      ({kind, line, message}) => `${line} ${kind} ${message}`,
    );
    for (const note of [
      '1 guessed column "image" is read as image.url',
      '1 dropped column "image.foo.bar": a term has no such property',
      '1 dropped column "name": there is another one for name',
      '1 dropped a column without a name',
      '2 dropped difficulty: expected a number, received "hard"',
      '2 warning the header has 9 cells, this row has 5: the missing ones are read as empty',
      '4 dropped the header has 9 cells, this row has 10: the last ones belong to no column',
      '5 dropped an entry without a name (id "c")',
      '6 dropped difficulty: expected at most 5, received 7',
    ]) {
      assert.ok(told.includes(note), `${note}\nnot in\n${told.join('\n')}`);
    }
    assert.ok(
      told.some((note) =>
        note.startsWith('2 dropped published: expected an ISO 8601 date'),
      ),
      told.join('\n'),
    );
    assert.ok(told.some((note) => /^6 warning .*UTF-8/.test(note)));
  });

  for (const [what, text, message] of [
    ['no header', '', /^terms\.csv:1: expected a header row/],
    [
      'no names',
      'x,y\n1,2\n',
      /^terms\.csv:1: expected a column with the names/,
    ],
    [
      'an open quote',
      'name,summary\na,b\nc,"d\ne\n',
      /^terms\.csv:3: expected a closing quote/,
    ],
    [
      'text after a quote',
      'name,summary\r\na,"b"c\r\n',
      /^terms\.csv:2: expected the end of the cell/,
    ],
  ] as const) {
    it(`with ${what} is an error with its line`, async () => {
      await assert.rejects(read(text), (error: Error) => {
        assert.match(error.message, message);
        assert.ok((error as {wayOut?: string}).wayOut);
        return true;
      });
    });
  }

  it('is refused where it has more columns than a table of terms', async () => {
    const header = (count: number) =>
      `name,summary${',x'.repeat(count - 2)}\na,b\n`;
    assert.equal((await read(header(10_000))).terms.length, 1);
    await assert.rejects(
      read(header(10_001)),
      /expected at most 10000 columns, received 10001/,
    );
  });

  it('takes time in proportion to its length, whatever is in it', async () => {
    for (const part of [
      '"',
      '""',
      ',',
      '|',
      "'",
      '\\',
      '\n',
      '\r',
      '=',
      ';,',
      '"a"',
      ' ',
    ]) {
      await growsInProportion(async (size) => {
        const text = part.repeat(size / part.length);
        const quoted = text.replaceAll('"', '""');
        for (const table of [
          text,
          `name,summary\na,"${quoted}"\n`,
          `name,summary,aliases\na,b,"${quoted}"\n`,
          `name,${text}\na,b\n`,
        ])
          await read(table).catch(() => undefined);
      }, JSON.stringify(part));
    }
  });
});
