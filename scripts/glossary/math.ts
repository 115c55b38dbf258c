/** Formulas of the glossary's sources as MathML trees. */
import {type DefaultTreeAdapterTypes as Tree, parseFragment} from 'parse5';
import temml from 'temml';

/** A MathML element: its name, its attributes where it has any, what is in it. */
export type MathNode = readonly (
  string | Readonly<Record<string, string>> | MathNode
)[];

/** What changes the look of a formula in MathML Core; Temml writes more. */
const ATTRIBUTES = new Set(
  'display mathvariant form stretchy movablelimits lspace rspace width displaystyle scriptlevel'.split(
    ' ',
  ),
);

/** Elements that the pages draw: those of src/rich-text/math.ts. */
const ELEMENTS = new Set(
  'math mi mn mo mtext mspace mrow mstyle mfrac msqrt mroot msub msup msubsup munder mover munderover'.split(
    ' ',
  ),
);

/**
 * A formula as a tree.
 *
 * @param tex TeX, as it stands between the dollars.
 * @throws {Error} If Temml cannot read it, or makes an element that pages do not draw.
 */
export const mathTree = (tex: string, isBlock: boolean): MathNode => {
  const markup = temml.renderToString(tex, {
    displayMode: isBlock,
    throwOnError: true,
  });
  return treeOf(parseFragment(markup).childNodes[0] as Tree.Element);
};

const treeOf = ({tagName, attrs, childNodes}: Tree.Element): MathNode => {
  if (!ELEMENTS.has(tagName))
    throw new Error(`a formula may have no <${tagName}>`);
  const attributes = attrs
    .filter(({name}) => ATTRIBUTES.has(name))
    .map(({name, value}) => [name, value] as const);
  const children = childNodes.map((child) =>
    'value' in child ? child.value : treeOf(child as Tree.Element),
  );
  return attributes.length
    ? [tagName, Object.fromEntries(attributes), ...children]
    : [tagName, ...children];
};
