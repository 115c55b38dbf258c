import {randomBytes} from 'node:crypto';
import {constants, type Stats} from 'node:fs';
import {lstat, mkdir, open, readFile, rename, rm} from 'node:fs/promises';
import {dirname, join, sep} from 'node:path';
import {CommandError, reasonOf} from '../errors.js';

/** What became of the files of a run. */
export interface TreeResult {
  /** All files of the run. */
  readonly files: number;
  /** Those that were not there before, or were otherwise. */
  readonly changed: number;
}

/** Parts of a path that name a place outside the folder, or a device. */
const isSafePart = (part: string) =>
  part !== '' &&
  part !== '.' &&
  part !== '..' &&
  // eslint-disable-next-line no-control-regex -- these are what must not be in a name
  !/[\u0000-\u001f\\]/.test(part) &&
  Buffer.byteLength(part) <= 255;

const statOf = async (path: string): Promise<Stats | undefined> => {
  try {
    return await lstat(path);
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
};

/**
 * A folder that a command writes files to, all or none: new files wait in a
 * scratch folder inside it, and `commit` gives each its name once all are
 * there. A run that fails leaves the old output as it was. Nothing outside the
 * folder is written, whatever paths say, and no symbolic link is followed.
 */
export class OutputTree {
  readonly #scratch: string;
  /** Final paths by the scratch files that wait for them. */
  readonly #waiting = new Map<string, string>();
  readonly #written = new Set<string>();
  #ready: Promise<void> | undefined;
  #files = 0;

  constructor(readonly folder: string) {
    this.#scratch = join(
      folder,
      `.term-elements-${process.pid}-${randomBytes(4).toString('hex')}`,
    );
  }

  /**
   * Puts a file aside until `commit`. One that is there with the same content
   * is left alone.
   *
   * @param path Inside the folder, with slashes.
   * @returns Whether it is new or changed.
   * @throws {CommandError} For a path that leads out of the folder or through a
   *     symbolic link, one that is written twice, and where the disk refuses.
   */
  async write(path: string, content: string | Uint8Array): Promise<boolean> {
    const parts = path.split('/');
    if (!parts.every(isSafePart)) {
      throw new CommandError(
        `cannot write ${JSON.stringify(path)}: expected a path inside ${this.folder}`,
        'Nothing was written; what was there is as before.',
      );
    }
    const name = parts.join(sep);
    // Some file systems know no upper and lower case.
    const key = name.normalize('NFC').toLowerCase();
    if (this.#written.has(key)) {
      throw new CommandError(
        `cannot write ${path} twice: two outputs have this name`,
        'Nothing was written; what was there is as before.',
      );
    }
    this.#written.add(key);
    this.#files++;
    return this.#attempt(path, async () => {
      const target = join(this.folder, name);
      await this.#requireFolders(parts);
      const bytes = Buffer.from(content);
      if (await isSameFile(target, bytes)) return false;
      await (this.#ready ??= this.#makeScratch());
      const waiting = join(this.#scratch, String(this.#waiting.size));
      this.#waiting.set(waiting, target);
      const handle = await open(waiting, 'wx', 0o666);
      try {
        await handle.writeFile(bytes);
      } finally {
        await handle.close();
      }
      return true;
    });
  }

  /** Counts a file that is there and is as it should be, without reading it again. */
  keep(): void {
    this.#files++;
  }

  /** Gives all files their names. */
  async commit(): Promise<TreeResult> {
    for (const [waiting, target] of this.#waiting) {
      await this.#attempt(target, async () => {
        await mkdir(dirname(target), {recursive: true});
        await rename(waiting, target);
      });
    }
    const changed = this.#waiting.size;
    await this.discard();
    return {files: this.#files, changed};
  }

  /** Takes away what waits; what was there stays as it was. To be called at the end of every run. */
  async discard(): Promise<void> {
    this.#waiting.clear();
    await rm(this.#scratch, {recursive: true, force: true});
  }

  async #makeScratch(): Promise<void> {
    await mkdir(this.#scratch, {recursive: true});
  }

  /** Every folder on the way is one, or is not there yet. */
  async #requireFolders(parts: readonly string[]): Promise<void> {
    for (let depth = 1; depth <= parts.length; depth++) {
      const path = join(this.folder, ...parts.slice(0, depth));
      const found = await statOf(path);
      if (!found) return;
      const isLast = depth === parts.length;
      if (isLast ? found.isFile() : found.isDirectory()) continue;
      const what = found.isSymbolicLink()
        ? 'a symbolic link, which is not followed'
        : isLast
          ? 'not a regular file'
          : 'not a folder';
      throw new CommandError(
        `cannot write ${parts.join('/')} in ${this.folder}: ${path} is ${what}`,
        'Nothing was written; what was there is as before.',
      );
    }
  }

  async #attempt<T>(path: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof CommandError) throw error;
      throw new CommandError(
        `cannot write ${path}: ${reasonOf(error)}`,
        'What was there is as before.',
      );
    }
  }
}

const isSameFile = async (path: string, bytes: Buffer): Promise<boolean> => {
  const found = await statOf(path);
  if (!found?.isFile() || found.size !== bytes.length) return false;
  return bytes.equals(
    await readFile(path, {flag: constants.O_RDONLY | constants.O_NOFOLLOW}),
  );
};
