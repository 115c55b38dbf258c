import {absoluteAddress} from './address.js';
import {GlossaryLoadError} from './errors.js';

/**
 * Asks for one JSON document.
 *
 * @throws {GlossaryLoadError} Saying which step failed.
 * @throws The reason of the signal, when that is what ended it.
 */
export const fetchDocument = async (
  address: string,
  signal: AbortSignal,
  fetch = globalThis.fetch,
): Promise<unknown> => {
  if (!absoluteAddress(address, 'about:blank')) {
    throw new GlossaryLoadError(
      'address',
      address,
      'expected an http(s) address',
    );
  }
  const response = await attempt(address, signal, 'network', 'no answer', () =>
    fetch(address, {
      signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: {accept: 'application/json'},
    }),
  );
  if (!response.ok) {
    throw new GlossaryLoadError(
      'http',
      address,
      `answered ${response.status} ${response.statusText}`.trimEnd(),
    );
  }
  const text = await attempt(
    address,
    signal,
    'network',
    'the answer broke off',
    () => response.text(),
  );
  const type = response.headers.get('content-type') ?? 'no content type';
  return attempt(
    address,
    signal,
    'json',
    `expected JSON, received ${type}`,
    () => JSON.parse(text) as unknown,
  );
};

const attempt = async <T>(
  address: string,
  signal: AbortSignal,
  code: 'network' | 'json',
  detail: string,
  step: () => T | Promise<T>,
): Promise<T> => {
  try {
    return await step();
  } catch (cause) {
    signal.throwIfAborted();
    const why =
      cause instanceof Error ? `${detail} (${cause.message})` : detail;
    throw new GlossaryLoadError(code, address, why, {cause});
  }
};
