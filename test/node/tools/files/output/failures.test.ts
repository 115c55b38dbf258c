import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {OutputTree} from '../../../../../tools/src/files/output/output-tree.js';
import {outputFolder} from './output-folder.js';

const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url));
const NODE = [process.execPath, '--import', 'tsx', WRITER];

/** The writer in a process of its own, once it has written. */
const writer = async (args: readonly string[], command = NODE) => {
  const [program = '', ...words] = command;
  const child = spawn(program, [...words, ...args]);
  let stderr = '';
  child.stderr.on('data', (text) => (stderr += String(text)));
  const ended = once(child, 'exit') as Promise<
    [number | null, NodeJS.Signals | null]
  >;
  await Promise.race([once(child.stdout, 'data'), ended]);
  return {child, ended, stderr: () => stderr};
};

describe('what fails in the middle of a commit is taken back', () => {
  for (const [what, spoil, told] of [
    [
      'a folder in the place of a file',
      (folder: string) => mkdirSync(join(folder, 'z')),
      /z is a folder/,
    ],
    [
      'a link in the place of a file',
      (folder: string) => symlinkSync('../outside/z', join(folder, 'z')),
      /z is a symbolic link/,
    ],
    [
      'a link in the place of a folder',
      (folder: string) => {
        renameSync(join(folder, 'sub'), join(folder, 'was'));
        symlinkSync('../outside', join(folder, 'sub'));
      },
      /sub is a symbolic link/,
    ],
    [
      'a link in the place of the output folder',
      (folder: string) => {
        renameSync(folder, `${folder}-was`);
        symlinkSync('outside', folder);
      },
      /out: it is a symbolic link/,
    ],
  ] as const) {
    it(what, async (t) => {
      const {tree, around, folder, texts} = outputFolder(t, {
        a: 'old',
        gone: 'old',
        'sub/old': 'old',
      });
      mkdirSync(join(around, 'outside'));
      writeFileSync(join(around, 'outside/y'), 'theirs');
      const before = statSync(join(folder, 'a'));
      await tree.write('a', 'new');
      await tree.write('b', 'new');
      await tree.write('new/deep/c', 'new');
      await tree.write('sub/y', 'new');
      await tree.write('z', 'new');
      await tree.remove('gone');
      spoil(folder);
      const scratch = /\.term-elements-/;
      const found = () =>
        Object.entries(texts()).filter(([path]) => !scratch.test(path));
      const spoilt = found();
      await assert.rejects(tree.commit(), (error) => {
        assert.match(String(error), told);
        assert.match((error as {wayOut?: string}).wayOut ?? '', /as before/);
        return true;
      });
      assert.deepEqual(found(), spoilt);
      await tree.discard();
      assert.equal(existsSync(join(folder, 'new')), false);
      assert.deepEqual(readdirSync(join(around, 'outside')), ['y']);
      const kept = existsSync(join(folder, 'a')) ? folder : `${folder}-was`;
      const after = statSync(join(kept, 'a'));
      assert.deepEqual(
        [after.ino, after.mtimeMs],
        [before.ino, before.mtimeMs],
      );
    });
  }

  it('a file that goes', async (t) => {
    const {tree, folder, texts} = outputFolder(t, {'sub/gone': 'x', z: 'y'});
    const before = texts();
    await tree.remove('sub/gone');
    await tree.remove('z');
    rmSync(join(folder, 'z'));
    mkdirSync(join(folder, 'z'));
    await assert.rejects(tree.commit(), /z is a folder/);
    await tree.discard();
    rmSync(join(folder, 'z'), {recursive: true});
    writeFileSync(join(folder, 'z'), 'y');
    assert.deepEqual(texts(), before);
  });
});

describe('an output folder is as it was', () => {
  const old = {'0.txt': 'old', 'mine/a': 'old'};

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`when the run is told to end by ${signal}`, async (t) => {
      const {folder, texts} = outputFolder(t, old);
      const before = texts();
      const {child, ended} = await writer([folder, '20', '100', 'wait']);
      assert.equal(readdirSync(folder).length, 3);
      child.kill(signal);
      assert.deepEqual(await ended, [null, signal]);
      assert.deepEqual(texts(), before);
      assert.deepEqual(readdirSync(folder).sort(), ['0.txt', 'mine']);
    });
  }

  it('when the run is killed; the next one clears up', async (t) => {
    const {folder, tree} = outputFolder(t, old);
    const {child, ended} = await writer([folder, '20', '100', 'wait']);
    const other = new OutputTree(folder);
    await assert.rejects(
      other.write('x', 'y'),
      new RegExp(`another run is writing to it \\(process ${child.pid}\\)`),
    );
    child.kill('SIGKILL');
    await ended;
    assert.equal(readFileSync(join(folder, '0.txt'), 'utf8'), 'old');
    await tree.write('0.txt', 'old');
    assert.deepEqual(readdirSync(folder).sort(), ['0.txt', 'mine']);
    await tree.discard();
  });

  it('when the disk has no room for it', async (t) => {
    const {folder, texts} = outputFolder(t, old);
    const before = texts();
    // No file may be larger than 64 blocks of 512 bytes, or 1,024 in some shells.
    const command = ['/bin/sh', '-c', 'ulimit -f 64; exec "$@"', 'sh', ...NODE];
    const run = await writer([folder, '1', '200000'], command);
    assert.deepEqual(await run.ended, [2, null]);
    assert.match(run.stderr(), /cannot write 0\.txt in .*: /);
    assert.deepEqual(texts(), before);
    assert.deepEqual(readdirSync(folder).sort(), ['0.txt', 'mine']);
  });
});

it('a run that is told to end while it commits has written all or nothing', async (t) => {
  const count = 1000;
  let [none, all] = [0, 0];
  for (let time = 0; time < 4; time++) {
    const old = Object.fromEntries(
      Array.from({length: count}, (_, index) => [`${index}.txt`, 'o']),
    );
    const {folder, texts} = outputFolder(t, old);
    const {child, ended} = await writer([folder, String(count), '1', 'commit']);
    await sleep(time * 8);
    child.kill('SIGINT');
    await ended;
    const found = new Set(Object.values(texts()));
    assert.equal(found.size, 1, 'some files are new and some are old');
    assert.equal(readdirSync(folder).length, count);
    if (found.has('o')) none++;
    else all++;
  }
  t.diagnostic(`${none} had written nothing, ${all} all`);
});

it('two runs of one process may write to one folder', async (t) => {
  const {folder, texts} = outputFolder(t);
  const [one, two] = [new OutputTree(folder), new OutputTree(folder)];
  await one.write('a', '1');
  await two.write('b', '2');
  await one.commit();
  await two.commit();
  assert.deepEqual(texts(), {'out/a': '1', 'out/b': '2'});
});
