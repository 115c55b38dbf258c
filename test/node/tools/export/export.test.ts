import assert from 'node:assert/strict';
import {readFile, readdir, symlink, writeFile} from 'node:fs/promises';
import {describe, it} from 'node:test';
import type {Glossary, Term} from '../../../../src/glossary/types.js';
import {fixture, terminal} from '../support/terminal.js';

const filesIn = async (folder: string) =>
  (await readdir(folder, {recursive: true, withFileTypes: true}))
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) =>
      `${entry.parentPath}/${entry.name}`.slice(folder.length + 1),
    )
    .sort();

const SMALL = {
  format: 1,
  name: 'Knots',
  publisher: {name: 'The Harbour'},
  terms: [
    {
      id: 'bowline',
      name: 'Bowline [fixed]',
      abbreviation: 'BL',
      summary: 'A loop that holds.',
      definition: {markdown: 'See [[bend|the bend]].\n\n- *one*'},
      related: ['bend'],
      areas: ['loops'],
      sources: [{title: 'A book', url: 'https://books.example/1'}],
    },
    {
      id: 'bend',
      name: 'Bend',
      url: 'https://knots.example/b/',
      summary: 'Joins\ntwo ropes.',
    },
  ],
  areas: [
    {
      id: 'loops',
      name: 'Loops',
      description: 'Round.',
      questions: [{question: 'Why?', answer: 'So.'}],
    },
  ],
};

const small = async (t: Parameters<typeof terminal>[0]) => {
  const cli = await terminal(t);
  await cli.write('g.json', JSON.stringify(SMALL));
  return {
    ...cli,
    export: (...args: string[]) =>
      cli.run('export', cli.path('g.json'), ...args),
  };
};

