import {warnOnce} from '../../glossary/warnings.js';
import {pageIdle} from '../page-idle.js';

/** A framework may fill an element after a request of its own, in milliseconds. */
const PATIENCE = 1000;

/**
 * Warns of an element in which nothing was found, unless something comes while
 * the page loads.
 *
 * @param isEmpty Whether there is still nothing.
 */
export const reportNothing = (
  host: Element,
  message: string,
  isEmpty: () => boolean,
): void => {
  pageIdle(host.ownerDocument, () => {
    setTimeout(() => {
      if (host.isConnected && isEmpty())
        warnOnce('author-markup', `<${host.localName}> ${message}`);
    }, PATIENCE);
  });
};
