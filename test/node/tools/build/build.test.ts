import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {describe, it} from 'node:test';
import type {
  AreaRecord,
  KeyRecord,
  ListedTerm,
  NameRecord,
  TermRecord,
} from '../../../../src/glossary/sharded/manifest.js';
import type {Letter} from '../../../../src/glossary/source.js';
import {decodeSet} from '../../../../src/glossary/sharded/golomb.js';
import {leafOf} from '../../../../src/glossary/sharded/manifest.js';
import {
  beginningMark,
  nameMark,
  nameTableKey,
} from '../../../../src/glossary/sharded/name-keys.js';
import {terminal} from '../support/terminal.js';
import {filesOf, glossaryOf, Served} from './folder.js';

type Context = Parameters<typeof terminal>[0];

/** A folder with a document, and a way to build it. */
const prepare = async (t: Context, document: unknown) => {
  const place = await terminal(t);
  const text =
    typeof document === 'string' ? document : JSON.stringify(document);
  await place.write('g.json', text);
  const input = place.path('g.json');
  const output = place.path('out');
  const build = (...options: readonly string[]) =>
    place.run('build', input, '-o', output, ...options);
  return {...place, input, output, build, served: () => new Served(output)};
};

const built = async (t: Context, document: unknown) => {
  const place = await prepare(t, document);
  const {code, stderr} = await place.build();
  assert.deepEqual([code, stderr], [0, '']);
  return place.served();
};

const termsOf = (...terms: readonly object[]) => ({
  format: 1,
  name: 'G',
  language: 'en',
  terms: terms.map((term) => ({summary: '', ...term})),
});

describe('a built folder', () => {
  it('has every file that the manifest leads to, under its own hash, and no other', async (t) => {
    const served = await built(t, glossaryOf(2000, 'a'));
    const {terms} = served.all();
    assert.equal(terms.length, 2000);
    assert.deepEqual([...served.read, 'manifest.json'].sort(), [
      ...filesOf(served.folder).keys(),
    ]);
  });

  it('has leaves of about 4 kB, and few names in the manifest', async (t) => {
    const served = await built(t, glossaryOf(3000, 'a'));
    const {manifest} = served;
    const sizes = served
      .leaves(manifest.terms)
      .map((hash) => served.bytes(hash, 'json').length);
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    assert.ok(mean > 2500 && mean < 6500, `${mean}`);
    assert.ok(manifest.terms.top.length <= 128);
    for (const {top} of [manifest.names, manifest.words, manifest.list]) {
      assert.ok(top.length <= 8);
    }
  });

  it('is the same, byte for byte, for the same document', async (t) => {
    const [a, b] = [
      await built(t, glossaryOf(500, 'a')),
      await built(t, glossaryOf(500, 'a')),
    ];
    assert.deepEqual(filesOf(a.folder), filesOf(b.folder));
  });

  it('keeps ids that are names of objects, and names in any script', async (t) => {
    const ids = ['__proto__', 'constructor', 'toString', ' ', '.', '../x', '𝒳'];
    const served = await built(
      t,
      `{"format":1,"name":"G","terms":[${ids
        .map(
          (id, index) =>
            `{"id":${JSON.stringify(id)},"name":"名前 ${index}","summary":"","__proto__":{"a":1},"related":["__proto__"]}`,
        )
        .join(',')}]}`,
    );
    const records = served.records<TermRecord>(
      served.manifest.terms,
      ({term}) => [term.id],
    );
    assert.deepEqual(records.map(({term}) => term.id).sort(), ids.sort());
    for (const {term, references} of records) {
      assert.ok(Object.hasOwn(term, '__proto__'));
      assert.deepEqual(Object.entries(references!), [
        ['__proto__', ['名前 0']],
      ]);
    }
  });

  it('has a document without terms', async (t) => {
    const served = await built(t, {format: 1, name: 'G', terms: []});
    assert.deepEqual(served.all().terms, []);
    assert.equal(served.manifest.count, 0);
  });

  it('says all that the document says of itself, and none of its entries', async (t) => {
    const served = await built(
      t,
      '\uFEFF{"x-own": [1], "format": 1, "terms": [], "name": "G", "areas": [], "url": "https://g.example/"}',
    );
    assert.equal(
      JSON.stringify(served.manifest.glossary),
      '{"x-own":[1],"format":1,"name":"G","url":"https://g.example/"}',
    );
  });
});

