import {ContextRoot, createContext} from '@lit/context';
import type {Awaitable, GlossarySource} from '../glossary/source.js';

/**
 * Gives a glossary to all that is inside an element. The key is global, so
 * that copies of the library on one page understand each other.
 */
export const glossaryContext = createContext<
  Awaitable<GlossarySource> | undefined
>(Symbol.for('term-elements.glossary.1'));

const GIVER = 'term-glossary';

/** The closest `<term-glossary>` around an element, through shadow roots. */
const giverOf = (element: Element): Element | undefined => {
  for (let at: Element | null = element; at;) {
    const giver: Element | null | undefined = at.parentElement?.closest(GIVER);
    if (giver) return giver;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
};

let root: ContextRoot | undefined;

/**
 * Whether an element has to wait for the `<term-glossary>` around it, because
 * that is not defined yet. Requests made meanwhile are kept by a `ContextRoot`.
 */
export const awaitsGlossary = (element: HTMLElement): boolean => {
  const giver = giverOf(element);
  if (!giver || giver.matches(':defined')) return false;
  if (!root) {
    root = new ContextRoot();
    root.attach(element.ownerDocument.documentElement);
  }
  return true;
};
