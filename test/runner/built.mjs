/**
 * Built glossaries of any size, for the tests.
 *
 *   /built/20000/manifest.json   as `term-elements build` makes it, of so many
 *   /built/20000/files/…         terms: id `t7`, name `Kesomi Name 7`
 *
 * One is built when it is first asked for, and is gone when the runner ends.
 */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {readFile, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const MOST = 100_000;

const SYLLABLES = ['ka', 'so', 'mi', 'te', 'ru', 'na', 'lo', 've', 'pi', 'du'];

/** Words that are no other words, a few of which names share. */
const wordOf = (number) =>
  [...String(number % 997)].map((digit) => SYLLABLES[digit]).join('');

const documentOf = (size) => ({
  format: 1,
  name: 'Built',
  language: 'en',
  terms: Array.from({length: size}, (_, index) => ({
    id: `t${index}`,
    name: `${wordOf(index)} name ${index}`,
    summary: `What number ${index} means.`,
  })),
});

/** @param {string} root The repository, absolute. */
export const built = (root) => {
  const folders = new Map();
  process.once('exit', () => {
    for (const {path} of folders.values()) {
      rmSync(path, {recursive: true, force: true});
    }
  });

  const build = async (path, size) => {
    const input = join(path, 'glossary.json');
    await writeFile(input, JSON.stringify(documentOf(size)));
    const child = spawn(
      process.execPath,
      // prettier-ignore
      ['--import', 'tsx', 'tools/src/bin.ts', 'build', input, '-o', join(path, 'out'), '--quiet'],
      {cwd: root, stdio: ['ignore', 'ignore', 'inherit']},
    );
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`the build ended with ${code}`);
    return join(path, 'out');
  };

  return async (context, next) => {
    const [, digits, file] =
      /^\/built\/(\d{1,6})\/(manifest\.json|files\/[\da-f]{2}\/[\da-f]{24}\.(?:json|bin))$/.exec(
        context.path,
      ) ?? [];
    const size = Number(digits);
    if (file === undefined || size > MOST) return next();
    let folder = folders.get(size);
    if (!folder) {
      const path = mkdtempSync(join(tmpdir(), 'built-'));
      folders.set(size, (folder = {path, output: build(path, size)}));
    }
    const output = await folder.output;
    context.body = await readFile(join(output, file));
    context.type = file.endsWith('.bin') ? 'application/octet-stream' : 'json';
  };
};
