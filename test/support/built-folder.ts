/** Glossaries built by the real builder, into a folder that goes with the test. */
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {buildGlossary} from '../../tools/src/build/build-glossary.js';
import {OutputFolder} from '../../tools/src/build/output-folder.js';

/**
 * Builds a document as `term-elements build` does, and does something with it.
 *
 * @param document A glossary document, or its text.
 * @param use Is given the folder that is served.
 */
export const withBuiltFolder = async <T>(
  document: object | string,
  use: (folder: string) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'built-'));
  try {
    const input = join(folder, 'glossary.json');
    const text =
      typeof document === 'string' ? document : JSON.stringify(document);
    await writeFile(input, text);
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
    return await use(root);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
};
