import {readFile} from 'node:fs/promises';
import {CommandError, reasonOf} from '../../terminal/errors.js';

/** @throws {CommandError} Where a file cannot be read. */
export const bytesOf = async (path: string): Promise<Uint8Array> => {
  try {
    return await readFile(path);
  } catch (error) {
    throw new CommandError(`cannot read ${path}: ${reasonOf(error)}`);
  }
};

/** `undefined` where a file is not there, or cannot be read. */
export const bytesIfAny = (path: string): Promise<Uint8Array | undefined> =>
  readFile(path).catch(() => undefined);
