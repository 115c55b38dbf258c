import {DeferredSource} from './deferred-source.js';
import type {HttpGlossary, HttpSourceOptions} from './loading/http-glossary.js';
import type {LoadLimits, LoadPlatform} from './loading/platform.js';
import {JoinedTask} from './joined-task.js';
import {loadPart} from './load-part.js';
import type {SourceStatus} from './source.js';

export type {HttpSourceOptions};

/** What can be others than the page's own, for tests and for servers. */
export interface HttpSurroundings {
  readonly platform?: Partial<LoadPlatform> | undefined;
  readonly limits?: Partial<LoadLimits> | undefined;
}

/**
 * The glossary at an address, a document or the manifest of a built one: one
 * request for a file however many elements ask, none before the first does, and
 * none kept alive for elements that have gone. What it does with the answer is
 * loaded while that is on its way.
 */
export class HttpSource extends DeferredSource {
  /** @param label Absolute address. */
  constructor(
    label: string,
    options: HttpSourceOptions & HttpSurroundings = {},
  ) {
    let glossary: HttpGlossary | undefined;
    const watchers = new Set<() => void>();
    const task = new JoinedTask(async (signal, controller) => {
      // What is to be checked, or not to be asked at all, is left to the loader.
      const response =
        /^https?:/i.test(label) && !options.integrity
          ? (options.platform?.fetch ?? fetch)(label, {
              signal,
              credentials: 'omit',
              referrerPolicy: 'no-referrer',
              headers: {accept: 'application/json'},
            })
          : undefined;
      response?.catch(() => undefined); // so is a failure
      const {openGlossary} = await loadPart(
        () => import('./loading/open-glossary.js'),
      );
      glossary ??= openGlossary(label, options, watchers, () => task.join());
      return glossary.load(signal, response && {response, controller});
    });
    super(
      label,
      (question, signal) =>
        glossary?.current
          ? question(glossary.current)
          : task.join(signal).then(question),
      {
        get status(): SourceStatus {
          const none = {files: 0, bytes: 0};
          return (
            glossary?.status ?? {label, state: 'idle', files: [], totals: none}
          );
        },
        watch(changed) {
          watchers.add(changed);
          glossary?.watched();
          return () => {
            watchers.delete(changed);
            glossary?.watched();
          };
        },
      },
    );
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
