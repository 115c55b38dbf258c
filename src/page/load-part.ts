import type {ReactiveElement} from 'lit';
import {reportError} from './report-error.js';

/**
 * A part of the library could not be loaded: the page is offline or has a
 * policy against it, or a release has replaced the file under its old name.
 */
export class PartLoadError extends Error {
  override readonly name = 'PartLoadError';
  readonly code = 'part';

  constructor(cause: unknown) {
    const detail = cause instanceof Error ? `: ${cause.message}` : '';
    super(`a part of term-elements could not be loaded${detail}`, {cause});
  }
}

/** Loads a part; rejects with a `PartLoadError`. */
export const loadPart = async <T>(load: () => Promise<T>): Promise<T> => {
  try {
    return await load();
  } catch (error) {
    throw new PartLoadError(error);
  }
};

/** Calls back once, when another try may succeed: online again, or seen again. */
export const whenRetryMakesSense = (callback: () => void): void => {
  const controller = new AbortController();
  const {signal} = controller;
  const retry = () => {
    if (document.hidden || !navigator.onLine) return;
    controller.abort();
    callback();
  };
  addEventListener('online', retry, {signal});
  document.addEventListener('visibilitychange', retry, {signal});
};

/**
 * Loads a part for an element and hands it over. While it cannot be loaded, the
 * element reports that, and tries again when that makes sense.
 *
 * @param reference What the element refers to, for the report.
 */
export const usePart = async <T>(
  host: ReactiveElement,
  reference: string,
  load: () => Promise<T>,
  use: (part: T) => void | Promise<void>,
): Promise<void> => {
  let part: T;
  try {
    part = await loadPart(load);
  } catch (error) {
    reportError(host, reference, error);
    whenRetryMakesSense(() => {
      if (host.isConnected) void usePart(host, reference, load, use);
    });
    return;
  }
  if (host.isConnected) await use(part);
};
