import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {OutputTree} from '../../../../../tools/src/files/output/output-tree.js';
import {whyUnsafe} from '../../../../../tools/src/files/output/safe-path.js';
import {outputFolder} from './output-folder.js';

describe('an output tree', () => {
  it('shows nothing before it is committed, then all', async (t) => {
    const {tree, folder, texts} = outputFolder(t, {'a.txt': 'old', same: 's'});
    assert.equal(await tree.write('a.txt', 'new'), true);
    assert.equal(await tree.write('b/c.txt', new Uint8Array([0x63])), true);
    assert.equal(await tree.write('same', 's'), false);
    tree.keep();
    const seen = () => readdirSync(folder).filter((name) => name[0] !== '.');
    assert.deepEqual(seen(), ['a.txt', 'same']);
    assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), 'old');
    assert.deepEqual(await tree.commit(), {files: 4, changed: 2});
    assert.deepEqual(texts(), {
      'out/a.txt': 'new',
      'out/b/c.txt': 'c',
      'out/same': 's',
    });
    assert.deepEqual(readdirSync(folder), ['a.txt', 'b', 'same']);
  });

  it('leaves no trace when nothing is committed', async (t) => {
    const {tree, around} = outputFolder(t);
    await tree.write('a/b', 'x');
    await tree.discard();
    assert.deepEqual(readdirSync(around), []);
  });

  it('makes nothing when nothing changes', async (t) => {
    const {tree, folder} = outputFolder(t, {a: 'x'});
    const before = statSync(folder).mtimeMs;
    await tree.write('a', 'x');
    await tree.commit();
    assert.equal(statSync(folder).mtimeMs, before);
  });

  it('keeps the permissions of a file', async (t) => {
    const {tree, folder} = outputFolder(t, {a: 'x'});
    chmodSync(join(folder, 'a'), 0o640);
    await tree.write('a', 'y');
    await tree.commit();
    assert.equal(statSync(join(folder, 'a')).mode & 0o777, 0o640);
  });

  it('leaves another name of the same file alone', async (t) => {
    const {tree, around, folder, texts} = outputFolder(t, {a: 'x'});
    linkSync(join(folder, 'a'), join(around, 'linked'));
    await tree.write('a', 'y');
    await tree.commit();
    assert.deepEqual(texts(), {linked: 'x', 'out/a': 'y'});
  });

  it('removes files, and the folders that are empty then', async (t) => {
    const {tree, folder, texts} = outputFolder(t, {'a/b/c': 'x', 'a/d': 'y'});
    assert.equal(await tree.remove('a/b/c'), true);
    assert.equal(await tree.remove('none'), false);
    assert.equal(existsSync(join(folder, 'a/b/c')), true);
    await tree.commit();
    assert.deepEqual(texts(), {'out/a/d': 'y'});
    assert.deepEqual(readdirSync(join(folder, 'a')), ['d']);
  });
});

describe('a path that is written', () => {
  const long = 'x'.repeat(256);
  for (const path of [
    ...['', '/', '..', '../x', 'a/../../x', 'a/..', './a', 'a/./b', '/etc/x'],
    ...['a//b', 'a/', 'a\\b', '..\\x', 'C:\\x', '\\\\server\\x', 'a\0b'],
    ...['a\nb', 'a\u007f', 'a\u009b', '\ud800', 'a\udc00b', long, `a/${long}`],
    ...['é'.repeat(128), '.git/config', 'a/.GIT/hooks/x', '.g\u200cit/x'],
    ...['git~1/config', '.git. /x', '.term-elements-12-00aaffbb/0'],
  ]) {
    it(`is not ${JSON.stringify(path.slice(0, 40))}`, async (t) => {
      const {tree, around} = outputFolder(t);
      await assert.rejects(tree.write(path, 'x'), /Nothing|cannot write/);
      await assert.rejects(tree.remove(path), /cannot write/);
      await tree.discard();
      assert.deepEqual(readdirSync(around), []);
    });
  }

  for (const path of [
    ...[
      'a',
      'a/b.html',
      '.htaccess',
      '...',
      'a..b',
      '__proto__',
      'constructor',
    ],
    ...[
      'con.md',
      'a:b',
      'x'.repeat(255),
      '日本/é',
      '.gitignore',
      'a b',
      '%2e%2e',
    ],
    ...['\u202egpj.exe', '-rf', '~', '$HOME', '`id`', '*', '.github/x'],
  ]) {
    it(`may be ${JSON.stringify(path.slice(0, 40))}`, async (t) => {
      const {tree, texts} = outputFolder(t);
      await tree.write(path, 'x');
      await tree.commit();
      assert.deepEqual(texts(), {[`out/${path}`]: 'x'});
    });
  }

  for (const path of [
    ...['con', 'CON.md', 'a/nul', 'com1.txt', 'LPT9', 'aux .x', 'com¹'],
    ...['a:b', 'a:$DATA', 'a.', 'a ', 'x?', '<x>', 'a|b', 'a*', '"'],
  ]) {
    it(`is not ${path} on Windows`, () => {
      assert.match(whyUnsafe(path, 'win32') ?? '', /on Windows/);
      assert.equal(whyUnsafe(path, 'linux'), undefined);
    });
  }

  it('is refused the second time', async (t) => {
    const {tree} = outputFolder(t);
    await tree.write('a/b', 'x');
    await assert.rejects(tree.write('a/b', 'y'), /cannot write a\/b twice/);
    await tree.discard();
  });

  for (const [a, b] of [
    ['Ab/c', 'aB/C'],
    ['caf\u00e9', 'cafe\u0301'],
    ['ΣΑΣ', 'σας'],
  ] as const) {
    it(`is ${a} and ${b} where the disk tells them apart, one otherwise`, async (t) => {
      const {tree, folder, texts} = outputFolder(t);
      mkdirSync(folder);
      const [first, second] = [a, b].map((path) => path.split('/')[0]!);
      writeFileSync(join(folder, first!), '');
      const isSame = existsSync(join(folder, second!));
      const {tree: other, texts: written} = outputFolder(t);
      await other.write(a, '1');
      if (isSame) {
        await assert.rejects(other.write(b, '2'), /twice, as /);
        await other.discard();
      } else {
        await other.write(b, '2');
        await other.commit();
        assert.deepEqual(written(), {[`out/${a}`]: '1', [`out/${b}`]: '2'});
      }
      await tree.discard();
      assert.deepEqual(Object.keys(texts()), [`out/${first}`]);
    });
  }

  it('is told to be too long by the disk, and leaves nothing', async (t) => {
    const {tree, folder} = outputFolder(t, {a: 'x'});
    await tree.write('a', 'y');
    const path = Array<string>(2500).fill('abc').join('/');
    await assert.rejects(async () => {
      await tree.write(path, 'x');
      await tree.commit();
    }, /the name is too long/);
    await tree.discard();
    assert.deepEqual(readdirSync(folder), ['a']);
    assert.equal(readFileSync(join(folder, 'a'), 'utf8'), 'x');
  });
});

