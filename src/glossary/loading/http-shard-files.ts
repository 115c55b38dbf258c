import {GlossaryLoadError} from '../load-error.js';
import {JoinedTask} from '../joined-task.js';
import {type FileHash, filePath} from '../sharded/manifest.js';
import type {ShardFiles} from '../sharded/shard-files.js';
import type {LoadedFile} from '../source.js';
import {cameFrom} from './came-from.js';
import {hasName} from './integrity.js';
import type {OfflineCopies} from './offline-copies.js';
import {loadBytes} from './load-bytes.js';
import type {LoadLimits, LoadPlatform} from './platform.js';
import {joined} from './read-body.js';

/** Options of all files of one glossary. */
export interface ShardSurroundings {
  readonly platform: LoadPlatform;
  readonly limits: LoadLimits;
  /** The offline copies, if they are enabled. */
  readonly copies: OfflineCopies | undefined;
  /** Called for every file that has arrived. */
  readonly loaded: (file: LoadedFile) => void;
}

/**
 * The status of a file that is gone: object storage whose keys may not be
 * listed responds with 403.
 */
const GONE: ReadonlySet<number | undefined> = new Set([403, 404, 410]);

/**
 * Whether the cause of a failure may be an outdated manifest: its files are
 * gone, or have other content.
 */
export const isOutdated = (error: unknown): boolean =>
  error instanceof GlossaryLoadError &&
  (error.code === 'integrity' || GONE.has(error.status));

/**
 * The files of a built glossary over HTTP: one request for each at a time,
 * aborted when no caller is left. Callers cache what they read; this caches
 * nothing, not even failures.
 */
export class HttpShardFiles implements ShardFiles {
  readonly #tasks = new Map<string, JoinedTask<Uint8Array>>();

  /**
   * @param label Address of the manifest, as the page has it.
   * @param base Where the manifest came from in the end; its files lie beside it.
   */
  constructor(
    readonly label: string,
    readonly base: string,
    readonly surroundings: ShardSurroundings,
    readonly keptAt?: Date,
  ) {
    this.origin = label;
  }

  readonly origin: string;

  async json(hash: FileHash, signal?: AbortSignal): Promise<unknown> {
    const path = filePath(hash, 'json');
    const bytes = await this.#load(path, hash, signal);
    try {
      const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
      return JSON.parse(text) as unknown;
    } catch (cause) {
      throw new GlossaryLoadError(
        'json',
        this.#addressOf(path),
        'expected JSON; rebuild the glossary with "term-elements build"',
        {cause},
      );
    }
  }

  bytes(hash: FileHash, signal?: AbortSignal): Promise<Uint8Array> {
    return this.#load(filePath(hash, 'bin'), hash, signal);
  }

  #addressOf(path: string): string {
    return new URL(path, this.base).href;
  }

  #load(
    path: string,
    hash: FileHash,
    signal?: AbortSignal,
  ): Promise<Uint8Array> {
    let task = this.#tasks.get(path);
    if (!task) {
      task = new JoinedTask((stop) =>
        this.#read(this.#addressOf(path), hash, stop).finally(() => {
          this.#tasks.delete(path);
        }),
      );
      this.#tasks.set(path, task);
    }
    return task.join(signal);
  }

  async #read(
    address: string,
    hash: FileHash,
    signal: AbortSignal,
  ): Promise<Uint8Array> {
    const {platform, copies, loaded} = this.surroundings;
    const began = platform.now();
    // A file never changes, so its offline copy is as good.
    const kept = await copies?.read(address);
    if (kept && (await this.#isRight(kept.content, hash))) {
      loaded({
        address,
        bytes: kept.content.length,
        from: 'kept',
        duration: platform.now() - began,
      });
      return kept.content;
    }
    const first = await this.#fetch(address, hash, signal);
    if (first) return first;
    // A browser or a proxy may have cached a damaged one for ever.
    const second = await this.#fetch(address, hash, signal, 'reload');
    if (second) return second;
    throw new GlossaryLoadError(
      'integrity',
      address,
      `expected content whose SHA-256 begins with ${hash}, received other content; upload the glossary again, all files of one build`,
    );
  }

  /** `undefined` for content that is not what its name says. */
  async #fetch(
    address: string,
    hash: FileHash,
    signal: AbortSignal,
    cache?: RequestCache,
  ): Promise<Uint8Array | undefined> {
    const {platform, limits, copies, loaded} = this.surroundings;
    const file = await loadBytes(
      address,
      {maxBytes: limits.shard, signal, ...(cache && {cache})},
      limits,
      platform,
    );
    const content = joined(file);
    if (!(await this.#isRight(content, hash))) return undefined;
    const {bytes, duration} = file;
    loaded({address, bytes, from: cameFrom(file.address, platform), duration});
    void copies?.write(address, file);
    return content;
  }

  async #isRight(content: Uint8Array, hash: FileHash): Promise<boolean> {
    const {subtle} = this.surroundings.platform;
    return !subtle || (await hasName(content, hash, subtle));
  }
}
