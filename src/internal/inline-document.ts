import {documentSource, faultySource} from '../glossary/document-source.js';
import type {GlossarySource} from '../glossary/source.js';
import {warnOnce} from './warn.js';

const read = new WeakMap<Element, {text: string; source: GlossarySource}>();

/** The data block that an author put into an element, if there is one. */
const dataBlock = (element: Element): Element | undefined => {
  let child = element.firstElementChild;
  while (child && !child.matches('script[type="application/json" i]'))
    child = child.nextElementSibling;
  return child ?? undefined;
};

const LABEL = 'inline glossary';

const parsedSource = (text: string): GlossarySource => {
  try {
    const document: unknown = JSON.parse(text);
    checkLater(document);
    return documentSource(Object(document) as object, LABEL);
  } catch (cause) {
    return faultySource(LABEL, async () => {
      const {GlossaryLoadError} = await import('../glossary/load-error.js');
      return new GlossaryLoadError('json', LABEL, String(cause), {cause});
    });
  }
};

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

/** All of the format is checked once the page has what it needs. */
const checkLater = (document: unknown): void => {
  setTimeout(() => {
    void import('../glossary/parse.js').then(
      ({examineGlossary, faultText}) => {
        for (const fault of examineGlossary(document).faults) {
          warnOnce(`inline glossary: ${faultText(fault)}`);
        }
      },
      () => undefined, // without the chunk nothing is checked, and nothing is lost
    );
  }, CHECK_DELAY);
};

/** Milliseconds; past the first paint, so that the check is in nobody's way. */
const CHECK_DELAY = 2000;
