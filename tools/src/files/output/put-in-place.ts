import {
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  renameSync,
  rmSync,
} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {CommandError, reasonOf} from '../../terminal/errors.js';
import {makeFolders, removeEmpty, requireWay, UNTOUCHED} from './folders.js';

/** A change of one file of an output folder. */
export interface Change {
  /** Inside the folder, with slashes. */
  readonly path: string;
  /** The file that takes its place; `undefined` where the file goes. */
  readonly waiting: string | undefined;
}

/**
 * Makes all changes, or none: where one fails, those before are taken back. In
 * one turn of the event loop, so that a signal comes before all or after all.
 *
 * @param scratch A folder on the same disk; the old files are kept there
 *     meanwhile, as second links to them.
 * @throws {CommandError} Says whether all is as before.
 */
export const putInPlace = (
  folder: string,
  scratch: string,
  changes: readonly Change[],
): void => {
  const undo: (() => void)[] = [];
  for (const [index, {path, waiting}] of changes.entries()) {
    try {
      // Again: what was a folder when the file was written may be a link by now.
      const old = requireWay(folder, path);
      const target = join(folder, path);
      if (old) {
        const kept = join(scratch, `old-${index}`);
        keep(target, kept);
        undo.push(() => {
          makeFolders(dirname(target));
          renameSync(kept, target);
        });
        if (waiting !== undefined) chmodSync(waiting, old.mode & 0o777);
      }
      if (waiting !== undefined) {
        const made = makeFolders(dirname(target));
        undo.push(() => removeEmpty(made));
        renameSync(waiting, target);
        if (!old) undo.push(() => rmSync(target));
      } else if (old) {
        rmSync(target);
        removeEmpty(foldersOn(folder, path));
      }
    } catch (error) {
      throw failure(path, error, takeBack(undo));
    }
  }
};

/** A second name for a file, or a copy on a disk that has no such thing. */
const keep = (target: string, kept: string): void => {
  try {
    linkSync(target, kept);
  } catch {
    copyFileSync(target, kept, constants.COPYFILE_EXCL);
  }
};

const foldersOn = (folder: string, path: string): string[] => {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, depth) => resolve(folder, ...parts.slice(0, depth + 1)));
};

/** @returns What failed, if anything did; the rest is taken back all the same. */
const takeBack = (undo: readonly (() => void)[]): unknown => {
  let failed: unknown;
  for (const step of undo.toReversed()) {
    try {
      step();
    } catch (error) {
      failed ??= error;
    }
  }
  return failed;
};

const failure = (path: string, error: unknown, failed: unknown) => {
  const message =
    error instanceof CommandError
      ? error.message
      : `cannot write ${path}: ${reasonOf(error)}`;
  return new CommandError(
    message,
    failed === undefined
      ? UNTOUCHED
      : `Some files are new by now, since not all could be put back: ${reasonOf(failed)}. Run it again.`,
  );
};
