import {DocumentSource} from '../document-source.js';
import type {Fault} from '../errors.js';
import type {GlossaryLoadError} from '../load-error.js';
import {loadPart} from '../load-part.js';
import {workInSlices} from '../slices.js';
import type {GlossarySource, SourceStatus} from '../source.js';
import type {Glossary} from '../types.js';
import {FileLog} from './file-log.js';
import {cameFrom} from './came-from.js';
import {OfflineCopies, type OfflineCopy} from './offline-copies.js';
import {OfflineSource} from './offline-source.js';
import {
  type FirstRequest,
  type Loaded,
  loadBytes,
  type LoadOptions,
} from './load-bytes.js';
import type {LoadLimits, LoadPlatform} from './platform.js';
import {type Content, readContent} from './read-content.js';
import {brokenPromise} from './integrity.js';
import {RetryOnReturn} from './retry-on-return.js';

/** What a page states about the glossary at an address. */
export interface HttpSourceOptions {
  /** Hash of its content, as on a script: `sha256-…`. */
  readonly integrity?: string | undefined;
  /** Stores offline copies, which are used if it cannot be loaded. */
  readonly offline?: boolean | undefined;
}

/** The options that the source of an `HttpGlossary` sets. */
export interface HttpGlossaryOptions extends HttpSourceOptions {
  readonly platform: LoadPlatform;
  readonly limits: LoadLimits;
  /** Called when answers may have changed. */
  readonly watchers: ReadonlySet<() => void>;
  /** Loads it ahead of any request. */
  readonly ask: () => Promise<unknown>;
}

/**
 * Loads what is at an address, a document or a manifest, stores an offline copy
 * on request, and retries what failed when that may succeed.
 */
export class HttpGlossary {
  /** The source of the content, as soon as there is one. */
  current: GlossarySource | undefined;
  readonly #log: FileLog;
  readonly #copies: OfflineCopies | undefined;
  readonly #retry: RetryOnReturn;

