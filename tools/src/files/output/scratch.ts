import {randomBytes} from 'node:crypto';
import {mkdirSync, readdirSync, rmSync} from 'node:fs';
import {basename, join} from 'node:path';
import {CommandError} from '../../terminal/errors.js';
import {beforeEnd} from './before-end.js';
import {
  makeFolders,
  removeEmpty,
  requireOutputFolder,
  statOf,
} from './folders.js';
import {SCRATCH} from './safe-path.js';

/** Those of this process, which others of this process leave alone. */
const own = new Set<string>();

/**
 * A folder in an output folder for what is not to be seen yet. It goes when it
 * is closed or the process is terminated; one of a process that was killed
 * goes at the next run.
 */
export class Scratch {
  readonly path: string;
  /** Folders that were made for it. */
  readonly #made: readonly string[];
  readonly #stop: (() => void) | undefined;

  /** @throws {CommandError} Where it is not a folder, or another process is writing to it. */
  constructor(readonly folder: string) {
    const name = `.term-elements-${process.pid}-${randomBytes(4).toString('hex')}`;
    this.path = join(folder, name);
    own.add(name);
    this.#made = makeFolders(folder);
    try {
      mkdirSync(this.path);
      // One that has begun between the first look and now is seen by this one,
      // or sees it; of two that see each other none goes on.
      removeDead(folder);
    } catch (error) {
      this.close();
      throw error;
    }
    this.#stop = beforeEnd(() => {
      this.close();
    });
  }

  /**
   * Takes it away with all that is in it, and the output folder, too, if that
   * was made for it and has remained empty.
   */
  close(): void {
    rmSync(this.path, {recursive: true, force: true});
    removeEmpty(this.#made);
    own.delete(basename(this.path));
    // Last: a signal that comes meanwhile is to find nothing left.
    this.#stop?.();
  }
}

/**
 * Removes what killed runs have left in an output folder.
 *
 * @throws {CommandError} Where a run of another process goes on in it.
 */
export const removeDead = (folder: string): void => {
  if (!requireOutputFolder(folder)) return;
  for (const name of readdirSync(folder)) {
    const id = Number(SCRATCH.exec(name)?.[1]);
    const path = join(folder, name);
    if (!id || own.has(name) || !statOf(path)?.isDirectory()) continue;
    if (id !== process.pid && isRunning(id)) {
      throw new CommandError(
        `cannot write to ${folder}: another run is writing to it (process ${id})`,
        `Wait for it. If no run is active, remove ${path}`,
      );
    }
    rmSync(path, {recursive: true, force: true});
  }
};

const isRunning = (id: number): boolean => {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
