import {documentSource, faultySource} from '../glossary/document-source.js';
import {GlossaryLoadError} from '../glossary/load-error.js';
import type {GlossarySource} from '../glossary/source.js';
import {dataBlock} from './data-block.js';

const read = new WeakMap<Element, {text: string; source: GlossarySource}>();

const parsedSource = (text: string): GlossarySource => {
  const label = 'inline glossary';
  try {
    return documentSource(JSON.parse(text), label);
  } catch (cause) {
    return faultySource(label, () => {
      const detail = `expected JSON (${String(cause)})`;
      return new GlossaryLoadError('json', label, detail, {cause});
    });
  }
};

/**
 * The glossary in an element's own `<script type="application/json">`. A text
 * that is not JSON becomes a source that fails with that error.
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
