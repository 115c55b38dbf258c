import assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import {describe, it} from 'node:test';
import {type FileSystem, nodeFiles} from '../../../tools/src/files/files.js';
import {fixture, terminal} from './support/terminal.js';

describe('importing onto a glossary', () => {
  it('changes only what the page says otherwise', async (t) => {
    const {run, path, read, write} = await terminal(t);
    const output = path('glossary.json');
    await run('import', fixture('newer.md'), '-o', output);
    const edited = (await read('glossary.json'))
      .replace(
        '{\n  "format": 1,',
        '{\n  "$comment": ["kept", "so"],\n  "format": 1,',
      )
      .replace(
        '"name": "Brake Fade",',
        '"note": {"by": "us"},\n      "name": "Brake Fade",',
      )
      .replaceAll(/^ +/gm, (spaces) => '\t'.repeat(spaces.length / 2));
    await write('glossary.json', edited);
    const same = await run('import', fixture('newer.md'), '-o', output);
    assert.match(same.stdout, /is as it was/);
    assert.equal(await read('glossary.json'), edited);

    const page = await fs.readFile(fixture('newer.md'), 'utf8');
    await write('page.md', page.replaceAll('grow too hot', 'grow far too hot'));
    await run('import', path('page.md'), '-o', output);
    assert.equal(
      await read('glossary.json'),
      edited.replaceAll('grow too hot', 'grow far too hot'),
    );
  });

  it('keeps what the page does not say of a term', async (t) => {
    const {run, path, glossary, write} = await terminal(t);
    const known = {
      format: 1,
      name: 'Known',
      terms: [
        {id: 'own', name: 'Own', summary: 'Of our own.'},
        {
          id: 'fade',
          formerIds: ['brake-fade'],
          name: 'Fade',
          summary: 'Old.',
          url: 'https://glossary.example/definition/brake-fade',
          aliases: ['fading'],
          image: {
            url: 'https://glossary.example/pictures/brake-fade.jpg',
            alt: 'Smoke',
          },
        },
      ],
    };
    await write('glossary.json', JSON.stringify(known));
    await run('import', fixture('newer.md'), '-o', path('glossary.json'));
    const {name, terms, areas} = await glossary();
    assert.equal(name, 'Known');
    assert.deepEqual(terms[0], known.terms[0]);
    const fade = terms[1] as (typeof known.terms)[1];
    assert.deepEqual(
      [fade.id, fade.name, fade.aliases],
      ['fade', 'Brake Fade', ['fading']],
    );
    assert.deepEqual(Object.keys(fade.image!), [
      'url',
      'alt',
      'width',
      'height',
      'caption',
    ]);
    assert.equal(terms.length, 11);
    assert.equal(areas?.[0]?.resources?.[0]?.terms[2], 'fade');
    const {stdout} = await run('export', path('glossary.json'), '-f', 'page');
    assert.equal(stdout, await fs.readFile(fixture('newer.md'), 'utf8'));
  });

  it('does not touch the file when nothing changed', async (t) => {
    let written = 0;
    const files = nodeFiles();
    const {run, path} = await terminal(t, {
      ...files,
      replace: (...args) => (written++, files.replace(...args)),
    });
    for (let time = 0; time < 2; time++) {
      await run('import', fixture('newer.md'), '-o', path('glossary.json'));
    }
    assert.equal(written, 1);
  });

  it('keeps what was added to a page and to a question', async (t) => {
    const {run, path, write, glossary} = await terminal(t);
    await run('import', fixture('odd.md'), '-o', path('glossary.json'));
    const known = await glossary();
    const [area] = known.areas as unknown as [
      {questions: {id?: string}[]; resources: {page: {note?: string}}[]},
    ];
    area.questions[1]!.id = 'care';
    area.resources[0]!.page.note = 'ours';
    await write('glossary.json', JSON.stringify(known));
    const page = await fs.readFile(fixture('odd.md'), 'utf8');
    await write('page.md', page.replaceAll('wear first', 'wear out first'));
    await run('import', path('page.md'), '-o', path('glossary.json'));
    const [changed] = (await glossary()).areas as unknown as [typeof area];
    assert.equal(changed.resources[0]?.page.note, 'ours');
    const [, question] = changed.questions as [
      unknown,
      {id?: string; answer: string},
    ];
    assert.equal(question.id, 'care');
    assert.match(question.answer, /wear out first/);
  });

  it('leaves texts of others without the forms of the page', async (t) => {
    const {run, path, write, glossary} = await terminal(t);
    const known = {
      format: 1,
      name: 'Known',
      kinds: {term: {label: 'Entry'}},
      terms: [{id: 'own', name: 'Own', kind: 'term', summary: 'Of our own.'}],
      areas: [
        {
          id: 'own',
          name: 'Own',
          questions: [{question: 'Why?', answer: 'So.'}],
        },
      ],
    };
    await write('glossary.json', JSON.stringify(known));
    await run('import', fixture('newer.md'), '-o', path('glossary.json'));
    const {kinds, answerForm, areas} = await glossary();
    assert.deepEqual(kinds?.term, {label: 'Entry'});
    assert.equal(kinds.definition?.summaryForm, '{} ⎊ Term');
    assert.equal(answerForm, undefined);
    assert.deepEqual(areas?.[0], known.areas[0]);
    const {stdout} = await run(
      ...['export', path('glossary.json'), '-f', 'page'],
      ...['--area', 'bicycle-brake-systems'],
    );
    assert.equal(stdout, await fs.readFile(fixture('newer.md'), 'utf8'));
  });

  it('keeps other pages as they were derived', async (t) => {
    const {run, path, write} = await terminal(t);
    const known = {
      format: 1,
      name: 'Known',
      url: 'https://glossary.example/',
      terms: [{id: 'own', name: 'Own', summary: 'Of our own.'}],
      areas: [
        {
          id: 'own',
          name: 'Own',
          description: 'About it.',
          questions: [
            {question: 'What is the Use of it?', answer: 'None. Or some.'},
          ],
          resources: [{number: 1, terms: ['own']}],
        },
      ],
    };
    await write('glossary.json', JSON.stringify(known));
    const jsonld = () =>
      run('export', path('glossary.json'), '-f', 'jsonld', '--area', 'own');
    const before = await jsonld();
    assert.match(before.stdout, /"About it\."/);
    await run('import', fixture('newer.md'), '-o', path('glossary.json'));
    assert.deepEqual(await jsonld(), before);
  });

  it('changes nothing when an older page comes again after a newer one', async (t) => {
    const {run, path, read, write} = await terminal(t);
    const newer = await fs.readFile(fixture('newer.md'), 'utf8');
    const bare = newer
      .replaceAll('esource/4', 'esource/7')
      .replaceAll('esource 4', 'esource 7')
      .replace(/## What is[\s\S]*?\n\n\n---\n\n/, '')
      .replace(/```json\n[^`]*FAQPage[^`]*```\n\n/, '')
      .replace(/\n {4}"description": .*/, '');
    await write('bare.md', bare);
    const older = [fixture('older.md'), path('bare.md')];
    const steps = [...older, fixture('newer.md')];
    for (const page of steps)
      await run('import', page, '-o', path('glossary.json'));
    const before = await read('glossary.json');
    for (const page of older)
      await run('import', page, '-o', path('glossary.json'));
    assert.equal(await read('glossary.json'), before);
    const {stdout} = await run(
      ...['export', path('glossary.json'), '-f', 'page'],
      ...['--area', 'bicycle-brake-systems', '--resource', '7'],
    );
    assert.equal(stdout, bare);
  });

  it('takes the name of the publisher from whichever page has it', async (t) => {
    const {run, path, glossary} = await terminal(t);
    const pages = ['malformed.md', 'newer.md'].map(fixture);
    await run('import', ...pages, '-o', path('glossary.json'));
    assert.equal((await glossary()).name, 'Example Glossary');
  });

  for (const [what, text, told] of [
    ['no JSON', '{"format": 1,', /glossary\.json:1:14: expected JSON/],
    [
      'no glossary',
      '{"format": 1,\n "name": 3, "terms": []}',
      /glossary\.json:2:10: name: expected a string, received 3/,
    ],
    [
      'another format',
      '{"format": 2, "name": "x", "terms": []}',
      /glossary\.json:1:12: format: expected 1/,
    ],
    ['no text', '', /glossary\.json:1:1: expected JSON/],
  ] as const) {
    it(`leaves a file alone that is ${what}`, async (t) => {
      const {run, path, read, write} = await terminal(t);
      await write('glossary.json', text);
      const {code, stderr} = await run(
        'import',
        fixture('newer.md'),
        '-o',
        path('glossary.json'),
      );
      assert.equal(code, 2);
      assert.match(stderr, told);
      assert.match(stderr, /term-elements validate/);
      assert.equal(await read('glossary.json'), text);
    });
  }

  it('writes nothing when one of the pages cannot be read', async (t) => {
    const {run, path, folder} = await terminal(t);
    const pages = [fixture('newer.md'), path('missing.md')];
    const {code, stderr} = await run(
      'import',
      ...pages,
      '-o',
      path('glossary.json'),
    );
    assert.equal(code, 2);
    assert.match(stderr, /missing\.md: there is no such file/);
    assert.deepEqual(await fs.readdir(folder), []);
  });
});

/** A file system in which one thing fails. */
const failing = (
  step: 'rename' | 'open' | 'writeFile' | 'sync',
  code = 'ENOSPC',
): FileSystem => {
  const fail = () => Promise.reject(Object.assign(new Error(code), {code}));
  const open: typeof fs.open = async (...args) => {
    const handle = await fs.open(...args);
    if (step === 'writeFile') handle.writeFile = fail;
    if (step === 'sync') handle.sync = fail;
    return handle;
  };
  return {
    ...fs,
    open: step === 'open' ? fail : open,
    ...(step === 'rename' ? {rename: fail} : {}),
  };
};

describe('writing a file', () => {
  for (const step of ['open', 'writeFile', 'sync', 'rename'] as const) {
    it(`leaves the old one, and nothing else, when ${step} fails`, async (t) => {
      const {run, path, read, write, folder} = await terminal(
        t,
        nodeFiles(failing(step)),
      );
      const old = '{"format": 1, "name": "Old", "terms": []}';
      await write('glossary.json', old);
      const {code, stderr} = await run(
        'import',
        fixture('newer.md'),
        '-o',
        path('glossary.json'),
      );
      assert.equal(code, 2);
      assert.match(stderr, /cannot write .*glossary\.json: no space left/);
      assert.doesNotMatch(stderr, /\n {4}at /);
      assert.equal(await read('glossary.json'), old);
      assert.deepEqual(await fs.readdir(folder), ['glossary.json']);
    });
  }

  it('is on the disk before it has its name', async (t) => {
    const steps: string[] = [];
    const watched: FileSystem = {
      ...fs,
      open: async (...args) => {
        const handle = await fs.open(...args);
        const sync = handle.sync.bind(handle);
        handle.sync = () => (steps.push('sync'), sync());
        return handle;
      },
      rename: (...args) => (steps.push('rename'), fs.rename(...args)),
    };
    const {run, path} = await terminal(t, nodeFiles(watched));
    await run('import', fixture('newer.md'), '-o', path('glossary.json'));
    assert.deepEqual(steps, ['sync', 'rename']);
  });

  for (const [what, output, told] of [
    ['a folder', '.', /it is a folder/],
    ['a device', '/dev/null', /not a regular file/],
  ] as const) {
    it(`refuses ${what}`, async (t) => {
      const {run, path} = await terminal(t);
      await run('import', fixture('newer.md'), '-o', path('glossary.json'));
      const {code, stderr} = await run(
        ...['export', path('glossary.json'), '-f', 'page', '-o', output],
      );
      assert.equal(code, 2);
      assert.match(stderr, told);
      const known = await fs.stat(output);
      assert.ok(!known.isFile(), 'it is still what it was');
    });
  }

  it('says which folder is not there', async (t) => {
    const {run, path} = await terminal(t);
    const {code, stderr} = await run(
      'import',
      fixture('newer.md'),
      '-o',
      path('no/glossary.json'),
    );
    assert.equal(code, 2);
    assert.match(stderr, /no\/glossary\.json: there is no such file or folder/);
  });

  it('replaces a symbolic link and not what it points to', async (t) => {
    const {run, path, read, write} = await terminal(t);
    await run('import', fixture('newer.md'), '-o', path('glossary.json'));
    await write('elsewhere.md', 'kept');
    await fs.symlink(path('elsewhere.md'), path('page.md'));
    await run(
      'export',
      path('glossary.json'),
      '-f',
      'page',
      '-o',
      path('page.md'),
    );
    assert.equal(await read('elsewhere.md'), 'kept');
    assert.match(await read('page.md'), /^# Bicycle/);
  });

  it('keeps the permissions of the file', async (t) => {
    const {run, path, write} = await terminal(t);
    await write('page.md', '');
    await fs.chmod(path('page.md'), 0o640);
    await run('import', fixture('newer.md'), '-o', path('glossary.json'));
    await run(
      'export',
      path('glossary.json'),
      '-f',
      'page',
      '-o',
      path('page.md'),
    );
    assert.equal((await fs.stat(path('page.md'))).mode & 0o777, 0o640);
  });
});
