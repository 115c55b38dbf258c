import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, relative, sep} from 'node:path';
import {buildGlossary} from '../../../src/cli/build/build-glossary.js';
import {OutputFolder} from '../../../src/cli/build/output-folder.js';

/** A built glossary as a host has it: content by path, `/manifest.json` among them. */
export type BuiltFiles = ReadonlyMap<string, Buffer>;

/** Builds a document as `term-elements build` does. */
export const builtFiles = async (document: object): Promise<BuiltFiles> => {
  const folder = await mkdtemp(join(tmpdir(), 'built-'));
  try {
    const input = join(folder, 'glossary.json');
    await writeFile(input, JSON.stringify(document));
    const root = join(folder, 'out');
    const output = new OutputFolder(root);
    try {
      const result = await buildGlossary(input, output, {
        progress: () => undefined,
        warning: () => undefined,
      });
      if ('faults' in result) throw new Error(result.faults[0]?.message);
    } finally {
      output.close();
    }
    const entries = await readdir(root, {recursive: true, withFileTypes: true});
    const files = entries.filter((entry) => entry.isFile());
    return new Map(
      await Promise.all(
        files.map(async ({path, name}) => {
          const place = relative(root, join(path, name)).split(sep).join('/');
          return [`/${place}`, await readFile(join(path, name))] as const;
        }),
      ),
    );
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
};
