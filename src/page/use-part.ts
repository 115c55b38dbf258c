import type {ReactiveElement} from 'lit';
import {loadPart} from '../glossary/load-part.js';
import {reportError} from './report-error.js';

/**
 * Calls back once, when another attempt may succeed: online again, or visible
 * again.
 */
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
 * Loads a part for an element and passes it on. If it cannot be loaded, the
 * element reports that and tries again when the page is online or visible
 * again.
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
