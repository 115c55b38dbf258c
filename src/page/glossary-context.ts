import {createContext} from '@lit/context';
import type {Awaitable} from '../glossary/awaitable.js';
import type {GlossarySource} from '../glossary/source.js';
import {closestOf} from './language.js';

/**
 * Provides a glossary to everything inside an element. The key is global, so
 * that copies of the library on one page understand each other.
 */
export const glossaryContext = createContext<
  Awaitable<GlossarySource> | undefined
>(Symbol.for('term-elements.glossary.1'));

const PROVIDER = 'term-glossary';

/**
 * Settles when the `<term-glossary>` around an element is defined; `undefined`
 * when there is nothing to wait for. Asking again then is all that a
 * `ContextRoot` would do, and is a kilobyte less.
 */
export const glossaryDefined = (
  element: Element,
): Promise<unknown> | undefined =>
  closestOf(element, `${PROVIDER}:not(:defined)`)
    ? customElements.whenDefined(PROVIDER)
    : undefined;
