import {TermLoadEvent} from './events.js';
import type {Answer} from './glossary-query.js';
import {reportError} from './report-error.js';

/**
 * Reports an answer to the page: an event, and a warning if something failed.
 */
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
