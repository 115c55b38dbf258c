import {open} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {CommandError, reasonOf} from '../../terminal/errors.js';
import {hasContent, requireWay, UNTOUCHED} from './folders.js';
import {type Change, putInPlace} from './put-in-place.js';
import {whyUnsafe} from './safe-path.js';
import {foldPath, isSameHere} from './same-file.js';
import {removeDead, Scratch} from './scratch.js';

/** The result of a run. */
export interface TreeResult {
  /** All files of the run. */
  readonly files: number;
  /** Those that were not there before, or were otherwise. */
  readonly changed: number;
}

/**
 * A folder that a command writes files to, all or none: new files wait in a
 * scratch folder inside it, and `commit` gives each its name once all are
 * there.
 *
 * What holds: nothing outside the folder is written, whatever paths say, and no
 * symbolic link is followed, be it the folder itself. A run that fails, in
 * `commit` too, leaves the old output as it was, and so does one that is asked
 * to end (Ctrl-C) before `commit`. Whoever reads a file sees the old or the new
 * one wholly. A process that is killed in the middle of `commit`, or a machine
 * that loses its power, may leave some files new and some old: the same run
 * once more completes it. Against another program that exchanges folders for
 * links between a look at them and the next system call there is no defence.
 */
export class OutputTree {
  readonly #folder: string;
  readonly #changes: Change[] = [];
  /** Paths by what could be the same on some disk. */
  readonly #paths = new Map<string, string[]>();
  #scratch: Scratch | undefined;
  #isExamined = false;
  #files = 0;

  /** @param folder Is made where it is not there. */
  constructor(readonly folder: string) {
    // A slash at its end would be enough to follow a link.
    this.#folder = resolve(folder);
  }

  /**
   * Stores a file until `commit`. One that exists with the same content is left
   * alone.
   *
   * @param path Inside the folder, with slashes.
   * @returns Whether it is new or changed.
   * @throws {CommandError} For a path that leads out of the folder or through a
   *     symbolic link, one that is written twice, and where the disk refuses.
   */
  async write(path: string, content: string | Uint8Array): Promise<boolean> {
    this.#files++;
    return this.#attempt(path, async () => {
      this.#claim(path);
      const bytes = Buffer.from(content);
      const found = requireWay(this.#folder, path);
      if (hasContent(join(this.#folder, path), found, bytes)) return false;
      const {path: scratch} = (this.#scratch ??= new Scratch(this.#folder));
      const waiting = join(scratch, String(this.#changes.length));
      this.#changes.push({path, waiting});
      const handle = await open(waiting, 'wx', 0o666);
      try {
        await handle.writeFile(bytes);
      } finally {
        await handle.close();
      }
      return true;
    });
  }

  /**
   * Removes a file at `commit`, with the folders that are empty then.
   *
   * @returns Whether it is there.
   * @throws {CommandError} As `write` does.
   */
  async remove(path: string): Promise<boolean> {
    return this.#attempt(path, () => {
      this.#claim(path);
      if (!requireWay(this.#folder, path)) return false;
      this.#scratch ??= new Scratch(this.#folder);
      this.#changes.push({path, waiting: undefined});
      return true;
    });
  }

  /** Counts a file that is there and is as it should be, without reading it again. */
  keep(): void {
    this.#files++;
  }

  /**
   * Gives all files their names.
   *
   * @throws {CommandError} Where the disk refuses; says whether all is as before.
   */
  async commit(): Promise<TreeResult> {
    const isNew = ({waiting}: Change) => waiting !== undefined;
    const written = this.#changes.filter(isNew);
    const removed = this.#changes.filter((change) => !isNew(change));
    if (this.#scratch) {
      const {path} = this.#scratch;
      putInPlace(this.#folder, path, [...written, ...removed]);
    }
    await this.discard();
    return {files: this.#files, changed: written.length};
  }

  /**
   * Removes the scratch folder; the output stays as it was. To be called at the
   * end of every run.
   */
  discard(): Promise<void> {
    this.#changes.length = 0;
    this.#scratch?.close();
    this.#scratch = undefined;
    return Promise.resolve();
  }

  /** Takes a path for one file. */
  #claim(path: string): void {
    const why = whyUnsafe(path);
    if (why) {
      throw new CommandError(
        `cannot write ${JSON.stringify(path)} in ${this.folder}: ${why}`,
        UNTOUCHED,
      );
    }
    if (!this.#isExamined) {
      removeDead(this.#folder);
      this.#isExamined = true;
    }
    const key = foldPath(path);
    const others = this.#paths.get(key);
    if (!others) {
      this.#paths.set(key, [path]);
      return;
    }
    const same = others.find((other) => this.#isSame(path, other));
    if (same === undefined) {
      others.push(path);
      return;
    }
    const also = same === path ? '' : `, as ${same}`;
    throw new CommandError(
      `cannot write ${path} twice${also}: two outputs have this name`,
      UNTOUCHED,
    );
  }

  #isSame(path: string, other: string): boolean {
    if (path === other) return true;
    this.#scratch ??= new Scratch(this.#folder);
    return isSameHere(this.#scratch.path, path, other);
  }

  async #attempt<T>(path: string, work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof CommandError) throw error;
      throw new CommandError(
        `cannot write ${path} in ${this.folder}: ${reasonOf(error)}`,
        UNTOUCHED,
      );
    }
  }
}