describe('the tables', () => {
  it('resolve references by id, by former id and by address', async (t) => {
    const served = await built(
      t,
      termsOf(
        {id: 'a', name: 'A', url: 'term/a/', formerIds: ['b', 'was']},
        {id: 'b', name: 'B'},
        {id: 'gone', name: null, summary: undefined},
        {
          id: 'c',
          name: 'C',
          related: ['a', 'b', 'gone', 'none'],
          deprecated: {use: 'was'},
          definition: {
            markdown: 'See *[[term/a|this]]*, [[term/a/]] and `[[b]]`.',
          },
        },
      ),
    );
    const records = served.records<TermRecord>(served.manifest.terms);
    assert.deepEqual(records.find(({term}) => term.id === 'c')?.references, {
      a: ['A', 'term/a/'],
      b: ['B'],
      was: ['A', 'term/a/', 'a'],
      'term/a': ['A', 'term/a/', 'a'],
      'term/a/': ['A', 'term/a/', 'a'],
    });
  });

  it('give a key to the first that claims it', async (t) => {
    const served = await built(
      t,
      termsOf(
        {id: 'a', name: 'A', formerIds: ['x', ''], url: 'https://g.example/'},
        {id: 'b', name: 'B', formerIds: ['x'], url: 'https://g.example'},
      ),
    );
    const keys = served.records<KeyRecord>(served.manifest.keys!, ([key]) => [
      key,
    ]);
    assert.deepEqual(keys.sort(), [
      ['https://g.example', 'a'],
      ['x', 'a'],
    ]);
  });

  it('know names by what is written, and by plurals', async (t) => {
    const served = await built(
      t,
      termsOf(
        {id: 'a', name: 'Matrix', abbreviation: 'MX', aliases: ['Table']},
        {id: 'b', name: 'Index', autoLink: false, caseSensitive: true},
      ),
    );
    const names = served.records<NameRecord>(
      served.manifest.names,
      ({name, alias, keys = []}) => [nameTableKey(alias ?? name), ...keys],
    );
    const distinct = [...new Set(names.map((name) => JSON.stringify(name)))];
    assert.deepEqual(
      distinct.map((name) => JSON.parse(name) as NameRecord).sort(byAlias),
      [
        {id: 'b', name: 'Index', caseSensitive: true, autoLink: false},
        {
          id: 'a',
          name: 'Matrix',
          alias: 'MX',
          isAbbreviation: true,
          keys: ['mxe'],
        },
        {id: 'a', name: 'Matrix', keys: ['matrice', 'matrixe']},
        {id: 'a', name: 'Matrix', alias: 'Table'},
      ],
    );
  });

  it('know the words that names begin with, and those of no other', async (t) => {
    const served = await built(
      t,
      termsOf(
        {id: 'a', name: 'Point of failure'},
        {id: 'b', name: 'Unlinked', autoLink: false},
      ),
    );
    const {words} = served.manifest;
    const has = (first: string, mark: string) => {
      const hash = served.leaves(words)[leafOf(first, words.bits)];
      return !!hash && decodeSet(served.bytes(hash, 'bin')).has(mark);
    };
    assert.ok(has('point', beginningMark('point')));
    assert.ok(has('point', beginningMark('pointof')));
    assert.ok(has('point', nameMark('pointoffailure')));
    assert.ok(!has('point', nameMark('point')));
    assert.ok(!has('of', nameMark('of')));
    assert.ok(!has('unlinked', nameMark('unlinked')));
  });

  it('list all terms in the order of the language, by letters', async (t) => {
    const served = await built(t, {
      ...termsOf(
        ...[
          'Zeta',
          'öl',
          'Álgebra',
          'alpha',
          '10 ways',
          '9 ways',
          '中',
          'Öre',
        ].map((name, index) => ({id: `t${index}`, name, url: `u${index}`})),
        {id: 'gone', name: null, summary: undefined},
      ),
      language: 'sv',
    });
    const {list, letters, count} = served.manifest;
    assert.equal(count, 8);
    assert.deepEqual(
      served.items<ListedTerm>(list).map(([, name]) => name),
      ['Álgebra', 'alpha', 'Zeta', 'öl', 'Öre', '中', '9 ways', '10 ways'],
    );
    assert.deepEqual(served.items<ListedTerm>(list)[6], ['t5', '9 ways', 'u5']);
    assert.deepEqual(served.json<Letter[]>(letters), [
      {letter: 'A', count: 2, start: 0},
      {letter: 'Z', count: 1, start: 2},
      {letter: 'Ö', count: 2, start: 3},
      {letter: '漢', count: 1, start: 5},
      {letter: '#', count: 2, start: 6},
    ]);
  });

  it('put scripts of thousands of letters together', async (t) => {
    const names = Array.from({length: 300}, (_, index) =>
      String.fromCodePoint(0x4e00 + index),
    );
    const served = await built(
      t,
      termsOf(
        ...['Beta', ...names].map((name, index) => ({id: `t${index}`, name})),
      ),
    );
    assert.deepEqual(served.json<Letter[]>(served.manifest.letters), [
      {letter: 'B', count: 1, start: 0},
      {letter: '漢', count: 300, start: 1},
    ]);
  });

  it('are there in each language, with all terms', async (t) => {
    const served = await built(
      t,
      termsOf(
        {
          id: 'a',
          name: 'Key',
          related: ['b'],
          translations: {es: {name: 'Llave'}, ES: {name: 'no'}},
        },
        {id: 'b', name: 'Lock', translations: {es: {name: 'Cerradura'}}},
        {id: 'c', name: 'Door', related: ['a']},
      ),
    );
    const {manifest} = served;
    assert.deepEqual(Object.keys(manifest.languages ?? {}), ['es']);
    const {terms, list, names} = manifest.languages!.es!;
    const records = served.records<TermRecord>(terms, ({term}) => [term.id]);
    const of = (id: string) => records.find(({term}) => term.id === id)!;
    assert.equal(of('a').term.name, 'Llave');
    assert.equal(of('a').original, 'Key');
    assert.deepEqual(of('a').references, {b: ['Cerradura']});
    assert.equal(of('c').language, undefined);
    assert.deepEqual(of('c').references, {a: ['Llave']});
    assert.deepEqual(
      served.items<ListedTerm>(list).map(([, name]) => name),
      ['Cerradura', 'Door', 'Llave'],
    );
    assert.ok(
      served.records<NameRecord>(names).some(({name}) => name === 'Llave'),
    );
    assert.ok(
      !JSON.stringify(served.records(manifest.terms)).includes('Llave'),
    );
  });

  it('have areas with their pages, or their terms in the order of the document', async (t) => {
    const served = await built(t, glossaryOf(40, 'a'));
    const areas = served.records<AreaRecord>(
      served.manifest.areas!,
      ({area}) => [area.id],
    );
    const all = areas.find(({area}) => area.id === 'all')!;
    const paged = areas.find(({area}) => area.id === 'paged')!;
    assert.deepEqual(
      served.items(all.terms!),
      Array.from({length: 40}, (_, index) => `term-${index}`),
    );
    assert.equal(paged.terms, undefined);
    assert.deepEqual(served.json(paged.resources[0]!.file), {
      number: 1,
      url: 'area/paged/1/',
      terms: ['term-1'],
    });
  });
});

