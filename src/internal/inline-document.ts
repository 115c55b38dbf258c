import {documentSource} from '../glossary/document-source.js';
import {GlossaryLoadError} from '../glossary/load-error.js';
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

/**
 * The glossary in an element's own `<script type="application/json">`, at once.
 *
 * @throws {GlossaryLoadError} When the text is not JSON.
 */
export const inlineSource = (element: Element): GlossarySource | undefined => {
  const block = dataBlock(element);
  if (!block) return undefined;
  const text = block.textContent;
  const known = read.get(block);
  if (known?.text === text) return known.source;
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new GlossaryLoadError('json', 'inline glossary', why, {cause});
  }
  const source = documentSource(Object(document) as object, 'inline glossary');
  read.set(block, {text, source});
  checkLater(document);
  return source;
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
