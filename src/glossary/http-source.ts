import {DeferredSource} from './deferred-source.js';
import type {HttpGlossary, HttpSourceOptions} from './loading/http-glossary.js';
import type {LoadLimits, LoadPlatform} from './loading/platform.js';
import {SharedTask} from './shared-task.js';
import type {SourceStatus} from './source.js';

export type {HttpSourceOptions};

/** What can be others than the page's own, for tests and for servers. */
export interface HttpSurroundings {
  readonly platform?: Partial<LoadPlatform>;
  readonly limits?: Partial<LoadLimits>;
}

/**
 * The glossary at an address, a document or the manifest of a built one: one
 * request for a file however many elements ask, none before the first does, and
 * none kept alive for elements that have gone. What it does with the answer is
 * loaded while that is on its way.
 */
export class HttpSource extends DeferredSource {
  readonly #idle: SourceStatus;
  readonly #loader: {glossary?: HttpGlossary};
  readonly #watchers: Set<() => void>;

  /** @param label Absolute address. */
  constructor(
    label: string,
    {platform, limits, ...options}: HttpSourceOptions & HttpSurroundings = {},
  ) {
    const loader: {glossary?: HttpGlossary} = {};
    const watchers = new Set<() => void>();
    const task = new SharedTask(async (signal) => {
      const controller = new AbortController();
      signal.onabort = () => {
        controller.abort(signal.reason);
      };
      // An address that is not to be asked is told by the loader.
      const response = /^https?:/i.test(label)
        ? (platform?.fetch ?? fetch)(label, {
            signal: controller.signal,
            credentials: 'omit',
            referrerPolicy: 'no-referrer',
            headers: {accept: 'application/json'},
            // Where we can check it ourselves, we can say what is wrong.
            integrity: globalThis.crypto?.subtle ? '' : options.integrity,
          })
        : undefined;
      response?.catch(() => undefined); // so is a failure
      const {openGlossary} = await import('./loading/open-glossary.js');
      loader.glossary ??= openGlossary(label, options, {
        platform,
        limits,
        watchers,
        ask: () => task.join(),
      });
      return loader.glossary.load(signal, response && {response, controller});
    });
    super(label, (question, signal) => {
      const current = loader.glossary?.current;
      return current ? question(current) : task.join(signal).then(question);
    });
    this.#loader = loader;
    this.#watchers = watchers;
    this.#idle = {
      label,
      state: 'idle',
      files: [],
      totals: {files: 0, bytes: 0},
    };
  }

  override get status(): SourceStatus {
    return this.#loader.glossary?.status ?? this.#idle;
  }

  override watch(changed: () => void): () => void {
    const call = () => {
      changed();
    };
    const tell = () => this.#loader.glossary?.watched();
    this.#watchers.add(call);
    tell();
    return () => {
      this.#watchers.delete(call);
      tell();
    };
  }
}

const sources = new Map<string, WeakRef<HttpSource>>();

/**
 * The source of an address. The same one for all who ask while anybody uses
 * it: that is what bounds the map.
 */
export const httpSource = (
  address: string,
  options: HttpSourceOptions = {},
): HttpSource => {
  const key = [address, options.integrity, options.offline].join('\n');
  let source = sources.get(key)?.deref();
  if (!source) {
    for (const [other, gone] of sources) {
      if (!gone.deref()) sources.delete(other);
    }
    source = new HttpSource(address, options);
    sources.set(key, new WeakRef(source));
  }
  return source;
};
