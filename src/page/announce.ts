import {TermErrorEvent, TermLoadEvent} from './events.js';
import type {Answer} from './glossary-query.js';
import {warnOnce} from '../glossary/warnings.js';

/** Tells the page of an answer: an event, and a warning for what went wrong. */
export const announce = (
  host: HTMLElement,
  reference: string,
  answer: Answer<unknown>,
): void => {
  if (answer.status === 'found')
    host.dispatchEvent(new TermLoadEvent(reference));
  if (answer.status !== 'missing' && answer.status !== 'failed') return;
  const error =
    answer.status === 'failed'
      ? answer.error
      : `"${reference}" is not in ${answer.label}. Check the spelling.`;
  reportError(host, reference, error);
};

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
