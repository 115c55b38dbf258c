import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdir, symlink, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Log} from 'sarif';
import {terminal} from '../support/terminal.js';

const GLOSSARY = JSON.stringify(
  {
    format: 1,
    name: 'G',
    terms: [
      {
        id: 'amm',
        name: 'Market maker',
        summary: 'A pool.',
        url: 'https://site.example/g/amm/',
      },
      {
        id: 'oi',
        name: 'Open interest',
        summary: 'A sum.',
        url: 'https://site.example/g/oi/',
      },
    ],
  },
  null,
  2,
);

/** A folder with files, and the command line in it. */
const folderWith = async (
  context: TestContext,
  files: Readonly<Record<string, string>>,
) => {
  const shell = await terminal(context);
  for (const [name, text] of Object.entries({
    'glossary.json': GLOSSARY,
    ...files,
  })) {
    await mkdir(dirname(shell.path(name)), {recursive: true});
    await writeFile(shell.path(name), text);
  }
  return {
    ...shell,
    lint: (input: string, ...args: string[]) =>
      shell.run(
        'lint',
        shell.path(input),
        '-g',
        shell.path('glossary.json'),
        ...args,
      ),
  };
};

describe('term-elements lint', () => {
  it('tells what it finds and ends with 0 where there are only warnings', async (t) => {
    const {lint, path} = await folderWith(t, {
      'docs/a.md': 'The market maker, open interest, TVL.',
    });
    const {code, stdout, stderr} = await lint('docs');
    assert.equal(code, 0);
    assert.equal(stderr, '');
    assert.equal(
      stdout,
      `${path('docs/a.md')}\n  1:34  warning  "TVL" is neither in the glossary nor spelled out  unknown-abbreviation\n\nno errors, 1 warning in 1 document\n`,
    );
  });

  it('ends with 1 where there are errors', async (t) => {
    const {lint} = await folderWith(t, {'a.md': '[a](b.md)'});
    const {code, stdout} = await lint('a.md');
    assert.equal(code, 1);
    assert.match(stdout, /error {4}there is no file for "b\.md"/);
  });

  it('ends with 1 where there are more warnings than are allowed', async (t) => {
    const {lint} = await folderWith(t, {'a.md': 'TVL, ZKP'});
    assert.equal((await lint('a.md', '--max-warnings', '2')).code, 0);
    const {code, stderr} = await lint('a.md', '--max-warnings=1');
    assert.equal(code, 1);
    assert.match(stderr, /2 warnings are more than the 1 of --max-warnings/);
  });

  for (const [what, pattern] of [
    ['folders', 'docs'],
    ['patterns', 'docs/**'],
    ['patterns with endings', 'docs/**/*.{md,mdx,html}'],
  ] as const) {
    it(`reads documents in ${what}, and nothing else`, async (t) => {
      const {lint} = await folderWith(t, {
        'docs/a.md': 'ABA',
        'docs/b/c.html': '<p>ABC',
        'docs/b/d.mdx': 'ABD',
        'docs/b/e.png': 'ABE',
        'docs/node_modules/f.md': 'ABF',
        'docs/.cache/g.md': 'ABG',
        'h.md': 'ABH',
      });
      const {stdout} = await lint(pattern);
      assert.deepEqual(stdout.match(/"AB\w"/g), ['"ABA"', '"ABC"', '"ABD"']);
      assert.match(stdout, /in 3 documents\n$/);
    });
  }

  it('does not follow symbolic links', async (t) => {
    const {lint, path} = await folderWith(t, {
      'docs/a.md': 'x',
      'else/b.md': 'ABB',
    });
    await symlink(path('else'), path('docs/folder'));
    await symlink(path('else/b.md'), path('docs/b.md'));
    assert.match((await lint('docs/**')).stdout, /in 1 document\n/);
    const {code, stderr} = await lint('docs/b.md');
    assert.equal(code, 2);
    assert.match(stderr, /is a symbolic link/);
  });

  it('takes a name with signs of patterns for a name', async (t) => {
    const {lint} = await folderWith(t, {'a[b].md': 'ABB', 'd(e)/*.md': 'ABE'});
    assert.match((await lint('a[b].md')).stdout, /"ABB"/);
    assert.match((await lint('d(e)')).stdout, /"ABE"/);
  });

  for (const [what, args, told] of [
    ['no documents', ['lint'], /expected a glossary, received none/],
    ['no glossary', ['lint', 'a.md'], /expected a glossary/],
    [
      'a format that is not there',
      ['lint', 'a.md', '--format', 'jsn'],
      /--format: expected text, json, sarif, received "jsn"\nDid you mean json\?/,
    ],
    [
      'an invalid number',
      ['lint', 'a.md', '--max-warnings', 'x'],
      /--max-warnings: expected a whole number/,
    ],
    [
      'an invalid address',
      ['lint', 'a.md', '-g', 'GLOSSARY', '--site-url', 'x'],
      /--site-url: expected an http\(s\) address/,
    ],
    [
      'a pattern without files',
      ['lint', 'nope/**', '-g', 'GLOSSARY'],
      /nope\/\*\*: there is no Markdown or HTML file/,
    ],
    [
      'a file of another sort',
      ['lint', 'GLOSSARY', '-g', 'GLOSSARY'],
      /expected Markdown, MDX or HTML/,
    ],
    [
      'an option that is not there',
      ['lint', '--glosary', 'x'],
      /Did you mean --glossary\?/,
    ],
  ] as const) {
    it(`refuses ${what}`, async (t) => {
      const {run, path} = await folderWith(t, {'a.md': 'x'});
      const words = args.map((word) =>
        word === 'GLOSSARY'
          ? path('glossary.json')
          : word === 'a.md'
            ? path(word)
            : word,
      );
      const {code, stderr} = await run(...words);
      assert.equal(code, 2);
      assert.match(stderr, told);
    });
  }

  it('refuses a glossary that is not valid, with its lines', async (t) => {
    const {lint} = await folderWith(t, {
      'a.md': 'x',
      'glossary.json': '{"format": 1,\n"terms": [{"id": 3}]}',
    });
    const {code, stderr} = await lint('a.md');
    assert.equal(code, 2);
    assert.match(
      stderr,
      /glossary\.json:2:18: terms\[0\]\.id: expected a string/,
    );
  });

  it('takes --json as short for --format json', async (t) => {
    const {lint} = await folderWith(t, {'a.md': 'TVL'});
    const {stdout} = await lint('a.md', '--format', 'json');
    assert.equal((await lint('a.md', '--json')).stdout, stdout);
    const {code, stderr} = await lint('a.md', '--json', '--format', 'sarif');
    assert.equal(code, 2);
    assert.match(stderr, /--json and --format sarif do not go together/);
  });

  for (const format of ['json', 'sarif'] as const) {
    it(`writes ${format}, alone or to a file`, async (t) => {
      const {lint, path, read} = await folderWith(t, {'a.md': 'TVL'});
      const {stdout} = await lint('a.md', '--format', format);
      const told = JSON.parse(stdout) as {warnings?: number} & Partial<Log>;
      assert.equal(told.warnings ?? told.runs?.[0]?.results?.length, 1);
      const written = await lint('a.md', '--format', format, '-o', path('out'));
      assert.equal(await read('out'), stdout);
      assert.equal(
        written.stdout,
        `${path('out')}: no errors, 1 warning in 1 document\n`,
      );
    });
  }

  it('has an example in its help, and all rules', async (t) => {
    const {run} = await terminal(t);
    const {code, stdout} = await run('lint', '--help');
    assert.equal(code, 0);
    assert.match(
      stdout,
      /Example\n {2}term-elements lint "docs\/\*\*" --glossary glossary\.json/,
    );
    assert.match(stdout, /dead-internal-address/);
  });
});

