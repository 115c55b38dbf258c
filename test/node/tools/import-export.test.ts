import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {describe, it} from 'node:test';
import {fixture, terminal} from './support/terminal.js';

const dataOf = (page: string): unknown[] =>
  [...page.matchAll(/```json\r?\n([\s\S]*?)\r?\n```/g)].map(
    ([, json]) => JSON.parse(json!) as unknown,
  );

/** Pages, and what a resource has to keep so that each comes back. */
const PAGES: readonly [page: string, why: string, own: readonly string[]][] = [
  ['newer.md', 'the usual form is derived wholly', []],
  ['second.md', 'another page of the area', []],
  ['root.md', 'the root of an area, without a number', []],
  [
    'older.md',
    'no questions, no texts, another home, one more block',
    ['headline', 'texts', 'blocks'],
  ],
  ['older-questions.md', 'answers with a stray mark', ['answerForm', 'blocks']],
  [
    'unmarked.md',
    'answers without any mark, blocks in another order',
    ['blocks'],
  ],
  [
    'crlf-bom.md',
    'a byte order mark, Windows line ends, no last line end',
    ['byteOrderMark', 'lineEnd', 'patch'],
  ],
  [
    'odd.md',
    'spaces and blank lines, a text in another form',
    ['texts', 'patch'],
  ],
];

