import assert from 'node:assert/strict';
import {type ChildProcess, fork} from 'node:child_process';
import {once} from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {type AddressInfo, createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Bait} from './payloads.js';
import type {Order, Outcome} from './runner.js';

const RUNNER = fileURLToPath(new URL('runner.ts', import.meta.url));

/**
 * Seconds after which a command has hung, on a machine of any speed. How time
 * grows with the input is tested beside each reader.
 */
const HUNG = 60;

/**
 * A process that runs commands in a folder with walls: what they write outside
 * of it, connect to or start is found out.
 */
export class Arena {
  /** Where commands run: some folders down, so that `../..` is watched. */
  readonly folder: string;
  readonly bait: Bait;
  readonly #root = mkdtempSync(join(tmpdir(), 'arena-'));
  #connections = 0;
  #child: ChildProcess | undefined;

  private constructor(port: number) {
    this.folder = join(this.#root, 'a/b/c');
    this.bait = {
      origin: `http://127.0.0.1:${port}`,
      marker: join(this.#root, 'run'),
    };
    mkdirSync(this.folder, {recursive: true});
  }

  static async open(context: {after(end: () => void): void}): Promise<Arena> {
    const server = createServer((socket) => {
      arena.#connections++;
      socket.destroy();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const arena = new Arena((server.address() as AddressInfo).port);
    context.after(() => {
      arena.#child?.kill('SIGKILL');
      server.close();
      rmSync(arena.#root, {recursive: true, force: true});
    });
    return arena;
  }

  /** Makes these files the only ones of the folder. */
  lay(files: Readonly<Record<string, string>>): void {
    rmSync(this.folder, {recursive: true, force: true});
    for (const [path, text] of Object.entries(files)) {
      const place = join(this.folder, path);
      mkdirSync(dirname(place), {recursive: true});
      writeFileSync(place, text);
    }
  }

  /**
   * Runs a command. It has to end, with a message of its own if it fails, and
   * to have touched nothing but the folder.
   */
  async run(args: readonly string[]): Promise<Outcome> {
    const child = (this.#child ??= await start());
    child.send({folder: this.folder, args} satisfies Order);
    const answer = once(child, 'message', {
      signal: AbortSignal.timeout(HUNG * 1000),
    }) as Promise<[Outcome]>;
    const [outcome] = await answer.catch((error: unknown) => {
      child.kill('SIGKILL');
      this.#child = undefined;
      throw error;
    });
    const {stderr, begun} = outcome;
    assert.doesNotMatch(stderr, /bug in term-elements/);
    assert.doesNotMatch(stderr, /\n {4}at /);
    assert.deepEqual(begun, []);
    assert.equal(this.#connections, 0);
    assert.deepEqual(readdirSync(this.#root), ['a']);
    assert.deepEqual(readdirSync(join(this.#root, 'a')), ['b']);
    assert.deepEqual(readdirSync(join(this.#root, 'a/b')), ['c']);
    return outcome;
  }
}

const start = async (): Promise<ChildProcess> => {
  const child = fork(RUNNER, {execArgv: ['--import', 'tsx']});
  await once(child, 'message');
  return child;
};
