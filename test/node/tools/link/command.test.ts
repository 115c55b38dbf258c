import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {describe, it, type TestContext} from 'node:test';
import {terminal} from '../support/terminal.js';
import {glossary} from './example.js';

const FILES = {
  'glossary.json': JSON.stringify(glossary),
  'docs/a.md': '# A\n\nAn option, a premium.\n',
  'docs/sub/b.html': '<p>A premium.',
  'docs/c.mdx': 'import option from "x"\n\nNothing.\n',
  'docs/picture.png': 'option',
};

/** A folder with documents, and the command in it. */
const folderWith = async (context: TestContext) => {
  const shell = await terminal(context);
  for (const [name, text] of Object.entries(FILES))
    await shell.write(name, text);
  return {
    ...shell,
    link: (input: string, ...args: string[]) =>
      shell.run(
        'link',
        shell.path(input),
        '-g',
        shell.path('glossary.json'),
        ...args,
      ),
  };
};

const LINKED =
  '# A\n\nAn [option](/terms/option/), a [premium](/terms/premium/).\n';

describe('term-elements link', () => {
  it('writes a folder of documents, and says so', async (t) => {
    const {link, path, read} = await folderWith(t);
    const {code, stdout, stderr} = await link('docs', '-o', path('out'));
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /out: 3 documents: 3 mentions linked in 2 of them\n$/);
    assert.equal(await read('out/a.md'), LINKED);
    assert.match(await read('out/sub/b.html'), /<term-tip term="premium">/);
    assert.equal(await read('out/c.mdx'), FILES['docs/c.mdx']);
    await assert.rejects(read('out/picture.png'));
    assert.equal(await read('docs/a.md'), FILES['docs/a.md']);
  });

  it('takes patterns, and keeps the place below them', async (t) => {
    const {link, path, read} = await folderWith(t);
    const {stdout} = await link('docs/**/*.html', '-o', path('out'));
    assert.match(stdout, /1 document: 1 mention/);
    assert.match(await read('out/sub/b.html'), /term-tip/);
  });

  it('writes one document to the standard output, and the summary beside it', async (t) => {
    const {link} = await folderWith(t);
    const {stdout, stderr} = await link('docs/a.md');
    assert.equal(stdout, LINKED);
    assert.match(stderr, /2 mentions linked/);
  });

  it('writes one document to a file', async (t) => {
    const {link, path, read} = await folderWith(t);
    await link('docs/a.md', '-o', path('b.md'));
    assert.equal(await read('b.md'), LINKED);
  });

  it('writes over documents where it is told to, once', async (t) => {
    const {link, read} = await folderWith(t);
    await link('docs', '--in-place');
    assert.equal(await read('docs/a.md'), LINKED);
    const {stdout} = await link('docs', '--in-place');
    assert.match(stdout, /0 mentions linked in 0 of them, 3 were already/);
    assert.equal(await read('docs/a.md'), LINKED);
  });

  it('writes over all documents or none', async (t) => {
    const {path, read, run, write} = await folderWith(t);
    // A place where nothing is ever written.
    await write('.git/b.md', 'An option.\n');
    const {code, stderr} = await run(
      'link',
      path('docs/a.md'),
      path('.git/b.md'),
      ...['-g', path('glossary.json'), '--in-place'],
    );
    assert.equal(code, 2);
    assert.match(stderr, /cannot write/);
    assert.equal(await read('docs/a.md'), FILES['docs/a.md']);
  });

  it('checks without writing', async (t) => {
    const {link, read} = await folderWith(t);
    const {code, stderr} = await link('docs', '--check');
    assert.equal(code, 1);
    assert.match(stderr, /a\.md: 2 mentions not linked/);
    assert.equal(await read('docs/a.md'), FILES['docs/a.md']);
    await link('docs', '--in-place');
    assert.equal((await link('docs', '--check')).code, 0);
  });

  it('tells in JSON what it linked, with the place', async (t) => {
    const {link} = await folderWith(t);
    const {stdout} = await link('docs/a.md', '--json');
    const [told] = (JSON.parse(stdout) as {documents: {links: unknown}[]})
      .documents;
    assert.deepEqual(told!.links, [
      {line: 3, column: 4, words: 'option', terms: ['option']},
      {line: 3, column: 14, words: 'premium', terms: ['premium']},
    ]);
  });

  it('does what its options say', async (t) => {
    const {link, write} = await folderWith(t);
    await write('docs/a.md', 'TWAP, a premium, a premium.\n\n> An option.\n');
    const options = '--first all --limit 2 --exclude blockquote --as tip';
    const {stdout} = await link('docs/a.md', ...options.split(' '), '--expand');
    assert.equal(
      stdout,
      '<term-tip term="twap">TWAP (time-weighted average price)</term-tip>, a <term-tip term="premium">premium</term-tip>, a premium.\n\n> An option.\n',
    );
    assert.match(
      (await link('docs/a.md', '--within', 'blockquote')).stdout,
      /^TWAP, a premium, a premium\.\n\n> An \[option\]/,
    );
  });

  it('says which terms have no address, and how to give them one', async (t) => {
    const {link, write} = await folderWith(t);
    await write('docs/a.md', 'A basis trade.\n');
    const {stdout, stderr} = await link('docs/a.md');
    assert.equal(stdout, 'A basis trade.\n');
    assert.match(stderr, /warning: 1 term named.*nowhere\n.*--term-href/);
    assert.equal(
      (await link('docs/a.md', '--term-href', '/g/{}')).stdout,
      'A [basis trade](/g/nowhere).\n',
    );
  });

  for (const [what, args, message] of [
    ['several documents without a place', ['docs'], /expected a place for 3/],
    ['two places', ['docs', '--check', '--in-place'], /received several/],
    ['an unknown form', ['docs', '--as', 'lnk'], /Did you mean link\?/],
    ['a limit that is no number', ['docs', '--limit', '-1'], /expects a value/],
    ['a limit of words', ['docs', '--limit', 'few'], /expected a whole number/],
    [
      'what is no selector',
      ['docs', '--exclude', 'a ~ b'],
      /"~ b" is not supported/,
    ],
    ['an address without the id', ['docs', '--term-href', '/g'], /with \{\}/],
    [
      'an address that runs a script',
      ['docs', '--term-href', 'javascript:alert(1)//{}'],
      /--term-href: expected an http\(s\), mailto or relative address/,
    ],
    ['a file of another kind', ['docs/picture.png'], /expected Markdown/],
    ['nothing that is there', ['nowhere/**'], /there is no Markdown/],
  ] as const)
    it(`refuses ${what}`, async (t) => {
      const {link} = await folderWith(t);
      const [input, ...options] = args;
      const {code, stderr} = await link(input, ...options);
      assert.equal(code, 2);
      assert.match(stderr, message);
    });

  it('refuses to write outside of the folder through a link of the file system', async (t) => {
    const {link, path, write} = await folderWith(t);
    const {symlink} = await import('node:fs/promises');
    await write('victim/a.md', 'mine');
    await symlink(path('victim'), path('out'));
    const {code} = await link('docs', '-o', path('out'));
    assert.equal(code, 2);
    assert.equal(await readFile(path('victim/a.md'), 'utf8'), 'mine');
  });

  it('has a help whose example works', async (t) => {
    const {run, link, path} = await folderWith(t);
    const {stdout} = await run('link', '--help');
    const example =
      /Example\n {2}term-elements link "(.*)" --glossary .* -o/.exec(stdout)!;
    const {code} = await link(example[1]!, '-o', path('out'));
    assert.equal(code, 0);
  });
});
