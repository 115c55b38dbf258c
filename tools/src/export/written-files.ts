import {createHash} from 'node:crypto';
import {constants} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {whyUnsafe} from '../files/output/safe-path.js';
import type {OutputTree} from '../files/output/output-tree.js';

/** In the output folder: which files the last run wrote, and what was in them. */
export const RECORD = '.term-elements-export.json';

const digest = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('base64url').slice(0, 22);

/** Of the file as it is, without following a link; `undefined` where there is none. */
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
 * that are gone are removed, as far as nobody has changed them since.
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
  async settle(
    tree: OutputTree,
  ): Promise<{readonly removed: number; readonly kept: readonly string[]}> {
    const kept: string[] = [];
    let removed = 0;
    for (const [path, was] of await this.#before()) {
      if (this.#digests.has(path)) continue;
      const is = await digestOf(join(this.folder, path));
      if (is === was) removed += Number(await tree.remove(path));
      else if (is !== undefined) kept.push(path);
    }
    const files = Object.fromEntries([...this.#digests].sort());
    await tree.write(RECORD, `${JSON.stringify({files}, null, 1)}\n`);
    return {removed, kept};
  }

  /** What the last run noted; nothing where that cannot be read. */
  async #before(): Promise<readonly (readonly [string, string])[]> {
    try {
      const {files} = JSON.parse(
        await readFile(join(this.folder, RECORD), 'utf8'),
      ) as {files?: unknown};
      return Object.entries(Object(files) as object).flatMap(
        ([path, was]: [string, unknown]) =>
          typeof was === 'string' && !whyUnsafe(path)
            ? [[path, was] as const]
            : [],
      );
    } catch {
      return [];
    }
  }
}
