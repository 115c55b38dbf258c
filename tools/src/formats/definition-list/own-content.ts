/** What a `<dd>` says itself, without what only its page needs. */
import {
  attribute,
  type Element,
  isElement,
  isText,
  lineOf,
  type Node,
} from '../../documents/html/tree.js';
import type {Dropped} from '../../documents/rich-text/converted.js';

/** The id that `#fragment` leads to. */
export const placeIn = (url: string): string => {
  const fragment = url.slice(1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
};

/** The place in its page that a link leads to. */
const fragmentOf = (link: Element): string | undefined => {
  const url = attribute(link, 'href')?.trim();
  return link.tagName === 'a' && url?.startsWith('#')
    ? placeIn(url)
    : undefined;
};

/** `[1]`, and what the guidelines for digital publishing call it. */
const isReference = (element: Element): boolean =>
  attribute(element, 'role') === 'doc-noteref' ||
  (element.tagName === 'sup' &&
    /(?:^|\s)(?:reference|footnote-ref)(?:\s|$)/.test(
      attribute(element, 'class') ?? '',
    ));

/** `¶` beside a heading or a name, which leads to itself. */
const isAnchor = (element: Element): boolean =>
  fragmentOf(element) !== undefined &&
  !element.childNodes.some(
    (child) =>
      isElement(child) || (isText(child) && /[\p{L}\p{N}]/u.test(child.value)),
  );

/**
 * Takes from nodes, in place, what means nothing elsewhere: lists inside them,
 * which are read on their own, references to notes, and links into the page
 * that lead to no term.
 *
 * @param isTerm Whether a place in the page is a term.
 */
export const ownContent = (
  nodes: readonly Node[],
  isTerm: (fragment: string) => boolean,
): {readonly nodes: readonly Node[]; readonly dropped: readonly Dropped[]} => {
  const dropped: Dropped[] = [];
  const isKept = (node: Node): boolean => {
    if (!isElement(node)) return true;
    if (isReference(node)) {
      dropped.push({what: 'a reference to a note', line: lineOf(node)});
      return false;
    }
    return node.tagName !== 'dl' && !isAnchor(node);
  };
  const kept = nodes.filter(isKept);
  const work = kept.filter(isElement);
  for (let element = work.pop(); element; element = work.pop()) {
    const fragment = fragmentOf(element);
    if (fragment !== undefined && !isTerm(fragment))
      element.attrs = element.attrs.filter(({name}) => name !== 'href');
    element.childNodes = element.childNodes.filter(isKept);
    for (const child of element.childNodes)
      if (isElement(child)) work.push(child);
  }
  return {nodes: kept, dropped};
};