const byAlias = (a: NameRecord, b: NameRecord) =>
  (a.alias ?? a.name) < (b.alias ?? b.name) ? -1 : 1;

it('a build reports in JSON what it has written', async (t) => {
  const term = {id: 'a', name: 'A', summary: ''};
  const place = await prepare(t, termsOf(term, {...term, id: 'a'}));
  const {code, stdout, stderr} = await place.build('--json');
  assert.deepEqual([code, stderr], [0, '']);
  const {written, terms, files, changed, bytes, warnings} = JSON.parse(stdout);
  assert.deepEqual([written, terms, warnings.length], [place.output, 1, 1]);
  assert.equal(files, filesOf(place.output).size - 1);
  assert.equal(changed, files);
  assert.ok(bytes > 0);
});

describe('a build with faults', () => {
  it('tells them with their places, and writes nothing', async (t) => {
    const place = await prepare(
      t,
      '{"format": 1, "name": "G",\n"terms": [\n  {"id": "a", "name": "A", "summary": "",\n   "difficulty": 9},\n  {"id": ""}\n],\n"areas": [{"id": "x"}], "language": 7}',
    );
    const {code, stderr, stdout} = await place.build();
    assert.equal(code, 1);
    assert.match(stdout, /nothing was written/);
    const file = place.input.replaceAll('.', '\\.');
    for (const line of [
      `${file}:4:18: error: terms\\[0\\]\\.difficulty: expected at most 5, received 9`,
      `${file}:5:10: error: terms\\[1\\]\\.id: expected a name that is not empty`,
      `${file}:7:11: error: areas\\[0\\]\\.name: expected the property "name", received nothing`,
      `${file}:7:37: error: language: expected a string, received 7`,
    ]) {
      assert.match(stderr, new RegExp(`^${line}`, 'm'));
    }
    assert.equal(existsSync(place.output), false);
  });

  it('reports them in JSON, and nothing else', async (t) => {
    const place = await prepare(t, termsOf({id: 'a', name: 3, summary: ''}));
    const {code, stdout, stderr} = await place.build('--json');
    assert.deepEqual([code, stderr], [1, '']);
    const {written, errors, moreErrors} = JSON.parse(stdout);
    assert.deepEqual([written, moreErrors], [null, 0]);
    assert.deepEqual(
      errors.map(({line, message}: {line: number; message: string}) => [
        line,
        message,
      ]),
      [[1, 'terms[0].name: expected a string, received 3']],
    );
  });

  it('tells ten of them, and how many more there are', async (t) => {
    const place = await prepare(
      t,
      termsOf(...Array.from({length: 1234}, () => ({name: 'A'}))),
    );
    const {stderr} = await place.build();
    assert.equal(stderr.match(/error:/g)?.length, 10);
    assert.match(stderr, /and 1,224 more\n$/);
  });

  for (const [why, text, told] of [
    [
      'is no JSON',
      '{"format": 1,\n "terms": [{"id": "a" "b"}]}',
      /g\.json:2:23: error: expected/,
    ],
    [
      'ends too soon',
      '{"format": 1, "name": "G", "terms": [',
      /g\.json:1:38: error: expected a value or "\]", received the end/,
    ],
    ['is a list', '[]', /g\.json:1:1: error: expected an object/],
    [
      'has no terms',
      '{"format": 1, "name": "G"}',
      /g\.json:1:1: error: terms: expected/,
    ],
    [
      'has terms twice',
      '{"format": 1, "name": "G", "terms": [],\n"terms": []}',
      /g\.json:2:10: error: terms: expected each property once/,
    ],
    [
      'is nested too deeply',
      `{"terms": [${'['.repeat(70)}${']'.repeat(70)}]}`,
      /:1:12: .*terms\[0\]: expected lists and objects in at most 64 levels, received more/,
    ],
  ] as const) {
    it(`says where a document ${why}`, async (t) => {
      const {code, stderr} = await (await prepare(t, text)).build();
      assert.equal(code, 1);
      assert.match(stderr, told);
    });
  }

  it('refuses what is not UTF-8, and says about where', async (t) => {
    const place = await prepare(t, '');
    writeFileSync(place.input, Buffer.from([0x7b, 0xff, 0x7d]));
    const {code, stderr} = await place.build();
    assert.equal(code, 2);
    assert.match(stderr, /expected UTF-8[\s\S]*between byte 0 and 3/);
  });

  it('takes the first of two terms with one id, and says so', async (t) => {
    const place = await prepare(
      t,
      '{"format": 1, "name": "G", "terms": [\n{"id": "a", "name": "First", "summary": ""},\n{"id": "a", "name": "Second", "summary": ""}]}',
    );
    const {code, stderr} = await place.build();
    assert.equal(code, 0);
    assert.match(
      stderr,
      /g\.json:3:1: warning: terms: the id "a" belongs to the entry at 2:1, which counts/,
    );
    const served = place.served();
    assert.equal(served.manifest.count, 1);
    assert.deepEqual(served.items(served.manifest.list), [['a', 'First']]);
  });
});

