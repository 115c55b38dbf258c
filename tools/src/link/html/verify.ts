/** Reads a linked page again: it has to be the same page, with links. */
import {type DefaultTreeAdapterTypes as Tree, parse} from 'parse5';
import {ChangedDocumentError} from '../changed-document-error.js';
import {Inserted, type Insertion, Outline} from '../insertions.js';

const outlineOf = (tree: Tree.Document, inserted?: Inserted): string => {
  const outline = new Outline();
  const stack: (Tree.Node | (() => void))[] = [tree];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (typeof next === 'function') {
      next();
      continue;
    }
    const node = next;
    const place = node.sourceCodeLocation;
    if ('value' in node) outline.text += node.value;
    else if ('tagName' in node) {
      const isOurs = inserted?.has(place?.startOffset) === true;
      if (!isOurs) outline.mark(node.tagName, node.attrs);
      stack.push(() => {
        if (isOurs) outline.without(inserted.additionAt(place?.endOffset));
        else outline.mark();
      });
    } else outline.mark(node.nodeName, 'data' in node ? node.data : '');
    if ('content' in node) stack.push(node.content);
    const children = 'childNodes' in node ? node.childNodes : [];
    for (let at = children.length - 1; at >= 0; at--) stack.push(children[at]!);
  }
  return outline.text;
};

/**
 * @param parsed The source as it was parsed.
 * @throws {ChangedDocumentError} Where the page is not the same with its links.
 */
export const verifyHtml = (
  tree: Tree.Document,
  parsed: string,
  insertions: readonly Insertion[],
): void => {
  if (!insertions.length) return;
  const sorted = insertions.toSorted((a, b) => a.start - b.start);
  const inserted = new Inserted(parsed, sorted);
  const again = parse(inserted.text, {sourceCodeLocationInfo: true});
  if (outlineOf(again, inserted) !== outlineOf(tree))
    throw new ChangedDocumentError(sorted[0]!.start);
};
