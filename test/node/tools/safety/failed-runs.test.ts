import assert from 'node:assert/strict';
import {mkdirSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {filesOf} from '../build/folder.js';
import {terminal} from '../support/terminal.js';
import {glossaryOf} from './readers.js';

const SITE = ['--site-url', 'https://own.example/'];

/** A command that writes to `out`, which is a file or a folder. */
interface Writer {
  readonly name: string;
  /** What it reads, with a word that its output has, too. */
  readonly files: (word: string) => Readonly<Record<string, string>>;
  readonly args: (path: (name: string) => string) => readonly string[];
}

const glossary = (word: string) => ({
  'in.json': glossaryOf([`${word} words`, `${word} things`]),
});

const exports = (format: string, ...more: readonly string[]): Writer => ({
  name: ['export', '--format', format, ...more].join(' '),
  files: glossary,
  args: (path) => [
    ...['export', path('in.json'), '--format', format, '-o', path('out')],
    ...more,
  ],
});

const FOLDERS: readonly Writer[] = [
  exports('page', '--all'),
  exports('llms'),
  exports('site', ...SITE),
  {
    name: 'link',
    files: (word) => ({
      ...glossary(word),
      'docs/a.md': `The ${word} words are things.\n`,
      'docs/b/b.html': `<p>The ${word} words are things.</p>\n`,
    }),
    args: (path) => [
      ...['link', path('docs'), '-o', path('out'), '--term-href', '/t/{}'],
      ...['--glossary', path('in.json')],
    ],
  },
  {
    name: 'prerender',
    files: (word) => ({
      ...glossary(word),
      'site/a.html': '<term-card term="term-0"></term-card>',
      'site/b/b.html': '<term-card term="term-1"></term-card>',
      'site/copied.txt': word,
    }),
    args: (path) => [
      ...['prerender', path('site'), '-o', path('out'), ...SITE],
      ...['--glossary', path('in.json')],
    ],
  },
];

const csv = (word: string) => `id,name,summary\na,A,${word} words\n`;

const importOf = (...names: readonly string[]) => ({
  args: (path: (name: string) => string) => [
    ...['import', ...names.map(path), '-o', path('out')],
  ],
});

/** What cannot be read or is no glossary, behind much that is. */
const BROKEN: readonly (readonly [string, Omit<Writer, 'name'>])[] = [
  [
    'the last file of an import breaks off',
    {
      files: (word) => ({
        'a.csv': csv(word),
        'b.json':
          word === 'broken'
            ? '[{"name": "B", '
            : '[{"name":"B","summary":"b"}]',
      }),
      ...importOf('a.csv', 'b.json'),
    },
  ],
  [
    'the last term of a build is invalid',
    {
      files: (word) => {
        const {terms, ...rest} = JSON.parse(glossaryOf([`${word} words`])) as {
          terms: unknown[];
        };
        if (word === 'broken') terms.push({id: 3});
        return {'in.json': JSON.stringify({...rest, terms})};
      },
      args: (path) => ['build', path('in.json'), '-o', path('out')],
    },
  ],
  [
    'a glossary that is exported to a file is invalid',
    {
      files: (word) => ({
        'in.json':
          word === 'broken' ? '{"format": 1, ' : glossaryOf([`${word} words`]),
      }),
      args: (path) => [
        ...['export', path('in.json'), '--format', 'page'],
        ...['-o', path('out')],
      ],
    },
  ],
];

/** The command line in a folder where the files of a writer can be laid. */
const place = async (
  context: TestContext,
  {files, args}: Omit<Writer, 'name'>,
) => {
  const {run, path, folder} = await terminal(context);
  return {
    path,
    run: () => run(...args(path)),
    lay: (word: string) => {
      for (const [name, text] of Object.entries(files(word))) {
        mkdirSync(dirname(path(name)), {recursive: true});
        writeFileSync(path(name), text);
      }
    },
    /** Every file there is, and when it was written last. */
    state: () =>
      [...filesOf(folder)].map(([name, bytes]) => [
        name,
        bytes.toString('latin1'),
        statSync(join(folder, name)).mtimeMs,
      ]),
  };
};

describe('a run that fails leaves the output as it was', () => {
  for (const writer of FOLDERS) {
    it(`when one file of ${writer.name} cannot take its place`, async (t) => {
      const {run, lay, path, state} = await place(t, writer);
      lay('old');
      const first = await run();
      assert.equal(first.code, 0, first.stderr);
      const written = [...filesOf(path('out')).keys()].filter(
        (name) => !name.startsWith('.') && !/\.(?:js|css)$/.test(name),
      );
      lay('new');
      const blocked = [written[0]!, written.at(-1)!];
      for (const name of new Set(blocked)) {
        const kept = state();
        const bytes = filesOf(path('out')).get(name)!;
        rmSync(path(`out/${name}`));
        mkdirSync(path(`out/${name}`));
        const before = state();
        const {code, stderr} = await run();
        assert.equal(code, 2, name);
        assert.match(stderr, /is a folder/);
        assert.deepEqual(state(), before);
        rmSync(path(`out/${name}`), {recursive: true});
        writeFileSync(path(`out/${name}`), bytes);
        assert.equal(state().length, kept.length);
      }
      const last = await run();
      assert.equal(last.code, 0, last.stderr);
      assert.ok(
        [...filesOf(path('out')).values()].some((bytes) =>
          bytes.includes('new words'),
        ),
      );
    });
  }

  for (const [what, writer] of BROKEN) {
    it(`when ${what}`, async (t) => {
      const {run, lay, state} = await place(t, writer);
      lay('old');
      const first = await run();
      assert.equal(first.code, 0, first.stderr);
      lay('broken');
      const before = state();
      const {code, stderr} = await run();
      assert.notEqual(code, 0);
      assert.match(stderr, /error|expected/);
      assert.deepEqual(state(), before);
      lay('new');
      const last = await run();
      assert.equal(last.code, 0, last.stderr);
      assert.notDeepEqual(state(), before);
    });
  }
});
