/**
 * What a prerenderer and a page agree on. The prerenderer writes what an element
 * shows as children of the element, and what that is made of into an attribute.
 * The element computes the same key, by the function beside its template, and
 * leaves the content on screen while they are equal.
 */

/** On an element with prerendered content: the key of that content, as JSON. */
export const PRERENDERED = 'prerendered';

/** On such an element: where its nodes are in the page's structured data. */
export const NODES = 'data-nodes';

/** On the link that a prerenderer puts around the words of a tip. */
export const TIP_LINK = 'data-term-link';

/** On a tip that a prerenderer made of words: the length of the words, in UTF-16 code units. */
export const PRELINKED = 'data-linked';

/** What content is made of; compared as JSON. */
export type ContentKey = readonly unknown[];

/** First item of a key if the content is made of the author's markup. */
export const AUTHOR_MARKUP = 'own';

/** A key as the value of its attribute. */
export const keyText = (key: ContentKey): string => JSON.stringify(key);

/** Level of an element's outermost heading, if nothing says another. */
export const DEFAULT_LEVEL = 3;

/** Reads an attribute; `undefined` if it is absent. */
export type ReadAttribute = (name: string) => string | undefined;

/** A number as Lit reads it from an attribute. */
export const numberFrom = (value: string | undefined): number | undefined =>
  value === undefined ? undefined : Number(value);