describe('all pages', () => {
  const PAGES = {
    'newer.md': 'area/bicycle-brake-systems/resource/4.md',
    'second.md': 'area/bicycle-brake-systems/resource/5.md',
    'root.md': 'area/bicycle-brake-systems.md',
    'older.md': 'area/index-shifting/resource/2.md',
  };

  it('come back byte for byte, at their addresses, and are imported to the same', async (t) => {
    const {run, path, read} = await terminal(t);
    const names = Object.keys(PAGES).map(fixture);
    await run('import', ...names, '-o', path('g.json'));
    const {code, stdout, stderr} = await run(
      ...['export', path('g.json'), '-f', 'page', '--all', '-o', path('out')],
    );
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^\S+out: \d+ terms in \d+ files, all written\n$/);
    const found = await filesIn(path('out'));
    for (const [name, file] of Object.entries(PAGES)) {
      assert.ok(found.includes(file), `${file} in ${found.join(', ')}`);
      assert.equal(
        await read(`out/${file}`),
        await readFile(fixture(name), 'utf8'),
      );
    }
    const again = Object.values(PAGES).map((file) => path(`out/${file}`));
    await run('import', ...again, '-o', path('again.json'));
    assert.equal(await read('again.json'), await read('g.json'));
    // With the pages of its entries, which say what follows from it.
    await run('import', path('out'), '-o', path('whole.json'));
    const whole = JSON.parse(await read('whole.json')) as Glossary;
    const first = JSON.parse(await read('g.json')) as Glossary;
    const byId = ({terms, ...rest}: Glossary) => ({
      ...rest,
      terms: terms.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    });
    assert.deepEqual(byId(whole), byId(first));
  });

  it('of a glossary of any kind are read as what they are, and give the same pages again', async (t) => {
    const {path, write, read, run} = await terminal(t);
    const knots = {
      format: 1,
      name: 'Knots',
      language: 'en',
      kinds: {loop: {label: 'loop'}},
      terms: [
        {
          id: 'bowline',
          name: 'Bowline',
          kind: 'loop',
          summary: 'A loop that does not slip.',
          definition: {markdown: 'Tied *around* a post.\n\n- up\n- round'},
          author: {type: 'Person', name: 'Ann', url: 'https://a.example/'},
          difficulty: 2,
          related: ['hitch'],
        },
        {id: 'hitch', name: 'Hitch', kind: 'bend', summary: 'Holds a rope.'},
      ],
      areas: [
        {
          id: 'loops',
          name: 'Loops',
          questions: [{question: 'Why?', answer: 'To hold.'}],
          resources: [
            {number: 1, terms: ['bowline']},
            {number: 2, terms: ['hitch']},
          ],
        },
      ],
    };
    await write('g.json', JSON.stringify(knots));
    const all = ['-f', 'page', '--all'];
    const {stderr} = await run(
      ...['export', path('g.json'), ...all, '-o', path('out')],
      ...['--site-url', 'https://k.example/'],
    );
    assert.deepEqual(
      stderr.match(/(?<=: )(?:dropped|warning): .*/g),
      ['language', 'terms.difficulty'].map(
        (key) => `dropped: ${key}: a published page cannot represent it`,
      ),
    );
    await run('import', path('out'), '-o', path('again.json'));
    const again = JSON.parse(await read('again.json')) as Glossary;
    assert.deepEqual(
      again.areas?.map(({id, url, questions = [], resources = []}) => [
        ...[id, url, questions.length],
        resources.map(({number, terms}) => [number, ...terms]),
      ]),
      [
        [
          ...['loops', 'https://k.example/area/loops/', 1],
          [
            [1, 'bowline'],
            [2, 'hitch'],
          ],
        ],
      ],
    );
    const terms = again.terms as readonly Term[];
    assert.deepEqual(
      terms.map(({id, kind, summary, author}) => [id, kind, summary, author]),
      [
        [
          'bowline',
          'loop',
          'A loop that does not slip.',
          knots.terms[0]!.author,
        ],
        ['hitch', 'bend', 'Holds a rope.', undefined],
      ],
    );
    const second = await run(
      ...['export', path('again.json'), ...all, '-o', path('out2')],
      ...['--site-url', 'https://k.example/'],
    );
    assert.equal(second.code, 0);
    assert.doesNotMatch(second.stderr, /no longer fit/);
    for (const file of await filesIn(path('out'))) {
      if (!file.endsWith('.md')) continue;
      assert.equal(await read(`out2/${file}`), await read(`out/${file}`), file);
    }
  });

  it('give the glossary again of which they have everything', async (t) => {
    const {path, write, read, run} = await terminal(t);
    const terms = [
      {
        id: 'bowline',
        name: 'Bowline',
        kind: 'term',
        summary: 'A loop.',
        definition: {
          markdown: '**Essence**\n\nSee [[hitch]] and [[hitch|it]].\n\n- *up*',
        },
        related: ['hitch'],
      },
      {id: 'hitch', name: 'Hitch', kind: 'term', summary: 'Holds a rope.'},
    ];
    const areas = [
      {
        id: 'loops',
        name: 'Loops',
        questions: [{question: 'Why?', answer: 'To hold.'}],
        resources: [
          {number: 1, terms: ['bowline']},
          {number: 2, terms: ['hitch']},
        ],
      },
    ];
    const url = 'https://k.example/';
    const kinds = {term: {label: 'Term'}};
    await write(
      'g.json',
      JSON.stringify({format: 1, name: 'Knots', url, kinds, terms, areas}),
    );
    await run(
      ...['export', path('g.json'), '-f', 'page', '--all', '-o', path('out')],
    );
    await run('import', path('out'), '-o', path('again.json'));
    const again = JSON.parse(await read('again.json')) as Glossary;
    const placed = <T extends {readonly id: string}>(
      items: readonly T[],
      folder: string,
    ) => items.map((item) => ({...item, url: `${url}${folder}/${item.id}/`}));
    assert.deepEqual(again.terms, placed(terms, 'term'));
    const [loops] = placed(areas, 'area');
    assert.deepEqual(again.areas, [
      {
        ...loops,
        resources: loops!.resources.map((resource) => ({
          ...resource,
          url: `${loops!.url}resource/${resource.number}/`,
        })),
      },
    ]);
  });

  it('are those of entries too, with links to where they are', async (t) => {
    const {path, read, export: exported} = await small(t);
    const {stdout, stderr} = await exported(
      ...['-f', 'page', '--all', '--site-url', 'https://k.example/'],
      ...['-o', path('out')],
    );
    assert.match(stderr, /guessed: the address of a page that has none/);
    assert.match(stdout, /2 terms in 3 files/);
    const page = await read('out/term/bowline.md');
    assert.match(page, /^# Bowline \[fixed\]/);
    assert.match(page, /\(https:\/\/knots\.example\/b\/\)/);
    assert.match(
      await read('out/area/loops.md'),
      /## \[Bowline \[fixed\]\]\(https:\/\/k\.example\/term\/bowline\/\)/,
    );
    const one = await exported('-f', 'page', '--term', 'bowline');
    assert.match(one.stdout, /^# Bowline/);
    const none = await exported('-f', 'page', '--term', 'bowlin');
    assert.deepEqual([none.code, none.stdout], [2, '']);
    assert.match(none.stderr, /no term "bowlin"\nDid you mean bowline\?/);
  });

  it('are not written again, and go with what they are of', async (t) => {
    const {path, write, export: exported, run} = await small(t);
    const all = ['-f', 'page', '--all', '-o', path('out')];
    await exported(...all);
    const before = await filesIn(path('out'));
    assert.match((await exported(...all)).stdout, /, 0 written, /);
    await writeFile(path('out/area/loops.md'), 'changed');
    assert.match((await exported(...all)).stdout, /, 1 written, /);
    const {areas: _, ...rest} = SMALL;
    await write(
      'g.json',
      JSON.stringify({...rest, areas: [{id: 'other', name: 'Other'}]}),
    );
    const {stdout} = await exported(...all);
    assert.match(stdout, /1 removed, /);
    const left = await filesIn(path('out'));
    assert.ok(
      before.includes('area/loops.md') && !left.includes('area/loops.md'),
    );
    // What somebody has changed since stays.
    await writeFile(path('out/area/other.md'), 'mine');
    await write('g.json', JSON.stringify({...rest, areas: SMALL.areas}));
    const {stderr} = await run('export', path('g.json'), ...all);
    assert.match(stderr, /area\/other\.md: warning: .*so it is not removed/);
    assert.ok((await filesIn(path('out'))).includes('area/other.md'));
  });

  it('stay in their folder, whatever the ids and the record of the last run say', async (t) => {
    const {path, write, read, export: exported} = await small(t);
    const ids = [
      '../../x',
      'con',
      'a/b',
      'A/B',
      'é',
      'e\u0301',
      '__proto__',
      'x'.repeat(300),
    ];
    const areas = ids.map((id) => ({
      id,
      name: id,
      url: `https://k.example/../${id}`,
    }));
    await write(
      'g.json',
      JSON.stringify({...SMALL, url: 'https://k.example/', areas}),
    );
    await write('victim.md', 'kept');
    await exported('-f', 'page', '--all', '-o', path('out'));
    const record = {files: {'../victim.md': 'x', '': 'y', 'area/gone.md': 3}};
    await write('out/.term-elements-export.json', JSON.stringify(record));
    const {code} = await exported('-f', 'page', '--all', '-o', path('out'));
    assert.equal(code, 0);
    assert.equal(await read('victim.md'), 'kept');
    const found = await filesIn(path('out'));
    assert.ok(found.length >= ids.length);
    for (const file of found)
      assert.match(file, /^(area|term|a|é|__proto__|x)/);
  });

  it('follow no symbolic link', async (t) => {
    const {path, write, read, export: exported} = await small(t);
    await exported('-f', 'page', '--all', '-o', path('out'));
    await write('victim.md', 'kept');
    await symlink(path('victim.md'), path('out/area/linked.md'));
    await write(
      'g.json',
      JSON.stringify({...SMALL, areas: [{id: 'linked', name: 'L'}]}),
    );
    const {code, stderr} = await exported(
      '-f',
      'page',
      '--all',
      '-o',
      path('out'),
    );
    assert.equal(code, 2);
    assert.match(stderr, /symbolic link/);
    assert.equal(await read('victim.md'), 'kept');
  });
});

describe('export for language models', () => {
  it('has the contents, in the form of llmstxt.org, and all texts', async (t) => {
    const {path, read, export: exported} = await small(t);
    const {stderr} = await exported(
      '-f',
      'llms',
      '--site-url',
      'https://k.example/g',
      '-o',
      path('out'),
    );
    assert.equal(stderr, '');
    assert.equal(
      await read('out/llms.txt'),
      `# Knots

> Glossary: 2 terms in 1 area, published by The Harbour.

## Areas

- [Loops](https://k.example/g/area/loops/): Round.

## Terms

- [Bowline \\[fixed\\]](https://k.example/g/term/bowline/): A loop that holds.
- [Bend](https://knots.example/b/): Joins two ropes.
`,
    );
    assert.equal(
      await read('out/llms-full.txt'),
      `# Knots

> Glossary: 2 terms in 1 area, published by The Harbour.

## Areas

### [Loops](https://k.example/g/area/loops/)

Round.

Terms: [Bowline \\[fixed\\]](https://k.example/g/term/bowline/)

#### Why?

So.

## Terms

### [Bowline \\[fixed\\]](https://k.example/g/term/bowline/)

A loop that holds.

See [the bend](https://knots.example/b/).

- *one*

Also: BL

See also: [Bend](https://knots.example/b/)

Sources: [A book](https://books.example/1)

### [Bend](https://knots.example/b/)

Joins
two ropes.
`,
    );
    assert.deepEqual(await filesIn(path('out')), ['llms-full.txt', 'llms.txt']);
  });

  it('tells that terms have no address', async (t) => {
    const {path, read, export: exported} = await small(t);
    const {stdout, stderr} = await exported('-f', 'llms', '-o', path('out'));
    assert.match(stderr, /g\.json:1: warning: 1 term has no address/);
    assert.match(stdout, /, 1 note\n$/);
    assert.match(
      await read('out/llms.txt'),
      /\n- Bowline \\\[fixed\\\]: A loop/,
    );
    const quiet = await exported('-f', 'llms', '-q', '-o', path('out'));
    assert.equal(quiet.stderr, '');
    const json = await exported('-f', 'llms', '--json', '-o', path('out'));
    const told = JSON.parse(json.stdout) as {
      files: number;
      changed: number;
      notes: {kind: string}[];
    };
    assert.deepEqual(
      [told.files, told.changed, told.notes[0]?.kind],
      [2, 0, 'warning'],
    );
  });
});

describe('what export is asked for', () => {
  for (const [args, told] of [
    [['-f', 'llms'], /expected a folder to write to/],
    [
      ['-f', 'llms', '--area', 'loops', '-o', 'x'],
      /--area goes with --format page or jsonld, received llms/,
    ],
    [['-f', 'page', '--all'], /expected a folder to write to/],
    [
      ['-f', 'page', '--all', '--area', 'loops', '-o', 'x'],
      /--all and --area do not go together/,
    ],
    [
      ['-f', 'page', '--all', '--resource', '1', '-o', 'x'],
      /--all and --resource do not go together/,
    ],
    [['-f', 'page', '--json'], /--json reports the file/],
    [
      ['-f', 'site', '-o', 'x'],
      /expected the address that the site will have[\s\S]*--site-url https:/,
    ],
    [
      ['-f', 'site', '-o', 'x', '--site-url', 'x.example'],
      /--site-url: expected an http\(s\) address/,
    ],
    [
      ['-f', 'site', '-o', 'x', '--site-url', 'file:///x'],
      /--site-url: expected an http\(s\) address/,
    ],
    [
      ['-f', 'site', '-o', 'x', '--site-url', 'https://a:b@x.example'],
      /--site-url: expected/,
    ],
    [['-f', 'lms', '-o', 'x'], /Did you mean --format llms\?/],
  ] as const) {
    it(`is refused with a way out: ${args.join(' ')}`, async (t) => {
      const {folder, export: exported} = await small(t);
      const {code, stdout, stderr} = await exported(...args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, told);
      assert.deepEqual(await readdir(folder), ['g.json']);
    });
  }
});