describe('what no page would take', () => {
  const large = termsOf({id: 'large', name: 'Large'});
  for (const [what, document, message] of [
    [
      'an entry of more than 4 MB',
      termsOf({id: 'large', name: 'L', definition: 'x'.repeat(4.5e6)}),
      /at most 4194304 bytes.*"id":"large"/,
    ],
    [
      'a manifest of more than 1 MB',
      {...large, description: 'x'.repeat(1.2e6)},
      /manifest\.json of at most 1048576 bytes/,
    ],
  ] as const) {
    it(`is not published: ${what}`, async (t) => {
      const place = await prepare(t, termsOf({id: 'a', name: 'A'}));
      await place.build();
      const before = place.served().manifest;
      await place.write('g.json', JSON.stringify(document));
      const {code, stderr} = await place.build();
      assert.equal(code, 2);
      assert.match(stderr, message);
      assert.deepEqual(place.served().manifest, before);
    });
  }
});

describe('the output folder', () => {
  const document = termsOf({id: 'a', name: 'A'});

  for (const [why, make] of [
    [
      'has files of others',
      (out: string) => writeFileSync(`${out}/notes.txt`, ''),
    ],
    [
      'has a manifest of others',
      (out: string) => writeFileSync(`${out}/manifest.json`, '{"name": "app"}'),
    ],
    [
      'has a manifest that is no JSON',
      (out: string) => writeFileSync(`${out}/manifest.json`, ''),
    ],
    [
      'has a link for its files',
      (out: string) => symlinkSync('..', `${out}/files`),
    ],
    [
      'has a link for its manifest',
      (out: string) => symlinkSync('../g.json', `${out}/manifest.json`),
    ],
    [
      'is written to by another build',
      (out: string) =>
        mkdirSync(`${out}/.term-elements-${process.ppid}-0123abcd`),
    ],
  ] as const) {
    it(`is refused, and left as it is, where it ${why}`, async (t) => {
      const place = await prepare(t, document);
      mkdirSync(place.output);
      make(place.output);
      const before = readdirSync(place.output);
      const {code, stderr} = await place.build();
      assert.equal(code, 2);
      assert.match(stderr, /cannot write to .*out.*\n.+/);
      assert.deepEqual(readdirSync(place.output), before);
    });
  }

  it('is refused where it is a file', async (t) => {
    const place = await prepare(t, document);
    writeFileSync(place.output, '');
    const {code, stderr} = await place.build();
    assert.equal(code, 2);
    assert.match(stderr, /cannot write to .*\n.*Name a folder/);
  });

  it('is never left through a link among its files', async (t) => {
    const place = await prepare(t, document);
    await place.build();
    const [digits] = readdirSync(`${place.output}/files`);
    const away = place.path('away');
    mkdirSync(away);
    rmSync(`${place.output}/files/${digits}`, {recursive: true});
    symlinkSync(away, `${place.output}/files/${digits}`);
    const {code, stderr} = await place.build();
    assert.equal(code, 2);
    assert.match(stderr, /is a symbolic link, which is not followed/);
    assert.deepEqual(readdirSync(away), []);
  });

  it('loses what killed builds have left', async (t) => {
    const place = await prepare(t, document);
    mkdirSync(`${place.output}/.term-elements-999999999-0123abcd/x`, {
      recursive: true,
    });
    assert.equal((await place.build()).code, 0);
    assert.deepEqual(readdirSync(place.output).sort(), [
      'files',
      'manifest.json',
    ]);
  });

  it('keeps the files of the glossary before, and none that are older', async (t) => {
    const place = await prepare(t, glossaryOf(50, 'a'));
    const files = async (version: string) => {
      await place.write('g.json', JSON.stringify(glossaryOf(50, version)));
      assert.equal((await place.build()).code, 0);
      const served = place.served();
      served.all();
      return served.read;
    };
    const [a, b, c] = [await files('a'), await files('b'), await files('c')];
    const there = new Set(filesOf(place.output).keys());
    there.delete('manifest.json');
    assert.deepEqual([...there].sort(), [...new Set([...b, ...c])].sort());
    assert.ok([...a].some((file) => !there.has(file)));
  });

  it('can be named by the example of the help', async (t) => {
    const {stdout} = await (await terminal(t)).run('build', '--help');
    const example = /Example\n\s+term-elements (.+)/.exec(stdout)![1]!;
    const place = await prepare(t, document);
    const [command, ...words] = example.split(' ');
    const {code} = await place.run(
      command!,
      ...words.map((word) =>
        word === '-o' ? word : place.path(word.replace('glossary', 'g')),
      ),
    );
    assert.equal(code, 0);
  });
});
