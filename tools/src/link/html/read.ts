import {
  attribute,
  type Element,
  isElement,
  isHtml,
  isText,
  languageOf,
  type Node,
  type Parent,
  pushChildren,
  type TextNode,
} from '../../documents/html/tree.js';
import {type Reading, TextReader} from '../reader.js';
import type {TextRun} from '../text-run.js';
import type {Tag} from '../tag.js';

/** An element of SVG is not that of HTML with the same name. */
const tagOf = (element: Element): Tag => ({
  name: isHtml(element) ? element.tagName : element.tagName.toLowerCase(),
  attribute: (name) => attribute(element, name),
});

/** The text in a part of a page that a linker looks after. */
export const readTree = (
  root: Parent,
  reading: Reading,
): readonly TextRun<TextNode>[] => {
  const reader = new TextReader<TextNode>(
    reading,
    isElement(root) ? languageOf(root) : '',
  );
  // By hand, not by recursion: elements may be nested as deep as anyone likes.
  const stack: (Node | undefined)[] = root.childNodes.toReversed();
  while (stack.length) {
    const node = stack.pop();
    if (!node) reader.close();
    else if (isElement(node)) {
      reader.open(tagOf(node));
      stack.push(undefined);
      pushChildren(stack, node);
    } else if (isText(node)) reader.text(node.value, node);
    else reader.part();
  }
  return reader.end();
};
