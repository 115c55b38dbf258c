import {GlossaryLoadError} from '../load-error.js';
import {brokenPromise} from './integrity.js';
import type {LoadLimits, LoadPlatform} from './platform.js';
import {type Body, BodyTooLarge, joined, readBody} from './read-body.js';
import {backoff, isPassing, retryTime} from './retry.js';

/** A request that was made before this was loaded. */
export interface FirstRequest {
  readonly response: Promise<Response>;
  readonly controller: AbortController;
}

/** What is to be loaded, within which limits. */
export interface LoadOptions {
  /** Maximum size in bytes, decompressed. */
  readonly maxBytes: number;
  /** What to do about a larger one, for the message. */
  readonly smaller?: string;
  readonly signal?: AbortSignal | undefined;
  /** As the attribute of a script: `sha256-…`. */
  readonly integrity?: string | undefined;
  readonly cache?: RequestCache;
  /** The first attempt, where it has been made. */
  readonly first?: FirstRequest | undefined;
}

/** Content, and how it came. */
export interface Loaded extends Body {
  /** Where it came from in the end, after redirects. */
  readonly address: string;
  /** Its content type, for messages. */
  readonly type: string;
  /** Milliseconds from the request to the last byte. */
  readonly duration: number;
}

/**
 * If a timer is later than this, in milliseconds, the machine or the tab has
 * slept.
 */
const SLEPT = 2000;

/** How a request is made; the one that is made at once is the same. */
export const requestOf = (
  signal: AbortSignal,
  integrity?: string,
): RequestInit => ({
  signal,
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  headers: {accept: 'application/json'},
  ...(integrity && {integrity}),
});

const inSeconds = (milliseconds: number) =>
  `${Math.max(1, Math.round(milliseconds / 1000))} s`;

/**
 * Loads a file over http(s). Transient failures are retried, within one
 * deadline for all attempts.
 *
 * @throws {GlossaryLoadError} Saying which step failed, and a way out.
 * @throws The reason of the signal, when that is what ended it.
 */
export const loadBytes = async (
  address: string,
  {signal, ...options}: LoadOptions,
  limits: LoadLimits,
  platform: LoadPlatform,
): Promise<Loaded> => {
  signal?.throwIfAborted();
  if (!/^https?:\/\//i.test(address)) {
    throw new GlossaryLoadError(
      'address',
      address,
      'expected an http(s) address',
    );
  }
  const all = new AbortController();
  const {now} = platform;
  const due = now() + limits.deadline;
  const leave = () => {
    all.abort(signal?.reason);
  };
  const giveUp = () => {
    all.abort(
      now() - due > SLEPT
        ? new GlossaryLoadError(
            'network',
            address,
            'the request was suspended with the tab or the machine; it is repeated when the page is visible',
          )
        : new GlossaryLoadError(
            'timeout',
            address,
            `expected a complete response within ${inSeconds(limits.deadline)}; make the file smaller ("term-elements build" splits a glossary), or its server faster`,
          ),
    );
  };
  const takeBack = platform.after(limits.deadline, giveUp);
  signal?.addEventListener('abort', leave, {once: true});
  const {first} = options;
  all.signal.addEventListener('abort', () => {
    first?.controller.abort(all.signal.reason);
  });
  try {
    return await attempts(address, options, all.signal, due, limits, platform);
  } catch (error) {
    all.signal.throwIfAborted(); // the reason of the signal says why
    throw error;
  } finally {
    takeBack();
    signal?.removeEventListener('abort', leave);
  }
};

const attempts = async (
  address: string,
  options: Omit<LoadOptions, 'signal'>,
  signal: AbortSignal,
  due: number,
  limits: LoadLimits,
  platform: LoadPlatform,
): Promise<Loaded> => {
  for (let failed = 0; ;) {
    try {
      const first = failed ? undefined : options.first;
      return await attempt(address, {...options, first}, signal, platform);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof GlossaryLoadError) || !canPass(error)) throw error;
      if (++failed > limits.retries) throw error;
      const now = platform.now();
      const wait =
        error.retryAfter === undefined
          ? backoff(failed, limits.backoff, platform.random())
          : error.retryAfter.getTime() - now;
      if (now + wait >= due) throw error;
      await pause(wait, signal, platform);
    }
  }
};

const canPass = ({code, status}: GlossaryLoadError): boolean =>
  code === 'network' || (code === 'http' && isPassing(status!));

const pause = (
  milliseconds: number,
  signal: AbortSignal,
  {after}: LoadPlatform,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const takeBack = after(milliseconds, resolve);
    signal.addEventListener('abort', () => {
      takeBack();
      reject(signal.reason as Error);
    });
  });

const attempt = async (
  address: string,
  {first, cache, integrity, maxBytes, smaller}: Omit<LoadOptions, 'signal'>,
  signal: AbortSignal,
  platform: LoadPlatform,
): Promise<Loaded> => {
  const {subtle, now} = platform;
  const began = now();
  const fail =
    (detail: string) =>
    (cause: unknown): never => {
      if (cause instanceof BodyTooLarge) {
        throw new GlossaryLoadError(
          'size',
          address,
          `expected at most ${maxBytes} bytes, decompressed${smaller ? `; ${smaller}` : ''}`,
        );
      }
      const why =
        cause instanceof Error ? `${detail} (${cause.message})` : detail;
      throw new GlossaryLoadError('network', address, why, {cause});
    };
  const response = await (
    first?.response ??
    platform.fetch(address, {
      ...requestOf(signal, subtle ? undefined : integrity),
      ...(cache && {cache}),
    })
  ).catch(
    fail(
      'no answer; is the address right, its server up, and does it allow other sites (Access-Control-Allow-Origin)?',
    ),
  );
  if (!response.ok || response.status === 204 || response.status === 205) {
    void response.body?.cancel().catch(() => undefined);
    throw refusal(address, response, now());
  }
  const body = await readBody(response, maxBytes).catch(
    fail('the answer broke off'),
  );
  if (integrity && subtle) {
    const received = await brokenPromise(joined(body), integrity, subtle);
    if (received !== undefined) {
      throw new GlossaryLoadError(
        'integrity',
        address,
        `expected content of integrity "${integrity}", received "${received}"; if the new content is correct, update the attribute`,
      );
    }
  }
  return {
    ...body,
    address: response.url || address,
    type: response.headers.get('content-type') ?? 'no content type',
    duration: now() - began,
  };
};

/** An answer without the content. */
const refusal = (
  address: string,
  {status, statusText, headers}: Response,
  now: number,
): GlossaryLoadError => {
  const time = retryTime(headers.get('retry-after'), now);
  const retryAfter =
    time !== undefined && isPassing(status) ? new Date(time) : undefined;
  const answered = `expected content, its server answered ${status} ${statusText}`;
  return new GlossaryLoadError(
    'http',
    address,
    retryAfter
      ? `${answered.trimEnd()}; the server asks for a retry after ${retryAfter.toISOString()}`
      : answered.trimEnd(),
    {status, retryAfter},
  );
};
