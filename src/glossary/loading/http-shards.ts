import {DeferredSource} from '../deferred-source.js';
import {GlossaryFormatError, pathText} from '../errors.js';
import {loadPart} from '../load-part.js';
import {isPlainHead} from '../quick-check.js';
import {checkManifest} from '../sharded/check-manifest.js';
import type {Manifest} from '../sharded/manifest.js';
import {ShardedSource} from '../sharded/sharded-source.js';
import {JoinedTask} from '../joined-task.js';
import {type Awaitable, whenRejected} from '../awaitable.js';
import type {GlossarySource} from '../source.js';
import {
  HttpShardFiles,
  isOutdated,
  type ShardSurroundings,
} from './http-shard-files.js';

/** A manifest as it was loaded. */
export interface LoadedManifest {
  readonly manifest: unknown;
  /** Where it came from in the end; its files lie beside it. */
  readonly base: string;
  readonly keptAt?: Date | undefined;
}

export interface ShardedSurroundings extends ShardSurroundings {
  /**
   * Loads the manifest past every cache; `undefined` if there is no manifest
   * any more.
   */
  readonly reload: (signal: AbortSignal) => Promise<LoadedManifest | undefined>;
  /** Called when there is a newer manifest, and answers may have changed. */
  readonly changed: () => void;
}

/** A manifest whose glossary follows the format, as a document would have to. */
const validated = async (value: unknown, label: string): Promise<Manifest> => {
  const manifest = checkManifest(value, label);
  const head = {...manifest.glossary, terms: []};
  if (isPlainHead(head)) return manifest;
  const {examineGlossary} = await loadPart(
    () => import('../check-document.js'),
  );
  const {faults} = examineGlossary(head);
  if (!faults.length) return manifest;
  throw new GlossaryFormatError(
    faults.map((fault) => {
      const keys = ['glossary', ...fault.keys];
      return {...fault, keys, path: pathText(keys)};
    }),
    label,
  );
};

/**
 * A built glossary over HTTP. A cached manifest may be older than the files
 * that it names: if a file is gone or has other content, the manifest is loaded
 * again, once for all callers, and their requests are repeated.
 *
 * @throws {GlossaryFormatError} When it is not a manifest.
 */
export const shardedSource = async (
  label: string,
  first: LoadedManifest,
  surroundings: ShardedSurroundings,
): Promise<GlossarySource> => {
  const {platform, limits, reload, changed} = surroundings;
  const sourceOf = async ({manifest, base, keptAt}: LoadedManifest) =>
    new ShardedSource(
      await validated(manifest, label),
      new HttpShardFiles(label, base, surroundings, keptAt),
      {warn: platform.warn},
    );
  let text = JSON.stringify(first.manifest);
  let current = await sourceOf(first);
  let renewal: JoinedTask<void> | undefined;
  let renewedAt = -Infinity;

  const renew = async (signal: AbortSignal): Promise<void> => {
    renewedAt = platform.now();
    const loaded = await reload(signal).finally(() => {
      renewal = undefined;
    });
    const newer = JSON.stringify(loaded?.manifest);
    if (!loaded || newer === text) return;
    current = await sourceOf(loaded);
    text = newer;
    changed();
  };

  const askAgain = async <T>(
    error: unknown,
    asked: GlossarySource,
    question: (source: GlossarySource) => Awaitable<T>,
    signal: AbortSignal | undefined,
  ): Promise<T> => {
    if (!isOutdated(error)) throw error;
    if (current === asked) {
      const isTooSoon = platform.now() - renewedAt < limits.renewal;
      if (!renewal && isTooSoon) throw error;
      renewal ??= new JoinedTask(renew);
      await renewal.join(signal).catch(() => undefined);
      signal?.throwIfAborted();
    }
    if (current === asked) throw error; // this fault has to be corrected
    return question(current);
  };

  return new DeferredSource(label, (question, signal) => {
    const asked = current;
    return whenRejected(question(asked), (error) =>
      askAgain(error, asked, question, signal),
    );
  });
};
