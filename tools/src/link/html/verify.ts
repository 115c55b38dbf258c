/** Reads a linked page again: it has to be the same page, with links. */
import {
  type AnyNode,
  type Document,
  isElement,
  isText,
  parsePage,
  pushChildren,
} from '../../documents/html/tree.js';
import {ChangedDocumentError} from '../changed-document-error.js';
import {Inserted, type Insertion, Outline} from '../insertions.js';

/**
 * What a page says.
 *
 * @param inserted Knows of elements that do not count: links and tips of ours.
 */
export const outlineOf = (
  tree: Document,
  inserted?: Pick<Inserted, 'has' | 'additionAt'>,
): string => {
  const outline = new Outline();
  const stack: (AnyNode | (() => void))[] = [tree];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (typeof next === 'function') {
      next();
      continue;
    }
    const node = next;
    const place = node.sourceCodeLocation;
    if (isText(node)) outline.text += node.value;
    else if (isElement(node)) {
      const isOurs = inserted?.has(place?.startOffset) === true;
      if (!isOurs) outline.mark(node.tagName, node.attrs);
      stack.push(() => {
        if (isOurs) outline.without(inserted.additionAt(place?.endOffset));
        else outline.mark();
      });
    } else outline.mark(node.nodeName, 'data' in node ? node.data : '');
    if ('content' in node) stack.push(node.content);
    pushChildren(stack, node);
  }
  return outline.text;
};

/**
 * @param parsed The source as it was parsed.
 * @throws {ChangedDocumentError} Where the page is not the same with its links.
 */
export const verifyHtml = (
  tree: Document,
  parsed: string,
  insertions: readonly Insertion[],
): void => {
  if (!insertions.length) return;
  const sorted = insertions.toSorted((a, b) => a.start - b.start);
  const inserted = new Inserted(parsed, sorted);
  const again = parsePage(inserted.text);
  if (outlineOf(again, inserted) !== outlineOf(tree))
    throw new ChangedDocumentError(sorted[0]!.start);
};
