/** Built glossaries, as their reader has them. */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {
  filePath,
  type Manifest,
} from '../../../../src/glossary/sharded/manifest.js';
import type {ShardFiles} from '../../../../src/glossary/sharded/shard-files.js';
import {withBuiltFolder} from '../../../support/built-folder.js';

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
export const withBuilt = <T>(
  document: object | string,
  use: (built: Built) => Promise<T>,
  origin?: string,
): Promise<T> =>
  withBuiltFolder(document, async (folder) => use(await read(folder, origin)));