describe('links of documents', () => {
  const FILES = {
    'docs/a.md': '',
    'docs/b.md': '# A part\n\n<a id="own"></a>',
    'docs/c/index.md': '# C',
    'docs/d.html': '<h1 id="x">D</h1>',
    'docs/e.png': '',
    'site/index.html': '',
    'site/g/amm/index.html': '<p id="p">',
    'site/about.html': '',
  };
  for (const [link, isDead] of [
    ['b.md', false],
    ['./b.md#a-part', false],
    ['b.md#own', false],
    ['b.md#nope', true],
    ['b', false],
    ['b.html', false],
    ['b.htm#a-part', false],
    ['b/', false],
    ['c', false],
    ['c/', false],
    ['c/#c', false],
    ['../c', false], // from docs/a/, where a.md is published
    ['../b.md', true],
    ['d.html#x', false],
    ['d.html#y', true],
    ['e.png', false],
    ['e.png#anything', false],
    ['nope.md', true],
    ['nope%20x.md', true],
    ['b.md?x=1', false],
    ['#here', false],
    ['#top', false],
    ['#:~:text=x', false],
    ['#nope', true],
    ['/nope', false], // nobody knows where the site is
    ['https://elsewhere.example/', false],
    ['mailto:a@b.example', false],
    ['{{ page }}', false],
    ['@site/docs/x.md', false],
    ['~/x.md', false],
    ['%BASE_URL%/x.md', false],
    ['@x.md', true],
  ] as const) {
    it(`${isDead ? 'to' : 'not to'} ${link}`, async (t) => {
      const {lint} = await folderWith(t, {
        ...FILES,
        'docs/a.md': `# Here\n\n[a](<${link}>)`,
      });
      const {code, stdout} = await lint('docs/a.md');
      assert.equal(code, isDead ? 1 : 0, stdout);
    });
  }

  for (const [link, url, isDead] of [
    ['/about', 'https://site.example', false],
    ['/about/', 'https://site.example/', false],
    ['/nope', 'https://site.example', true],
    ['/g/amm/#p', 'https://site.example', false],
    ['/g/amm/#q', 'https://site.example', true],
    ['https://site.example/about.html', 'https://site.example', false],
    ['https://site.example/nope', 'https://site.example', true],
    ['https://site.example', 'https://site.example', false],
    ['https://site.example.evil/nope', 'https://site.example', false],
    ['/base/about', 'https://site.example/base', false],
    ['/base/nope', 'https://site.example/base', true],
    ['/nope', 'https://site.example/base', false],
  ] as const) {
    it(`${isDead ? 'to' : 'not to'} ${link} on ${url}`, async (t) => {
      const {lint, path} = await folderWith(t, {
        ...FILES,
        'docs/a.md': `[a](${link})`,
        'glossary.json': '{"format": 1, "name": "G", "terms": []}',
      });
      const {code, stdout} = await lint(
        'docs/a.md',
        '--site-url',
        url,
        '--site-folder',
        path('site'),
      );
      assert.equal(code, isDead ? 1 : 0, stdout);
    });
  }

  it('and addresses of the glossary on the site', async (t) => {
    const {lint, path} = await folderWith(t, {...FILES, 'docs/a.md': 'x'});
    const {stdout} = await lint(
      'docs/a.md',
      '--site-url',
      'https://site.example/',
      '--site-folder',
      path('site'),
    );
    assert.match(
      stdout,
      /glossary\.json\n +15:14 +error +there is no file for "https:\/\/site\.example\/g\/oi\/"/,
    );
    assert.equal(stdout.match(/there is no file/g)?.length, 1);
  });
});