describe('a published page', () => {
  for (const [page, why, own] of PAGES) {
    it(`comes back byte for byte: ${why}`, async (t) => {
      const {run, path, read, glossary} = await terminal(t);
      const imported = await run(
        'import',
        fixture(page),
        '-o',
        path('glossary.json'),
      );
      assert.deepEqual([imported.code, imported.stderr], [0, '']);
      const exported = await run(
        ...['export', path('glossary.json'), '--format', 'page'],
        ...['-o', path('page.md')],
      );
      assert.deepEqual([exported.code, exported.stderr], [0, '']);
      const original = await readFile(fixture(page), 'utf8');
      assert.equal(await read('page.md'), original);
      const [area] = (await glossary()).areas ?? [];
      const kept = Object.keys(area?.resources?.[0]?.page ?? {});
      assert.deepEqual(kept.sort(), [...own].sort());
    });

    it(`gives its blocks as data: ${why}`, async (t) => {
      const {run, path} = await terminal(t);
      await run('import', fixture(page), '-o', path('glossary.json'));
      const {stdout} = await run(
        'export',
        path('glossary.json'),
        '-f',
        'jsonld',
      );
      const original = await readFile(fixture(page), 'utf8');
      assert.deepEqual(JSON.parse(stdout), dataOf(original));
      assert.match(stdout, /^\[\n {2}\{\n {4}"@context"/);
    });
  }
});

describe('import', () => {
  it('holds clean data and the forms of the publisher', async (t) => {
    const {run, path, glossary} = await terminal(t);
    await run('import', fixture('newer.md'), '-o', path('glossary.json'));
    const {terms, areas = [], ...info} = await glossary();
    assert.deepEqual(info, {
      format: 1,
      name: 'Example Glossary',
      url: 'https://glossary.example/',
      publisher: {type: 'Organization', name: 'Example Glossary'},
      kinds: {
        term: {label: 'Term', summaryForm: 'Meaning ⎊ {} ⎊ Term'},
        definition: {label: 'Definition', summaryForm: '{} ⎊ Term'},
      },
      answerForm: '⎊ {}',
    });
    assert.deepEqual(
      terms.map((term) => ('kind' in term ? term.kind : '')).sort(),
      [
        ...Array<string>(3).fill('definition'),
        ...Array<string>(7).fill('term'),
      ],
    );
    assert.deepEqual(terms[2], {
      id: 'brake-fade',
      name: 'Brake Fade',
      kind: 'definition',
      summary:
        'The loss of stopping power that follows when pads or fluid grow too hot.',
      url: 'https://glossary.example/definition/brake-fade/',
      image: {
        url: 'https://glossary.example/pictures/brake-fade.jpg',
        width: 1200,
        height: 675,
        caption: 'A close view of a bicycle: brake fade.',
      },
      published: '2025-04-12T08:15:00+00:00',
      modified: '2025-05-12T09:30:45+00:00',
      author: {
        type: 'Person',
        name: 'Example Glossary',
        url: 'https://glossary.example/author/example-glossary/',
      },
    });
    const [{id, name, url, questions = [], resources = []}] = areas as [
      (typeof areas)[0],
    ];
    assert.deepEqual(
      [id, name, url],
      [
        'bicycle-brake-systems',
        'Bicycle Brake Systems',
        'https://glossary.example/area/bicycle-brake-systems/',
      ],
    );
    assert.equal(questions.length, 3);
    assert.match(questions[0]!.answer as string, /^Bicycle brake systems turn/);
    assert.equal(resources[0]?.number, 4);
    assert.equal(resources[0].terms.length, 10);
  });

  it('takes a summary from the data where the card has no text', async (t) => {
    const {run, path, write, glossary} = await terminal(t);
    const page = await readFile(fixture('newer.md'), 'utf8');
    const bare = page.replaceAll(/\n(Meaning ⎊|The|How|A) .* ⎊ Term\n/g, '');
    await write('page.md', bare);
    await run('import', path('page.md'), '-o', path('glossary.json'));
    const {terms, areas} = await glossary();
    assert.match(
      terms[2]!.name === null ? '' : terms[2]!.summary,
      /^The loss of/,
    );
    assert.equal(areas?.[0]?.resources?.[0]?.page?.texts?.length, 10);
    const {stdout} = await run('export', path('glossary.json'), '-f', 'page');
    assert.equal(stdout, bare);
  });

  it('keeps the summary that another page gave', async (t) => {
    const {run, path, glossary} = await terminal(t);
    for (const page of ['newer.md', 'older.md']) {
      await run('import', fixture(page), '-o', path('glossary.json'));
    }
    const [term] = (await glossary()).terms;
    assert.match(
      term?.name === null ? '' : term!.summary,
      /^Disc rotor wear is/,
    );
  });

  it('gives the later of two kinds with one slug an id with its kind', async (t) => {
    const {run, path, write, glossary} = await terminal(t);
    const page = await readFile(fixture('newer.md'), 'utf8');
    await write(
      'page.md',
      page.replaceAll('definition/modulation', 'definition/lever-reach'),
    );
    await run('import', path('page.md'), '-o', path('glossary.json'));
    const ids = (await glossary()).terms.map(({id}) => id);
    assert.deepEqual(
      ids.filter((id) => id.includes('lever-reach')),
      ['lever-reach', 'definition/lever-reach'],
    );
    const {stdout} = await run('export', path('glossary.json'), '-f', 'page');
    assert.equal(stdout, await readFile(path('page.md'), 'utf8'));
  });

  it('takes __proto__ for an ordinary slug and kind', async (t) => {
    const {run, path, write, glossary} = await terminal(t);
    const page = await readFile(fixture('newer.md'), 'utf8');
    await write(
      'page.md',
      page
        .replaceAll('/term/', '/__proto__/')
        .replaceAll('lever-reach', '__proto__'),
    );
    await run('import', path('page.md'), '-o', path('glossary.json'));
    const {terms, kinds} = await glossary();
    assert.ok(terms.some(({id}) => id === '__proto__'));
    assert.ok(Object.hasOwn(kinds!, '__proto__'));
    const {stdout} = await run('export', path('glossary.json'), '-f', 'page');
    assert.equal(stdout, await readFile(path('page.md'), 'utf8'));
  });

  it('says in JSON what it did', async (t) => {
    const {run, path} = await terminal(t);
    const output = path('glossary.json');
    const {stdout} = await run(
      'import',
      fixture('newer.md'),
      '-o',
      output,
      '--json',
    );
    assert.deepEqual(JSON.parse(stdout), {
      written: output,
      changed: true,
      terms: 10,
      questions: 3,
      warnings: [],
      notes: [],
    });
  });

  for (const [what, text, told] of [
    ['an empty file', '\n\n', /an empty file/],
    [
      'a text of another sort',
      '# Notes\n\nNothing here.\n',
      /without a heading/,
    ],
  ] as const) {
    it(`refuses ${what}`, async (t) => {
      const {run, path, write} = await terminal(t);
      await write('page.md', text);
      const {code, stderr} = await run(
        'import',
        path('page.md'),
        '-o',
        path('glossary.json'),
      );
      assert.equal(code, 2);
      assert.match(stderr, told);
      assert.match(stderr, /page\.md:1:/);
    });
  }
});

describe('several pages', () => {
  const all = PAGES.map(([page]) => page).filter(
    (page) => page !== 'crlf-bom.md' && page !== 'odd.md',
  );
  const AT: Readonly<
    Record<string, readonly [area: string, resource: string]>
  > = {
    'newer.md': ['bicycle-brake-systems', '4'],
    'second.md': ['bicycle-brake-systems', '5'],
    'root.md': ['bicycle-brake-systems', 'root'],
    'older.md': ['index-shifting', '2'],
    'older-questions.md': ['index-shifting', '3'],
    'unmarked.md': ['index-shifting', '1'],
  };
  const oneByOne = (pages: readonly string[]) => pages.map((page) => [page]);

  for (const [how, runs] of [
    ['in one go', [all]],
    ['in one go, backwards', [all.toReversed()]],
    ['one by one', oneByOne(all)],
    ['one by one, backwards', oneByOne(all.toReversed())],
  ] as const) {
    it(`make one glossary and all come back: ${how}`, async (t) => {
      const {run, path, read, glossary} = await terminal(t);
      const output = path('glossary.json');
      for (const pages of runs) {
        await run('import', ...pages.map(fixture), '-o', output);
      }
      const {terms, areas} = await glossary();
      assert.equal(terms.length, 12);
      assert.deepEqual(
        areas
          ?.find(({id}) => id === 'bicycle-brake-systems')
          ?.resources?.map(({number}) => number),
        [undefined, 4, 5],
      );
      for (const page of all) {
        const [area, resource] = AT[page]!;
        const {stdout} = await run(
          ...['export', output, '--format', 'page'],
          ...['--area', area, '--resource', resource],
        );
        assert.equal(stdout, await readFile(fixture(page), 'utf8'), page);
      }
      const before = await read('glossary.json');
      for (const pages of runs) {
        const {stdout} = await run(
          'import',
          ...pages.map(fixture),
          '-o',
          output,
        );
        assert.match(stdout, /is as it was/);
      }
      assert.equal(await read('glossary.json'), before);
    });
  }
});
