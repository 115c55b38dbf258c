import {TermLoadEvent} from './events.js';
import type {Answer} from './glossary-query.js';
import {reportError} from './report-error.js';

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
