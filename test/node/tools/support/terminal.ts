import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {type Files, nodeFiles} from '../../../../tools/src/files/files.js';
import {main} from '../../../../tools/src/main.js';
import type {Glossary} from '../../../../src/glossary/types.js';

const FIXTURES = new URL('../../../fixtures/pages/', import.meta.url);

/** Path of a page that the tests bring along. */
export const fixture = (name: string): string =>
  fileURLToPath(new URL(name, FIXTURES));

/** The command line in a folder of its own, which goes when the test ends. */
export const terminal = async (
  context: {after(end: () => unknown): void},
  files: Files = nodeFiles(),
) => {
  const folder = await mkdtemp(join(tmpdir(), 'cli-'));
  context.after(() => rm(folder, {recursive: true, force: true}));
  const path = (name: string) => join(folder, name);
  const read = (name: string) => readFile(path(name), 'utf8');
  return {
    folder,
    path,
    read,
    write: async (name: string, text: string) => {
      await mkdir(dirname(path(name)), {recursive: true});
      await writeFile(path(name), text);
    },
    glossary: async (name = 'glossary.json') =>
      JSON.parse(await read(name)) as Glossary,
    run: async (...args: string[]) => {
      let [stdout, stderr] = ['', ''];
      const code = await main(args, {
        files,
        stdout: (text) => (stdout += text),
        stderr: (text) => (stderr += text),
        colors: false,
        version: '1.2.3',
      });
      return {code, stdout, stderr};
    },
  };
};
