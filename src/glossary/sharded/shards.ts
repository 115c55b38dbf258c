import {GlossaryFormatError} from '../errors.js';
import {type Awaitable, whenReady} from '../awaitable.js';
import {decodeSet, type TextSet} from './golomb.js';
import {type FileHash, filePath, pathTo, type Tree} from './manifest.js';
import type {ShardFiles} from './shard-files.js';
import {DIRECTORY, faultAt, type Shape} from './shapes.js';

/**
 * Number of cached files: a few megabytes at most, since a file has about 4 kB.
 * Cached files are read synchronously.
 */
const MOST = 512;

/**
 * The files of a built glossary as values whose shape is known, and the way to
 * a leaf through the directories.
 */
export class Shards {
  /** Least recently used first. */
  readonly #known = new Map<string, unknown>();

  constructor(readonly files: ShardFiles) {}

  /**
   * What is in a file.
   *
   * @throws {GlossaryFormatError} Naming the file, when it has another shape.
   */
  read<T>(hash: FileHash, shape: Shape<T>, signal?: AbortSignal): Awaitable<T> {
    return this.#remembered(hash + shape.expected, async () => {
      const value = await this.files.json(hash, signal);
      const fault = shape.fault(value);
      if (!fault) return value as T;
      const path = filePath(hash, 'json');
      throw new GlossaryFormatError([fault], `${this.files.label}: ${path}`);
    });
  }

  /** A leaf of a tree; `undefined` for one that is empty. */
  leaf<T>(
    tree: Tree,
    leaf: number,
    shape: Shape<T>,
    signal?: AbortSignal,
  ): Awaitable<T | undefined> {
    return whenReady(this.#find(tree, leaf, signal), (hash) =>
      hash ? this.read(hash, shape, signal) : undefined,
    );
  }

  /** As `leaf`, of a table of sets. */
  set(
    tree: Tree,
    leaf: number,
    signal?: AbortSignal,
  ): Awaitable<TextSet | undefined> {
    return whenReady(this.#find(tree, leaf, signal), (hash) =>
      hash
        ? this.#remembered(hash, async () => {
            const bytes = await this.files.bytes(hash, signal);
            try {
              return decodeSet(bytes);
            } catch {
              const path = filePath(hash, 'bin');
              throw new GlossaryFormatError(
                [faultAt([], 'a set of words', bytes)],
                `${this.files.label}: ${path}`,
              );
            }
          })
        : undefined,
    );
  }

  /** Name of the file of a leaf; empty for none. */
  #find(tree: Tree, leaf: number, signal?: AbortSignal): Awaitable<string> {
    const [first, ...rest] = pathTo(leaf, tree);
    return rest.reduce<Awaitable<string>>(
      (found, place) =>
        whenReady(found, (hash) =>
          hash
            ? whenReady(
                this.read(hash, DIRECTORY, signal),
                (names) => names[place] ?? '',
              )
            : '',
        ),
      tree.top[first!] ?? '',
    );
  }

  #remembered<T>(key: string, load: () => Promise<T>): Awaitable<T> {
    const known = this.#known.get(key);
    if (known === undefined) {
      return load().then((value) => {
        this.#remember(key, value);
        return value;
      });
    }
    this.#remember(key, known);
    return known as T;
  }

  #remember(key: string, value: unknown): void {
    this.#known.delete(key);
    this.#known.set(key, value);
    if (this.#known.size <= MOST) return;
    for (const oldest of this.#known.keys()) {
      this.#known.delete(oldest);
      return;
    }
  }
}
