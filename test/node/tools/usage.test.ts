import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fixture, terminal} from './support/terminal.js';

describe('the command line', () => {
  for (const [args, told] of [
    [['imprt'], /unknown command imprt[\s\S]*Did you mean import\?/],
    [['--vrsion'], /unknown option --vrsion[\s\S]*--version/],
    [['xyzzy'], /unknown command xyzzy\nSee: term-elements --help/],
    [['constructor'], /unknown command constructor/],
    [[], /expected a command: import, export, validate/],
    [
      ['import', 'a.md', '--outptu', 'x'],
      /unknown option --outptu[\s\S]*Did you mean --output\?/,
    ],
    [['import', 'a.md', '--constructor'], /unknown option --constructor/],
    [['import', 'a.md'], /expected an output file/],
    [['import', '-o', 'x.json'], /expected pages to import/],
    [['import', 'a.md', '-o'], /-o expects a value/],
    [['import', 'a.md', '-o', '--json'], /-o expects a value/],
    [['import', 'a.md', '-o', 'x', '-o', 'y'], /-o is given twice/],
    [['import', 'a.md', '-o', 'x', '--json=yes'], /--json takes no value/],
    [
      ['export', 'g.json'],
      /--format: expected page, jsonld.* or \w+, received none/,
    ],
    [['export', 'g.json', '-f', 'pge'], /received "pge"[\s\S]*--format page\?/],
    [['export', '-f', 'page'], /expected one glossary, received none/],
    [['validate'], /expected one glossary, received none/],
    [['validate', 'a', 'b'], /expected one glossary, received 2/],
    [
      ['validate', 'missing.json'],
      /cannot read missing\.json: there is no such file/,
    ],
    [['validate', '/'], /cannot read \/: it is a folder/],
  ] as const) {
    it(`exits with 2 and a way out: ${args.join(' ') || '(nothing)'}`, async (t) => {
      const {run} = await terminal(t);
      const {code, stdout, stderr} = await run(...args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, told);
      assert.doesNotMatch(stderr, /\n {4}at |not of your input/);
    });
  }

  it('shows its version', async (t) => {
    const {run} = await terminal(t);
    assert.deepEqual(await run('--version'), {
      code: 0,
      stdout: '1.2.3\n',
      stderr: '',
    });
  });

  for (const args of [
    ['--help'],
    ['import', '--help'],
    ['export', '-h'],
    ['validate', '--help'],
    ['help', 'export'],
  ]) {
    it(`helps with an example: ${args.join(' ')}`, async (t) => {
      const {run} = await terminal(t);
      const {code, stdout} = await run(...args);
      assert.equal(code, 0);
      assert.match(stdout, /\nExample\n {2}term-elements \w+ \S+/);
    });
  }

  it('reads UTF-8 and nothing else', async (t) => {
    const {run, path, folder} = await terminal(t);
    const {writeFile} = await import('node:fs/promises');
    await writeFile(`${folder}/page.md`, Buffer.from([0xff, 0xfe, 0x23, 0x00]));
    const {code, stderr} = await run(
      'import',
      path('page.md'),
      '-o',
      path('g.json'),
    );
    assert.equal(code, 2);
    assert.match(stderr, /page\.md: expected UTF-8/);
  });
});

describe('export', () => {
  const glossary = async (t: Parameters<typeof terminal>[0]) => {
    const cli = await terminal(t);
    const pages = ['newer.md', 'second.md', 'older.md'].map(fixture);
    await cli.run('import', ...pages, '-o', cli.path('glossary.json'));
    return cli;
  };
  for (const [args, told] of [
    [
      [],
      /several areas[\s\S]*There are: bicycle-brake-systems, index-shifting/,
    ],
    [
      ['--area', 'index-shiftin'],
      /no area "index-shiftin"\nDid you mean index-shifting\?/,
    ],
    [
      ['--area', 'bicycle-brake-systems'],
      /several resources[\s\S]*There are: 4, 5/,
    ],
    [
      ['--area', 'bicycle-brake-systems', '--resource', '9'],
      /no resource "9"\nThere are: 4, 5/,
    ],
  ] as const) {
    it(`says which there are: ${args.join(' ') || '(nothing)'}`, async (t) => {
      const {run, path} = await glossary(t);
      const {code, stdout, stderr} = await run(
        'export',
        path('glossary.json'),
        '-f',
        'page',
        ...args,
      );
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, told);
    });
  }

  it('needs no name for the only resource of an area', async (t) => {
    const {run, path} = await glossary(t);
    const {stdout} = await run(
      'export',
      path('glossary.json'),
      '-f',
      'page',
      '--area',
      'index-shifting',
    );
    assert.match(stdout, /^# Index Shifting ⎊ Area ⎊ Resource 2\n/);
  });

  it('writes an area that has no resources as one page', async (t) => {
    const {run, path, write} = await terminal(t);
    const terms = Array.from({length: 30}, (_, index) => ({
      id: `t${index}`,
      name: `T${index}`,
      summary: 'Text.',
      areas: ['a'],
    }));
    await write(
      'glossary.json',
      JSON.stringify({
        format: 1,
        name: 'G',
        terms,
        areas: [{id: 'a', name: 'A'}],
      }),
    );
    const {stdout} = await run('export', path('glossary.json'), '-f', 'page');
    assert.match(stdout, /^# A\n/);
    assert.equal(stdout.match(/^## \[T/gm)?.length, 30);
  });

  it('says what of the page no longer fits, and leaves it out', async (t) => {
    const {run, path, write, read} = await terminal(t);
    await run('import', fixture('odd.md'), '-o', path('glossary.json'));
    const edited = (await read('glossary.json')).replace(
      'the travel of a brake arm',
      'that of a brake arm',
    );
    await write('glossary.json', edited);
    const {code, stdout, stderr} = await run(
      'export',
      path('glossary.json'),
      '-f',
      'page',
    );
    assert.equal(code, 0);
    assert.match(stderr, /warning: 1 of the page's own lines no longer fit/);
    assert.match(stdout, /to that of a brake arm\. ⎊ Term\n\n## /);
  });
});
