import {DeferredSource} from './deferred-source.js';
import type {HttpGlossary, HttpSourceOptions} from './loading/http-glossary.js';
import type {LoadLimits, LoadPlatform} from './loading/platform.js';
import {JoinedTask} from './joined-task.js';
import {loadPart} from './load-part.js';
import type {SourceStatus} from './source.js';

export type {HttpSourceOptions};

/** Platform functions that tests and servers can replace. */
export interface HttpSurroundings {
  readonly platform?: Partial<LoadPlatform> | undefined;
  readonly limits?: Partial<LoadLimits> | undefined;
}

/**
 * The glossary at an address, a document or the manifest of a built one. It
 * requests each file once, however many elements need it, not before the first
 * does, and aborts when no element needs it any more. The code that reads the
 * response is loaded during the request.
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
      // The loader decides about content to be checked, and addresses not to be
      // requested.
      const response =
        /^https?:/i.test(label) && !options.integrity
          ? (options.platform?.fetch ?? fetch)(label, {
              signal,
              credentials: 'omit',
              referrerPolicy: 'no-referrer',
              headers: {accept: 'application/json'},
            })
          : undefined;
      response?.catch(() => undefined); // and reports failures
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
 * The source of an address: the same one as long as it is in use, which bounds
 * the map.
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
