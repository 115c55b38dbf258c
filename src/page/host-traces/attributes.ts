/**
 * What the elements leave in a document that is not theirs is written by the
 * modules of this folder: attributes, style sheets, highlights and elements. A
 * host may take any of it away, or save the page as HTML and put it back. So a
 * trace is restored when the host has removed it, and removed, by its mark,
 * when it is no longer needed. Attributes that the host has written are never
 * changed.
 */

/** On an element: names of the attributes that were written at run time. */
export const TRACES = 'data-traces';

const tracesOf = (element: Element): readonly string[] =>
  element.getAttribute(TRACES)?.split(' ').filter(Boolean) ?? [];

/** Writes attributes that are not there. */
export const writeTraces = (
  element: Element,
  attributes: Readonly<Record<string, string>>,
): void => {
  const known = tracesOf(element);
  const added: string[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (element.hasAttribute(name)) continue;
    element.setAttribute(name, value);
    if (!known.includes(name)) added.push(name);
  }
  // Tips are checked when they come into the page.
  if (element.localName !== 'term-tip') traced.add(element);
  if (added.length)
    element.setAttribute(TRACES, [...known, ...added].join(' '));
};

/** Links and controls that attributes were written on, since the page was loaded. */
export const traced = new WeakSet<Element>();

/** Removes attributes that were written here; by default all of them. */
export const removeTraces = (
  element: Element,
  names: readonly string[] = tracesOf(element),
): void => {
  const known = tracesOf(element);
  const left = known.filter((name) => !names.includes(name));
  if (left.length === known.length) return;
  if (left.length) element.setAttribute(TRACES, left.join(' '));
  else element.removeAttribute(TRACES);
  for (const name of names)
    if (known.includes(name)) element.removeAttribute(name);
};
