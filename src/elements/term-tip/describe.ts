import {removeTraces, writeTraces} from '../../page/host-traces/attributes.js';
import type {LookUp, TipAnchor} from './anchor.js';
import {isMuted} from './muted.js';
import {TipRequest} from './request.js';

/**
 * Lets a screen reader say what a word means: as the description of what has
 * the focus, which needs no id and so works out of any shadow root. It is there
 * before the focus is, so that it is read with the word, and stays as it is
 * until it changes. A host that describes the word itself is not overruled.
 */
export const describe = (anchor: TipAnchor, answer: LookUp): void => {
  const {focusable} = anchor;
  if (!focusable || isDescribedByHost(focusable)) return;
  const text = isMuted(anchor) ? '' : summaryOf(answer);
  if (!text) {
    if (answer.status !== 'loading') undescribe(focusable);
  } else if (text !== focusable.getAttribute(NAME)) {
    undescribe(focusable);
    writeTraces(focusable, {[NAME]: text});
    written.set(focusable, text);
  }
};

const NAME = 'aria-description';

const written = new WeakMap<Element, string>();

const isDescribedByHost = (element: Element): boolean => {
  const text = element.getAttribute(NAME);
  return (
    element.hasAttribute('aria-describedby') ||
    (text !== null && text !== written.get(element))
  );
};

const requests = new WeakMap<object, TipRequest>();

/** Describes a word that is likely to have the focus next. */
export const describeAhead = (anchor: TipAnchor): void => {
  const known = requests.get(anchor.key);
  const isKnown =
    known?.reference === anchor.reference && known.answer.status !== 'failed';
  const request: TipRequest = isKnown
    ? known
    : new TipRequest(anchor, () => {
        describe(anchor, request.answer);
      });
  requests.set(anchor.key, request);
  describe(anchor, request.answer);
};

/** Writes the description of an element again, if it had one. */
export const describeAgain = (element: Element): void => {
  const text = written.get(element);
  if (text && !isDescribedByHost(element)) writeTraces(element, {[NAME]: text});
};

/** Takes the description back from what is not there for the word alone: a link, a control. */
export const undescribe = (focusable: HTMLElement | undefined): void => {
  if (!focusable || isDescribedByHost(focusable)) return;
  removeTraces(focusable, [NAME]);
  written.delete(focusable);
};

const summaryOf = (answer: LookUp): string =>
  answer.status === 'found' && answer.entries.length === 1
    ? answer.entries[0]!.term.summary
    : '';