  constructor(
    readonly label: string,
    readonly options: HttpGlossaryOptions,
  ) {
    const {offline, platform, limits} = options;
    this.#log = new FileLog(label);
    if (offline) this.#copies = new OfflineCopies(label, platform);
    this.#retry = new RetryOnReturn(
      () => this.#loadAgain(),
      platform,
      limits.retryOnReturn,
    );
  }

  get status(): SourceStatus {
    return this.#log.status;
  }

  /** Called when watchers were added or removed. */
  watched(): void {
    const {state, error} = this.#log.status;
    const {size} = this.options.watchers;
    const {retryAfter} = Object(error) as Partial<GlossaryLoadError>;
    this.#retry.notBefore = retryAfter?.getTime() ?? 0;
    this.#retry.isWaiting =
      size > 0 && (state === 'failed' || state === 'stale');
  }

  /**
   * Loads it from the network, or from an offline copy if the network fails or
   * takes too long. In the latter case, watchers are called when the network
   * has answered.
   */
  async load(
    signal: AbortSignal,
    first?: FirstRequest,
  ): Promise<GlossarySource> {
    this.#turn('loading');
    const fresh = this.#fresh(signal, first);
    const answer = this.#copies
      ? this.#freshOrCopy(fresh, this.#copies)
      : fresh.then((source) => this.#use(source, 'ready'));
    return answer.catch((error: unknown) => {
      const hasBeenLeft = signal.aborted && signal.reason !== error;
      if (hasBeenLeft) this.#turn('idle');
      else {
        this.#hasAnswered = true;
        this.#turn('failed', error);
      }
      throw error;
    });
  }

  async #freshOrCopy(
    fresh: Promise<GlossarySource>,
    copies: OfflineCopies,
  ): Promise<GlossarySource> {
    const {platform, limits} = this.options;
    let failure: {readonly error: unknown} | undefined;
    let takeBack: (() => void) | undefined;
    const impatience = new Promise<void>((resolve) => {
      takeBack = platform.after(limits.patience, resolve);
    });
    let source: GlossarySource | undefined;
    const settled = fresh.then(
      (found) => {
        source = found;
      },
      (error: unknown) => {
        failure = {error};
      },
    );
    await Promise.race([settled, impatience]);
    takeBack?.();
    const kept = source ? undefined : await this.#kept(copies);
    if (source || !kept) return this.#use(await fresh, 'ready');
    this.#use(kept, 'stale', failure?.error);
    void settled.then(() => {
      if (source) this.#use(source, 'ready');
      else this.#turn('stale', failure?.error);
    });
    return kept;
  }

  /** Tries again what could not be loaded. */
  async #loadAgain(): Promise<void> {
    if (this.current) {
      await this.#fresh(new AbortController().signal).then(
        (source) => this.#use(source, 'ready'),
        (error: unknown) => {
          this.#turn('stale', error);
        },
      );
    } else {
      await this.options.ask().catch(() => undefined); // its status says so
    }
  }

  #turn(state: SourceStatus['state'], error?: unknown): void {
    this.#log.turn(state, error);
    this.watched();
  }

  #use(
    source: GlossarySource,
    state: 'ready' | 'stale',
    error?: unknown,
  ): GlossarySource {
    const isNew = this.current !== source && this.#hasAnswered;
    this.current = source;
    this.#hasAnswered = true;
    this.#turn(state, error);
    if (isNew) this.#notify();
    return source;
  }

  /** Whether callers have had an answer, even that it could not be loaded. */
  #hasAnswered = false;

  #notify(): void {
    for (const changed of [...this.options.watchers]) changed();
  }

  async #fresh(
    signal: AbortSignal,
    first?: FirstRequest,
  ): Promise<GlossarySource> {
    const loaded = await this.#load(signal, {first});
    const source = await this.#read(loaded, signal);
    void this.#copies?.write(this.label, loaded);
    return source;
  }

  async #load(
    signal: AbortSignal,
    options: Pick<LoadOptions, 'cache' | 'first'>,
  ): Promise<Loaded> {
    const {platform, limits, integrity} = this.options;
    const loaded = await loadBytes(
      this.label,
      {
        ...options,
        maxBytes: limits.document,
        smaller: '"term-elements build" makes small files of a large glossary',
        signal,
        integrity,
      },
      limits,
      platform,
    );
    const {address, bytes, duration} = loaded;
    const from = cameFrom(address, platform);
    this.#log.add({address: this.label, bytes, from, duration});
    return loaded;
  }

  async #kept(copies: OfflineCopies): Promise<GlossarySource | undefined> {
    const {platform, integrity} = this.options;
    const began = platform.now();
    const kept = await copies.read(this.label);
    if (!kept || !(await this.#isPromised(kept, integrity))) return undefined;
    const {content, address, type, keptAt} = kept;
    const bytes = content.length;
    try {
      const source = await this.#read(
        {pieces: [content], bytes, address, type},
        undefined,
        keptAt,
      );
      const duration = platform.now() - began;
      this.#log.add({address: this.label, bytes, from: 'kept', duration});
      return source;
    } catch {
      return undefined; // an older version may have stored what this one rejects
    }
  }

  /** The page may have another `integrity` by now. */
  async #isPromised(
    {content}: OfflineCopy,
    integrity: string | undefined,
  ): Promise<boolean> {
    const {subtle} = this.options.platform;
    if (!integrity || !subtle) return !integrity;
    return (await brokenPromise(content, integrity, subtle)) === undefined;
  }

  async #read(
    raw: Omit<Loaded, 'duration'>,
    signal?: AbortSignal,
    keptAt?: Date,
  ): Promise<GlossarySource> {
    const content = await this.#contentOf(raw, signal);
    return 'manifest' in content
      ? this.#sharded(content.manifest, raw.address, keptAt)
      : this.#document(content, signal, keptAt);
  }

  #contentOf(
    raw: Omit<Loaded, 'duration'>,
    signal: AbortSignal | undefined,
  ): Promise<Content> {
    const {limits} = this.options;
    return workInSlices(readContent(raw, this.label, limits), signal);
  }

  async #document(
    {document, isPlain, faults}: Extract<Content, {document: unknown}>,
    signal: AbortSignal | undefined,
    keptAt: Date | undefined,
  ): Promise<GlossarySource> {
    const {label} = this;
    const glossary = isPlain
      ? (document as Glossary)
      : await this.#checked(document, faults, signal);
    const source = new DocumentSource(glossary, label, label);
    await workInSlices(source.prepare(), signal);
    return keptAt ? new OfflineSource(source, keptAt) : source;
  }

  /**
   * A fault in one entry costs that entry
   * (docs/decisions/0002-faulty-entries.md).
   */
  async #checked(
    document: unknown,
    faults: readonly Fault[],
    signal: AbortSignal | undefined,
  ): Promise<Glossary> {
    const {checkDocument} = await loadPart(
      () => import('../check-document.js'),
    );
    const {warn} = this.options.platform;
    return checkDocument(document, this.label, warn, {faults, signal});
  }

  async #sharded(
    manifest: unknown,
    base: string,
    keptAt: Date | undefined,
  ): Promise<GlossarySource> {
    const {shardedSource} = await loadPart(() => import('./http-shards.js'));
    const {platform, limits} = this.options;
    const reload = async (signal: AbortSignal) => {
      const loaded = await this.#load(signal, {cache: 'reload'});
      const content = await this.#contentOf(loaded, signal);
      if (!('manifest' in content)) return undefined;
      void this.#copies?.write(this.label, loaded);
      return {manifest: content.manifest, base: loaded.address};
    };
    return shardedSource(
      this.label,
      {manifest, base, keptAt},
      {
        platform,
        limits,
        copies: this.#copies,
        loaded: (file) => {
          this.#log.add(file);
        },
        reload,
        changed: () => {
          this.#notify();
        },
      },
    );
  }
}
