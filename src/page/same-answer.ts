import type {Answer} from './glossary-query.js';

/** The lists of a glossary, of which an answer has its own part. */
const ENTRIES = new Set(['terms', 'areas']);

/** The content of an answer, without its access to other entries. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, function (this: object, key, part: unknown) {
    const isList = ENTRIES.has(key) && 'format' in this;
    return key === 'links' || isList ? undefined : part;
  });

/**
 * Whether an answer to the same request changes nothing: it equals the last
 * one, or it is a failure while there is something to show.
 */
export const isSameAnswer = (
  answer: Answer<unknown>,
  last: Answer<unknown>,
): boolean => {
  if (answer.status === 'failed' && last.status === 'found') return true;
  if (answer.status !== last.status) return false;
  if (answer.status === 'found' && last.status === 'found')
    return (
      answer.value === last.value || textOf(answer.value) === textOf(last.value)
    );
  if (answer.status === 'failed' && last.status === 'failed')
    return String(answer.error) === String(last.error);
  return true;
};
