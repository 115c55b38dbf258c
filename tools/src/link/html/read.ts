import {type DefaultTreeAdapterTypes as Tree, html as names} from 'parse5';
import {type Reading, TextReader} from '../reader.js';
import type {Stretch} from '../text-run.js';
import type {Tag} from '../tag.js';

type Element = Tree.Element;
type Parent = Tree.ParentNode;
export type TextNode = Tree.TextNode;

/** An element of SVG is not that of HTML with the same name. */
const tagOf = ({attrs, namespaceURI, tagName}: Element): Tag => ({
  name: namespaceURI === names.NS.HTML ? tagName : tagName.toLowerCase(),
  attribute: (name) => attrs.find((other) => other.name === name)?.value,
});

const isElement = (node: Tree.Node): node is Element => 'tagName' in node;

const languageAround = (root: Parent): string => {
  for (let at: Parent | null = root; at && isElement(at); at = at.parentNode) {
    const language = at.attrs.find(({name}) => name === 'lang')?.value;
    if (language !== undefined) return language;
  }
  return '';
};

/** The text in a part of a page that a linker looks after. */
export const readTree = (
  root: Parent,
  reading: Reading,
): readonly Stretch<TextNode>[] => {
  const reader = new TextReader<TextNode>(reading, languageAround(root));
  // By hand, not by recursion: elements may be nested as deep as anyone likes.
  const stack: (Tree.ChildNode | undefined)[] = root.childNodes.toReversed();
  while (stack.length) {
    const node = stack.pop();
    if (!node) reader.close();
    else if (isElement(node)) {
      reader.open(tagOf(node));
      stack.push(undefined);
      for (let at = node.childNodes.length - 1; at >= 0; at--)
        stack.push(node.childNodes[at]!);
    } else if ('value' in node) reader.text(node.value, node);
    else reader.part();
  }
  return reader.end();
};
