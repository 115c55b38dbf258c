import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmdirSync,
  type Stats,
} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {CommandError} from '../../terminal/errors.js';

export const UNTOUCHED = 'Nothing was written; what was there is as before.';

/** What is at a path, without following links. */
export const statOf = (path: string): Stats | undefined => {
  try {
    return lstatSync(path, {throwIfNoEntry: false});
  } catch (error) {
    // Below a file.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
};

const kindOf = (found: Stats): string => {
  if (found.isSymbolicLink()) return 'a symbolic link, which is not followed';
  if (found.isDirectory()) return 'a folder';
  return found.isFile() ? 'a file' : 'not a regular file';
};

/**
 * @param folder Without a slash at its end, which would be enough to follow a link.
 * @returns Whether the folder is there.
 * @throws {CommandError} Where something else is in its place: also a symbolic
 *     link, which whoever wrote the files of a project may have put there.
 */
export const requireOutputFolder = (folder: string): boolean => {
  const found = statOf(folder);
  if (!found || found.isDirectory()) return found !== undefined;
  throw new CommandError(
    `cannot write to ${folder}: it is ${kindOf(found)}`,
    found.isSymbolicLink()
      ? 'Name the folder that it points to.'
      : 'Name a folder to write to: -o out/',
  );
};

/**
 * Looks at every folder on the way to a file.
 *
 * @param wayOut What the error says of the folder.
 * @returns What is in the place of the file: `undefined` for nothing.
 * @throws {CommandError} Where a part of the way is no folder, or the file is
 *     something else, a symbolic link among them.
 */
export const requireWay = (
  folder: string,
  path: string,
  wayOut = UNTOUCHED,
): Stats | undefined => {
  requireOutputFolder(folder);
  const parts = path.split('/');
  for (let depth = 1; depth <= parts.length; depth++) {
    const place = join(folder, ...parts.slice(0, depth));
    const found = statOf(place);
    if (!found) return undefined;
    const isLast = depth === parts.length;
    if (isLast && found.isFile()) return found;
    if (!isLast && found.isDirectory()) continue;
    throw new CommandError(
      `cannot write ${path} in ${folder}: ${place} is ${kindOf(found)}`,
      wayOut,
    );
  }
  return undefined;
};

/**
 * Whether a file has this content already.
 *
 * @param found The file as `requireWay` or `statOf` found it.
 */
export const hasContent = (
  path: string,
  found: Stats | undefined,
  content: Uint8Array,
): boolean => {
  if (!found?.isFile() || found.size !== content.length) return false;
  // The file may have been replaced by a link.
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return readFileSync(file).equals(content);
  } finally {
    closeSync(file);
  }
};

/**
 * Makes a folder and those on the way to it.
 *
 * @returns Those that were not there, the outermost first.
 */
export const makeFolders = (path: string): string[] => {
  const missing: string[] = [];
  for (let place = resolve(path); !statOf(place); place = dirname(place)) {
    missing.unshift(place);
  }
  const made: string[] = [];
  try {
    for (const place of missing) {
      // Not recursively: that would follow a link that was put there meanwhile.
      mkdirSync(place);
      made.push(place);
    }
  } catch (error) {
    removeEmpty(made);
    throw error;
  }
  return made;
};

/** Removes folders, the innermost first, as far as nothing is in them. */
export const removeEmpty = (folders: readonly string[]): void => {
  for (const folder of folders.toReversed()) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
};
