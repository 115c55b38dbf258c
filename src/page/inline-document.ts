import {documentSource, faultySource} from '../glossary/document-source.js';
import type {GlossarySource} from '../glossary/source.js';
import {dataBlock} from './data-block.js';

export {documentSource};

const read = new WeakMap<Element, {text: string; source: GlossarySource}>();

const parsedSource = (text: string): GlossarySource => {
  const label = 'inline glossary';
  try {
    const document: unknown = JSON.parse(text);
    // All of the format is checked once the page has what it needs. Without the
    // chunk nothing is checked, and nothing is lost.
    setTimeout(() => {
      faults().then(
        ({tellFaults}) => {
          tellFaults(document);
        },
        () => undefined,
      );
    }, CHECK_DELAY);
    return documentSource(Object(document) as object, label);
  } catch (cause) {
    return faultySource(label, async () => (await faults()).jsonFault(cause));
  }
};

const faults = () => import('./report-inline-faults.js');

/**
 * The glossary in an element's own `<script type="application/json">`, at once.
 * A text that is not JSON is a source that says so.
 */
export const inlineSource = (element: Element): GlossarySource | undefined => {
  const block = dataBlock(element);
  if (!block) return undefined;
  const text = block.textContent;
  let known = read.get(block);
  if (known?.text !== text) {
    read.set(block, (known = {text, source: parsedSource(text)}));
  }
  return known.source;
};

/** Milliseconds; past the first paint, so that the check is in nobody's way. */
const CHECK_DELAY = 2000;
