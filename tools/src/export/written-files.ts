import {createHash} from 'node:crypto';
import {constants} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {OutputTree} from '../files/output/output-tree.js';
import {
  isText,
  readRecord,
  recordedFiles,
  recordText,
} from '../files/output/record.js';

/** In the output folder: which files the last run wrote, and what was in them. */
export const RECORD = '.term-elements-export.json';

const digest = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('base64url').slice(0, 22);

/** Of the file as it is, without following a link; `undefined` where no file is. */
const digestOf = async (path: string): Promise<string | undefined> => {
  try {
    return digest(
      await readFile(path, {flag: constants.O_RDONLY | constants.O_NOFOLLOW}),
    );
  } catch {
    return undefined; // gone, a folder or a link: not what was written
  }
};

/**
 * The files of an export that has no fixed number of them. Pages of entries
 * that are gone are removed, unless they were changed since.
 */
export class WrittenFiles {
  readonly #digests = new Map<string, string>();

  constructor(readonly folder: string) {}

  add(path: string, content: string | Uint8Array): void {
    this.#digests.set(path, digest(content));
  }

  /**
   * Removes what the last run wrote and this one did not, and notes what this
   * one has written.
   *
   * @returns How many are removed, and those that stay because they were changed.
   */
  async finish(
    tree: OutputTree,
  ): Promise<{readonly removed: number; readonly kept: readonly string[]}> {
    const kept: string[] = [];
    let removed = 0;
    const record = (await readRecord(this.folder, RECORD)) as
      {readonly files?: unknown} | undefined;
    for (const [path, was] of recordedFiles(record?.files, isText)) {
      if (this.#digests.has(path)) continue;
      const is = await digestOf(join(this.folder, path));
      if (is === was) removed += Number(await tree.remove(path));
      else if (is !== undefined) kept.push(path);
    }
    await tree.write(RECORD, recordText({files: this.#digests}));
    return {removed, kept};
  }
}
