import {readRawTags} from '../raw-tags.js';
import {isJsx, jsxTag} from '../jsx.js';
import {readExpression, type Reading, TextReader} from '../reader.js';
import type {TextRun} from '../text-run.js';
import type {Tag} from '../tag.js';
import type {TreeNode, TreeText} from '../tree.js';

/** An element of hast, as far as it is read here. */
interface Element extends TreeNode {
  readonly tagName: string;
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
}

const isElement = (node: TreeNode): node is Element =>
  typeof (node as Partial<Element>).tagName === 'string';

/** `aria-hidden` is `ariaHidden` here, and `class` is `className`. */
const keyOf = (name: string): string =>
  name === 'class' ? 'classname' : name.replaceAll('-', '').toLowerCase();

const valueOf = (value: unknown, name: string): string | undefined => {
  if (value === true) return '';
  // What an attribute of two words says by its absence, others say aloud.
  if (value === false)
    return /^(?:contenteditable|aria-)/.test(name) ? 'false' : undefined;
  if (value === null || value === undefined) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value as string);
};

const tagOf = ({tagName, properties = {}}: Element): Tag => ({
  name: tagName.toLowerCase(),
  attribute: (name) => {
    const wanted = keyOf(name);
    for (const [key, value] of Object.entries(properties))
      if (keyOf(key) === wanted) return valueOf(value, name);
    return undefined;
  },
});

/** The text of an HTML tree (hast) that may be linked. */
export const readHast = (
  tree: TreeNode,
  reading: Reading,
): readonly TextRun<TreeText>[] => {
  const reader = new TextReader<TreeText>(reading);
  const stack: (TreeText | undefined)[] = [{node: tree, parent: tree}];
  while (stack.length) {
    const place = stack.pop();
    if (!place) {
      reader.close();
      continue;
    }
    const {node} = place;
    const {type, value = '', children = []} = node;
    if (type === 'text') reader.text(value, place);
    else if (type === 'raw') readRawTags(value, reader);
    else if (type === 'mdxTextExpression') readExpression(reader, place);
    else if (type === 'comment') reader.part();
    const tag = isElement(node)
      ? tagOf(node)
      : isJsx(node)
        ? jsxTag(node)
        : undefined;
    if (tag) {
      reader.open(tag);
      stack.push(undefined);
    }
    for (let at = children.length - 1; at >= 0; at--)
      stack.push({node: children[at]!, parent: node});
  }
  return reader.end();
};
