/** What loading needs of the platform, and its limits of time and size. */

import {type Warn, warnOnce} from '../warnings.js';

/** The entry of a request in the browser's resource timing. */
export interface RequestTiming {
  readonly transferSize: number;
  readonly decodedBodySize: number;
}

/** What loading needs of the platform. */
export interface LoadPlatform {
  readonly fetch: typeof fetch;
  /** Milliseconds of a clock that keeps running while the machine sleeps. */
  readonly now: () => number;
  /** Calls back once; returns a function that cancels it. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
  /** At least 0, below 1. */
  readonly random: () => number;
  /** Absent on pages that are not secure. */
  readonly subtle: Pick<SubtleCrypto, 'digest'> | undefined;
  /** Absent on pages that are not secure; access may be denied all the same. */
  readonly caches: CacheStorage | undefined;
  /** Target of `online`, `pageshow` and `visibilitychange`. */
  readonly events:
    Pick<EventTarget, 'addEventListener' | 'removeEventListener'> | undefined;
  readonly timing: (address: string) => RequestTiming | undefined;
  /** Reports a fault for which an entry is left out. */
  readonly warn: Warn;
}

/** Reading `caches` throws in a sandboxed frame. */
const reach = <T>(read: () => T | undefined): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

const isTarget = (value: Partial<EventTarget>): value is EventTarget =>
  typeof value.addEventListener === 'function';

/** The page, or the server, that this runs in. */
export const surroundings: LoadPlatform = {
  fetch: (...request) => globalThis.fetch(...request),
  now: () => Date.now(),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
  random: () => Math.random(),
  get subtle() {
    // Absent in insecure contexts, whatever the types say.
    return (globalThis.crypto as Crypto | undefined)?.subtle;
  },
  get caches() {
    return reach(() => globalThis.caches as CacheStorage | undefined);
  },
  get events() {
    const target: Partial<EventTarget> = globalThis;
    return isTarget(target) ? target : undefined;
  },
  timing: (address) =>
    performance.getEntriesByName(address, 'resource').at(-1) as unknown as
      RequestTiming | undefined,
  warn: warnOnce,
};

/** Times in milliseconds, sizes in bytes. */
export interface LoadLimits {
  /** For one file, with all attempts and the whole body. */
  readonly deadline: number;
  /** Attempts after the first. */
  readonly retries: number;
  /** Before the second attempt; twice as long before the third. */
  readonly backoff: number;
  /** How long to wait for a response if there is an offline copy. */
  readonly patience: number;
  /** Between two attempts to load again what failed. */
  readonly retryOnReturn: number;
  /** Between two checks whether the manifest has changed. */
  readonly renewal: number;
  readonly document: number;
  readonly manifest: number;
  readonly shard: number;
  /** Terms of one document. */
  readonly terms: number;
}

export const LIMITS: LoadLimits = {
  // A reader has gone on by then; 34 MB take as long on a good mobile network.
  deadline: 20_000,
  // Three attempts survive a transient failure; more would only burden a
  // failing server.
  retries: 2,
  backoff: 400,
  // Longer than a good answer takes, shorter than a reader waits.
  patience: 2000,
  retryOnReturn: 5000,
  renewal: 60_000,
  // Past this a page that parses it has too little memory left on a phone.
  document: 64 * 2 ** 20,
  // Five hundred times what `term-elements build` writes.
  manifest: 2 ** 20,
  shard: 4 * 2 ** 20,
  terms: 250_000,
};