describe('an output folder', () => {
  for (const slash of ['', '/', '/.']) {
    it(`is no symbolic link, written "out${slash}"`, async (t) => {
      const {around, folder} = outputFolder(t);
      mkdirSync(join(around, 'elsewhere'));
      symlinkSync('elsewhere', folder);
      const tree = new OutputTree(`${folder}${slash}`);
      await assert.rejects(
        tree.write('a', 'x'),
        /out\S*: it is a symbolic link, which is not followed/,
      );
      await tree.discard();
      assert.deepEqual(readdirSync(join(around, 'elsewhere')), []);
    });
  }

  it('is no file', async (t) => {
    const {tree, folder, texts} = outputFolder(t);
    writeFileSync(folder, 'x');
    await assert.rejects(tree.write('a', 'x'), /it is a file/);
    await tree.discard();
    assert.deepEqual(texts(), {out: 'x'});
  });

  it('is not below a file', async (t) => {
    const {around, texts} = outputFolder(t);
    writeFileSync(join(around, 'file'), 'x');
    const tree = new OutputTree(join(around, 'file/out'));
    await assert.rejects(tree.write('a', 'x'), /cannot write/);
    await tree.discard();
    assert.deepEqual(texts(), {file: 'x'});
  });

  it('is one that may be written to', async (t) => {
    const {tree, around, folder, texts} = outputFolder(t, {a: 'x'});
    chmodSync(around, 0o755);
    chmodSync(folder, 0o555);
    // Root may write anywhere.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      await assert.rejects(tree.write('a', 'y'), /permission denied/);
      await tree.discard();
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(folder, 0o755);
    }
    assert.deepEqual(texts(), {'out/a': 'x'});
  });

  for (const [what, make] of [
    ['a symbolic link to a folder', (path: string) => symlinkSync('..', path)],
    [
      'a symbolic link to a file',
      (path: string) => symlinkSync('/etc/hosts', path),
    ],
    ['a symbolic link to nothing', (path: string) => symlinkSync('none', path)],
    ['a folder', (path: string) => mkdirSync(path)],
  ] as const) {
    it(`keeps ${what} in the place of a file`, async (t) => {
      const {tree, folder, texts} = outputFolder(t, {a: 'x'});
      make(join(folder, 'place'));
      const before = texts();
      await assert.rejects(tree.write('place', 'y'), /is a (symbolic|folder)/);
      await assert.rejects(
        tree.remove('place'),
        /twice|is a (symbolic|folder)/,
      );
      await tree.discard();
      assert.deepEqual(texts(), before);
    });
  }

  it('keeps a symbolic link in the place of a folder', async (t) => {
    const {tree, around, folder, texts} = outputFolder(t, {a: 'x'});
    symlinkSync('..', join(folder, 'up'));
    await assert.rejects(tree.write('up/b', 'y'), /up is a symbolic link/);
    await assert.rejects(tree.write('a/b', 'y'), /a is a file/);
    await tree.discard();
    assert.deepEqual(texts(), {'out/a': 'x'});
    assert.deepEqual(readdirSync(around), ['out']);
  });
});
