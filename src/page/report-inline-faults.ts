/** What is wrong with data in the page. Loaded when there is time, or a fault. */
import {GlossaryLoadError} from '../glossary/load-error.js';
import {examineGlossary, faultText} from '../glossary/parse.js';
import {warnOnce} from './warn.js';

const INLINE = 'inline glossary';

/** A text in the page is not JSON. */
export const jsonFault = (cause: unknown): GlossaryLoadError =>
  new GlossaryLoadError('json', INLINE, `expected JSON (${String(cause)})`, {
    cause,
  });

/** Warns of each fault of a document in the page. */
export const tellFaults = (document: unknown): void => {
  for (const fault of examineGlossary(document).faults) {
    warnOnce(`${INLINE}: ${faultText(fault)}`);
  }
};
