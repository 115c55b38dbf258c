import {DeferredSource} from './deferred-source.js';
import type {DocumentSource} from './document-source.js';
import {SharedTask} from './shared-task.js';

/** What an HTTP source needs of its surroundings. */
export interface HttpPlatform {
  readonly fetch: typeof fetch;
  /** Told of the entries that are left out, because they are faulty. */
  readonly warn: (message: string) => void;
}

const platform: HttpPlatform = {
  fetch: (...request) => globalThis.fetch(...request),
  warn: (message) => {
    console.warn(message);
  },
};

/**
 * One JSON document over HTTP: one request however many elements ask, none
 * before the first does, and none kept alive for elements that have gone.
 */
export class HttpSource extends DeferredSource {
  /** @param label Absolute address of the document. */
  constructor(label: string, {fetch, warn}: HttpPlatform = platform) {
    let loaded: DocumentSource | undefined;
    const task = new SharedTask(async (signal) => {
      // Undefined for an address that is not to be asked.
      const request = /^https?:/i.test(label)
        ? fetch(label, {
            signal,
            credentials: 'omit',
            referrerPolicy: 'no-referrer',
            headers: {accept: 'application/json'},
          })
        : undefined;
      request?.catch(() => undefined); // told by the reader, which may come later
      const {readDocument} = await import('./read-document.js');
      return (loaded = await readDocument(label, request, signal, warn));
    });
    super(label, (question, signal) =>
      loaded ? question(loaded) : task.join(signal).then(question),
    );
  }
}

const sources = new Map<string, WeakRef<HttpSource>>();

/**
 * The source of an address. The same one for all who ask while anybody uses
 * it: that is what bounds the map.
 */
export const httpSource = (address: string): HttpSource => {
  let source = sources.get(address)?.deref();
  if (!source) {
    for (const [key, gone] of sources) if (!gone.deref()) sources.delete(key);
    sources.set(address, new WeakRef((source = new HttpSource(address))));
  }
  return source;
};
