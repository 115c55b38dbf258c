import {randomBytes} from 'node:crypto';
import * as fs from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {CommandError, reasonOf} from '../terminal/errors.js';

/** The files that commands read and write. */
export interface Files {
  /**
   * The text of a file, its byte order mark included.
   *
   * @throws {CommandError} Where it cannot be read, or is not UTF-8.
   */
  read(path: string): Promise<string>;
  /** As `read`; `undefined` where there is no such file. */
  readIfAny(path: string): Promise<string | undefined>;
  /**
   * Puts a text in the place of a file: wholly, or not at all. A symbolic link
   * is replaced, what it points to stays as it is.
   *
   * @throws {CommandError}
   */
  replace(path: string, text: string): Promise<void>;
}

/** The file system as far as `nodeFiles` needs it. */
export type FileSystem = Pick<
  typeof fs,
  'readFile' | 'stat' | 'open' | 'rename' | 'rm'
>;

const isMissing = (error: unknown) =>
  (error as NodeJS.ErrnoException).code === 'ENOENT';

export const nodeFiles = (system: FileSystem = fs): Files => {
  const bytesOf = async (path: string) => {
    try {
      return await system.readFile(path);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw new CommandError(`cannot read ${path}: ${reasonOf(error)}`);
    }
  };

  const readIfAny = async (path: string) => {
    const bytes = await bytesOf(path);
    return bytes && decode(bytes, path);
  };

  return {
    readIfAny,
    async read(path) {
      const text = await readIfAny(path);
      if (text !== undefined) return text;
      throw new CommandError(
        `cannot read ${path}: there is no such file`,
        'Paths are taken from the current folder.',
      );
    },
    replace: (path, text) => replaceFile(system, path, text),
  };
};

const decode = (bytes: Uint8Array, path: string): string => {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(
      bytes,
    );
  } catch {
    throw new CommandError(
      `cannot read ${path}: expected UTF-8, received other bytes`,
      'Save the file as UTF-8.',
    );
  }
};

/**
 * The new text goes into a file beside the old one and onto the disk, then
 * takes its name in one step: whoever reads sees the old or the new.
 */
const replaceFile = async (system: FileSystem, path: string, text: string) => {
  const fail = (error: unknown) =>
    new CommandError(
      `cannot write ${path}: ${reasonOf(error)}`,
      'Nothing was written; what was there is as before.',
    );
  let mode: number | undefined;
  try {
    const known = await system.stat(path);
    if (!known.isFile()) {
      throw new CommandError(
        `cannot write ${path}: it is ${known.isDirectory() ? 'a folder' : 'not a regular file'}`,
        'Name a file to write.',
      );
    }
    mode = known.mode & 0o777;
  } catch (error) {
    if (error instanceof CommandError) throw error;
    if (!isMissing(error)) throw fail(error);
  }
  const temporary = join(
    dirname(path),
    `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  try {
    const handle = await system.open(temporary, 'wx', mode ?? 0o666);
    try {
      await handle.writeFile(text, 'utf8');
      if (mode !== undefined) await handle.chmod(mode);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await system.rename(temporary, path);
  } catch (error) {
    await system.rm(temporary, {force: true}).catch(() => undefined);
    throw fail(error);
  }
};
