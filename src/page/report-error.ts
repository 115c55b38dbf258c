import {warnOnce} from '../glossary/warnings.js';
import {TermErrorEvent} from './error-event.js';

/** Reports what an element cannot show: an event, and a warning. */
export const reportError = (
  host: HTMLElement,
  reference: string,
  error: unknown,
): void => {
  const event = new TermErrorEvent(reference, error);
  warnOnce(event.code, `<${host.localName}>: ${event.message}`);
  host.dispatchEvent(event);
};