describe('the configuration', () => {
  const config = (value: unknown) => ({
    'term-elements.lint.json': JSON.stringify(value, null, 2),
  });

  it('names glossary, documents and rules, from its own folder', async (t) => {
    const {run, path} = await folderWith(t, {
      'docs/a.md': 'ABA',
      'docs/b/c.md': 'ABC [x](/about)',
      'docs/old/d.md': 'ABD',
      'site/x.html': '',
      ...config({
        glossary: 'glossary.json',
        documents: ['docs/**'],
        ignore: ['docs/old/**'],
        siteUrl: 'https://site.example/',
        siteFolder: 'site',
        rules: {
          'unknown-abbreviation': ['error', {allow: ['ABA']}],
          'unused-term': 'off',
        },
      }),
    });
    const {code, stdout} = await run(
      'lint',
      '--config',
      path('term-elements.lint.json'),
    );
    assert.equal(code, 1);
    assert.match(stdout, /error +"ABC" is neither/);
    assert.match(stdout, /no file for "\/about"/);
    assert.doesNotMatch(stdout, /ABA|ABD|unused-term/);
  });

  it('is found upwards from the current folder', async (t) => {
    const {path} = await folderWith(t, {
      'docs/deep/a.md': 'ABA',
      ...config({
        glossary: 'glossary.json',
        rules: {'unknown-abbreviation': 'error'},
      }),
    });
    const root = fileURLToPath(new URL('../../../../', import.meta.url));
    const {status, stdout} = spawnSync(
      process.execPath,
      [
        '--import',
        `${root}node_modules/tsx/dist/esm/index.mjs`,
        `${root}tools/src/bin.ts`,
        'lint',
        'a.md',
      ],
      {
        cwd: path('docs/deep'),
        encoding: 'utf8',
        // Programs that check changes ask for colours.
        env: {...process.env, CI: '', NO_COLOR: '1'},
      },
    );
    assert.equal(status, 1);
    assert.match(stdout, /^a\.md\n +1:1 +error +"ABA"/);
  });

  for (const [what, text, told] of [
    ['no JSON', '{\n"rules": }', /config\.json:2:10: expected a value/],
    ['a list', '[]', /config\.json:1:1: expected an object/],
    [
      'an unknown property',
      '{\n "rule": {}}',
      /config\.json:2:2: rule: unknown property; did you mean "rules"/,
    ],
    [
      'an unknown rule',
      '{"rules": {\n "over-linkd": "off"}}',
      /config\.json:2:2: rules\.over-linkd: unknown rule "over-linkd"; did you mean "over-linked"/,
    ],
    [
      'an unknown option',
      '{"rules": {"over-linked": ["error",\n {"perSecton": 1}]}}',
      /config\.json:2:3: .*did you mean "perSection"/,
    ],
    [
      'a number for a text',
      '{"glossary": 1}',
      /config\.json:1:14: glossary: expected a text/,
    ],
    [
      'a text for a list',
      '{"ignore": "x"}',
      /ignore: expected a list of texts/,
    ],
    [
      'an invalid address',
      '{"siteUrl": "x"}',
      /siteUrl: expected an http\(s\) address/,
    ],
  ] as const) {
    it(`refuses ${what}, with its line`, async (t) => {
      const {lint, path} = await folderWith(t, {
        'config.json': text,
        'a.md': 'x',
      });
      const {code, stderr} = await lint(
        'a.md',
        '--config',
        path('config.json'),
      );
      assert.equal(code, 2);
      assert.match(stderr, told);
    });
  }
});
