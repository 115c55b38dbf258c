import {removeTraces, traced, TRACES, writeTraces} from './attributes.js';

/** On an element whose `title` is hidden while a card says more: what it was. */
const HIDDEN_TITLE = 'data-hidden-title';

/** Elements that are made at run time, and have no content without the object that made them. */
const MADE = 'term-tip-card, section.term-notes';

/**
 * Hides the titles of an element and of what is inside it: the browser would
 * show them beside a card.
 *
 * @returns Shows them again.
 */
export const hideTitles = (element: Element): (() => void) => {
  const titled = element.querySelectorAll('[title]:not([title=""])');
  hiding.add(element);
  for (const inner of [element, ...titled]) {
    const title = inner.getAttribute('title');
    if (!title) continue;
    inner.setAttribute(HIDDEN_TITLE, title);
    inner.setAttribute('title', '');
  }
  // An empty title also stands for those of the elements around.
  if (element.closest('[title]:not([title=""])'))
    writeTraces(element, {title: ''});
  return () => {
    hiding.delete(element);
    showTitles(element);
  };
};

/** Elements whose titles are hidden now. */
const hiding = new WeakSet<Element>();

const showTitles = (within: ParentNode): void => {
  const hidden = [...within.querySelectorAll(`[${HIDDEN_TITLE}]`)];
  if (within instanceof Element && within.hasAttribute(HIDDEN_TITLE))
    hidden.push(within);
  for (const element of hidden) {
    const title = element.getAttribute(HIDDEN_TITLE)!;
    element.removeAttribute(HIDDEN_TITLE);
    // The host may have written another.
    if (element.getAttribute('title') === '')
      element.setAttribute('title', title);
  }
  if (within instanceof Element) removeTraces(within, ['title']);
};

/** Elements that were made here, as long as they are in use. */
const made = new WeakSet<Element>();

/** An element that is made at run time for a place in the host's document. */
export const markMade = <T extends Element>(element: T): T => {
  made.add(element);
  return element;
};

/**
 * Removes what a page brings that was saved as HTML and inserted again: a card
 * without content, printed notes, descriptions of links, hidden titles. Tips
 * are cleaned up when they connect.
 */
export const removeRemains = (root: ParentNode): void => {
  for (const element of root.querySelectorAll(MADE))
    // A card with a shadow root is that of another copy of the library.
    if (!made.has(element) && !element.shadowRoot) element.remove();
  for (const element of root.querySelectorAll(`[${TRACES}]:not(term-tip)`))
    if (!traced.has(element)) removeTraces(element);
  for (const element of root.querySelectorAll(`[${HIDDEN_TITLE}]`))
    if (!hiding.has(element.closest('term-tip') ?? element))
      showTitles(element);
};
