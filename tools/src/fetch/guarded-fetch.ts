import type {IncomingMessage} from 'node:http';
import {whyNotAllowed, parseUrl, toldAddress} from './allowed-url.js';
import {addressesOf, connect, type Resolve, systemResolve} from './connect.js';
import {fetchError} from './fetch-error.js';
import {whyNotPublic} from './public-address.js';
import {asResponse} from './response.js';

/**
 * The policy of `--fetch`. Tests use another one, because they have no public
 * server.
 */
export interface FetchPolicy {
  readonly resolve: Resolve;
  /** Why an IP address must not be requested; `undefined` if it may be. */
  readonly whyRefused: (address: string) => string | undefined;
  /** In milliseconds, for all redirects and the whole body. */
  readonly deadline: number;
  /** Of the body in bytes, before and after it is decompressed. */
  readonly size: number;
  readonly redirects: number;
}

export const FETCH_POLICY: FetchPolicy = {
  resolve: systemResolve,
  whyRefused: whyNotPublic,
  deadline: 60_000,
  // The limit of pages for a glossary document, too.
  size: 64 * 2 ** 20,
  redirects: 5,
};

/** Fetches as the global `fetch` does, by GET and within a policy. */
export type GuardedFetch = (
  address: string,
  signal?: AbortSignal,
) => Promise<Response>;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * A `fetch` for addresses from untrusted files, so that none of them can reach
 * what only this machine or its network can (SSRF). Before each request, after
 * redirects too, the name is resolved here, every IP address it has must be
 * public, and the connection is made to the very address that was looked at, so
 * that a second answer of the name server changes nothing.
 *
 * @returns Whatever the server answers, 404 too; its body is there wholly.
 * @throws {CommandError} With all addresses that were gone to and which of them
 *     was refused; also where no answer came.
 */
export const guardedFetcher = (
  changes: Partial<FetchPolicy> = {},
): GuardedFetch => {
  const policy = {...FETCH_POLICY, ...changes};
  return async (address, given) => {
    const first = parseUrl(address);
    if (!first) throw fetchError([address], 'expected an address');
    const chain: [string, ...string[]] = [toldAddress(first)];
    const deadline = new AbortController();
    const timer = setTimeout(() => {
      deadline.abort();
    }, policy.deadline);
    try {
      const stop = given
        ? AbortSignal.any([given, deadline.signal])
        : deadline.signal;
      return await follow(first, chain, policy, stop);
    } catch (error) {
      given?.throwIfAborted();
      const why = deadline.signal.aborted
        ? `no complete response within ${policy.deadline / 1000} s`
        : whyFailed(error);
      throw fetchError(chain, why);
    } finally {
      clearTimeout(timer);
    }
  };
};

/** A `fetch` for addresses from untrusted files: see `guardedFetcher`. */
export const guardedFetch: GuardedFetch = guardedFetcher();

const follow = async (
  first: URL,
  chain: [string, ...string[]],
  policy: FetchPolicy,
  signal: AbortSignal,
): Promise<Response> => {
  let url = first;
  let before: URL | undefined;
  for (;;) {
    const answer = await request(url, before, first.port, policy, signal);
    const {statusCode = 0, headers} = answer;
    const {location} = headers;
    if (!REDIRECTS.has(statusCode) || location === undefined) {
      return asResponse(answer, url, policy.size);
    }
    answer.destroy();
    if (chain.length > policy.redirects) {
      throw new Error(`more than ${policy.redirects} redirects`);
    }
    before = url;
    const next = parseUrl(location, url);
    chain.push(next ? toldAddress(next) : location);
    if (!next) throw new Error('expected an address');
    url = next;
  }
};

const request = async (
  url: URL,
  before: URL | undefined,
  port: string,
  {resolve, whyRefused}: FetchPolicy,
  signal: AbortSignal,
): Promise<IncomingMessage> => {
  const why = whyNotAllowed(url, before, port);
  if (why) throw new Error(why);
  const addresses = await untilAborted(addressesOf(url, resolve), signal);
  // DNS rebinding mixes a private address among public ones.
  for (const {address} of addresses) {
    const what = whyRefused(address);
    if (what) throw new Error(`${address} is ${what}`);
  }
  return connect(url, addresses, signal);
};

/** A lookup by the system cannot be aborted, only ignored. */
const untilAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = () => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, {once: true});
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', stop);
    });
  });

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no server has this name',
  EAI_AGAIN: 'the name server does not answer',
  ECONNREFUSED: 'the server refuses connections',
  ECONNRESET: 'the connection broke off',
  ERR_STREAM_PREMATURE_CLOSE: 'the connection broke off',
  ETIMEDOUT: 'no answer',
  HPE_HEADER_OVERFLOW: 'the headers of the response are too large',
};

const whyFailed = (error: unknown): string => {
  const {code, message} = error as NodeJS.ErrnoException;
  return (code && REASONS[code]) ?? message;
};
