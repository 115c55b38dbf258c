import {LEFT_OUT} from 'term-elements/matching';
import type {Tag} from './tag.js';
import type {TreeNode} from './tree.js';

/** An element of MDX, in trees of Markdown and of HTML. */
interface JsxNode extends TreeNode {
  readonly name?: unknown;
  readonly attributes?: readonly {
    readonly name?: unknown;
    readonly value?: unknown;
  }[];
}

export const isJsx = (node: TreeNode): boolean =>
  /^mdxJsx(?:Flow|Text)Element$/.test(node.type);

/** Components that show a link, a control, a heading or code, by what such are called. */
const NO_PROSE =
  /^(?:a|h\d|pre|kbd|summary)$|(?:link|anchor|button|code|codeblock|heading|title|math|katex|mermaid)$/i;

/** A component is not the element that happens to have its name in small letters. */
const nameOf = (name: string): string => {
  const lower = name.toLowerCase();
  const isComponent = /^[A-Z]|\./.test(name);
  if (!isComponent) return lower;
  if (NO_PROSE.test(name)) return 'code';
  return LEFT_OUT.has(lower) ? `component-${lower}` : lower;
};

/** What an element of MDX is to a linker; a fragment (`<>`) is not an element. */
export const jsxTag = (node: TreeNode): Tag | undefined => {
  const {name, attributes = []} = node as JsxNode;
  return typeof name === 'string'
    ? {
        name: nameOf(name),
        attribute: (wanted) => {
          const names = wanted === 'class' ? ['class', 'className'] : [wanted];
          const found = attributes.find((other) =>
            names.includes(String(other.name)),
          );
          if (!found) return undefined;
          return typeof found.value === 'string' ? found.value : '';
        },
      }
    : undefined;
};
