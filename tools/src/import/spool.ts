import {randomBytes} from 'node:crypto';
import {once} from 'node:events';
import {createReadStream, createWriteStream, rmSync} from 'node:fs';
import {open, rename} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {beforeEnd} from '../files/output/before-end.js';

/**
 * A temporary file beside another one. It is removed when it is discarded or
 * the process is terminated.
 */
export class Spool {
  readonly path: string;
  readonly #stream;
  readonly #stop: () => void;

  constructor(readonly target: string) {
    const name = basename(target).slice(0, 100);
    this.path = join(
      dirname(target),
      `.${name}.${randomBytes(6).toString('hex')}.tmp`,
    );
    this.#stream = createWriteStream(this.path, {flags: 'wx'});
    this.#stop = beforeEnd(() => {
      this.#remove();
    });
    // The next `write` or `close` rejects.
    this.#stream.on('error', () => undefined);
  }

  /** Waits until the disk has kept up. */
  async write(text: string): Promise<void> {
    this.#failIfBroken();
    if (!this.#stream.write(text)) await once(this.#stream, 'drain');
  }

  /** What was written, in chunks; nothing is written after that. */
  async *pieces(): AsyncGenerator<string> {
    await this.#close();
    for await (const piece of createReadStream(this.path, 'utf8'))
      yield piece as string;
  }

  /** Gives it the name of the other file, once it is on the disk. */
  async put(): Promise<void> {
    await this.#close();
    const handle = await open(this.path, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(this.path, this.target);
    this.#stop();
  }

  /** Removes it. To be called at the end of every run. */
  async discard(): Promise<void> {
    if (!this.#stream.closed) {
      this.#stream.destroy();
      if (!this.#stream.closed)
        await once(this.#stream, 'close').catch(() => undefined);
    }
    this.#remove();
    this.#stop();
  }

  async #close(): Promise<void> {
    this.#failIfBroken();
    this.#stream.end();
    if (!this.#stream.closed) await once(this.#stream, 'close');
    this.#failIfBroken();
  }

  #failIfBroken(): void {
    const {errored} = this.#stream;
    if (errored) throw errored;
  }

  #remove(): void {
    rmSync(this.path, {force: true});
  }
}
