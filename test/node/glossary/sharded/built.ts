/** Glossaries built by the real builder, into a folder that goes with the test. */
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {buildGlossary} from '../../../../src/cli/build/build-glossary.js';
import {OutputFolder} from '../../../../src/cli/build/output-folder.js';
import {
  filePath,
  type Manifest,
} from '../../../../src/glossary/sharded/manifest.js';
import type {ShardFiles} from '../../../../src/glossary/sharded/shard-files.js';

export interface Built {
  readonly manifest: Manifest;
  readonly files: ShardFiles;
  /** Names of the files that were asked for, in order. */
  readonly asked: string[];
}

const read = async (folder: string, origin?: string): Promise<Built> => {
  const manifest = JSON.parse(
    await readFile(join(folder, 'manifest.json'), 'utf8'),
  ) as Manifest;
  const asked: string[] = [];
  const coming = new Map<string, Promise<Buffer>>();
  const file = async (
    hash: string,
    kind: 'json' | 'bin',
    signal?: AbortSignal,
  ) => {
    signal?.throwIfAborted();
    const path = filePath(hash, kind);
    let bytes = coming.get(path);
    if (!bytes) {
      asked.push(path);
      bytes = readFile(join(folder, path));
      coming.set(path, bytes);
      void bytes.finally(() => coming.delete(path));
    }
    return bytes;
  };
  const files: ShardFiles = {
    label: 'built glossary',
    origin,
    json: async (hash, signal) =>
      JSON.parse((await file(hash, 'json', signal)).toString()) as unknown,
    bytes: (hash, signal) => file(hash, 'bin', signal),
  };
  return {manifest, files, asked};
};

/**
 * Builds a document and does something with it.
 *
 * @param document A glossary document, or its text.
 * @param origin Address that the manifest is said to be from.
 */
export const withBuilt = async <T>(
  document: object | string,
  use: (built: Built) => Promise<T>,
  origin?: string,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'built-'));
  try {
    const input = join(folder, 'glossary.json');
    const text =
      typeof document === 'string' ? document : JSON.stringify(document);
    await writeFile(input, text);
    const output = new OutputFolder(join(folder, 'out'));
    try {
      const result = await buildGlossary(input, output, {
        progress: () => undefined,
        warning: () => undefined,
      });
      if ('faults' in result) throw new Error(result.faults[0]?.message);
    } finally {
      output.close();
    }
    return await use(await read(join(folder, 'out'), origin));
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
};
