/**
 * Formulas. A page holds them as trees of MathML that a build made of TeX, and
 * draws them by templates of a closed list of elements and attributes: there is
 * no TeX parser in the page, and nothing to sanitise.
 */
import {html, mathml, nothing, type TemplateResult} from 'lit';
import type {MathTree} from '../glossary/types.js';

type Attributes = Readonly<Record<string, string>>;

type Draw = (content: unknown, attributes: Attributes) => TemplateResult;

/** Every element that is drawn, with the attributes that change its look. */
const ELEMENTS: Readonly<Record<string, Draw>> = {
  math: (content, {display = nothing}) =>
    html`<math display=${display}>${content}</math>`,
  mi: (content, {mathvariant = nothing}) =>
    mathml`<mi mathvariant=${mathvariant}>${content}</mi>`,
  mo: (content, attributes) => {
    const {form = nothing, stretchy = nothing, lspace = nothing} = attributes;
    const {rspace = nothing, movablelimits = nothing} = attributes;
    return mathml`<mo form=${form} stretchy=${stretchy} lspace=${lspace} rspace=${rspace} movablelimits=${movablelimits}>${content}</mo>`;
  },
  mspace: (_, {width = nothing}) => mathml`<mspace width=${width}></mspace>`,
  mstyle: (content, {displaystyle = nothing, scriptlevel = nothing}) =>
    mathml`<mstyle displaystyle=${displaystyle} scriptlevel=${scriptlevel}>${content}</mstyle>`,
  mn: (content) => mathml`<mn>${content}</mn>`,
  mtext: (content) => mathml`<mtext>${content}</mtext>`,
  mrow: (content) => mathml`<mrow>${content}</mrow>`,
  mfrac: (content) => mathml`<mfrac>${content}</mfrac>`,
  msqrt: (content) => mathml`<msqrt>${content}</msqrt>`,
  mroot: (content) => mathml`<mroot>${content}</mroot>`,
  msub: (content) => mathml`<msub>${content}</msub>`,
  msup: (content) => mathml`<msup>${content}</msup>`,
  msubsup: (content) => mathml`<msubsup>${content}</msubsup>`,
  munder: (content) => mathml`<munder>${content}</munder>`,
  mover: (content) => mathml`<mover>${content}</mover>`,
  munderover: (content) => mathml`<munderover>${content}</munderover>`,
};

/** The attributes of the elements above. */
const ATTRIBUTES = new Set(
  'display mathvariant form stretchy lspace rspace movablelimits width displaystyle scriptlevel'.split(
    ' ',
  ),
);

/** Formulas are shallow; a tree that is not could exhaust the stack. */
const MOST_DEPTH = 40;

export interface MathParts {
  readonly name: string;
  readonly attributes: Attributes;
  readonly content: readonly unknown[];
}

/** An element taken apart; `undefined` for one that is not drawn. */
const partsOf = (tree: MathTree): MathParts | undefined => {
  const [name, first, ...rest] = tree;
  if (typeof name !== 'string' || !Object.hasOwn(ELEMENTS, name))
    return undefined;
  if (typeof first !== 'object' || !first || Array.isArray(first))
    return {name, attributes: {}, content: tree.slice(1)};
  const attributes = Object.entries(first).filter(
    ([key, value]) => ATTRIBUTES.has(key) && typeof value === 'string',
  );
  return {
    name,
    attributes: Object.fromEntries(attributes) as Attributes,
    content: rest,
  };
};

/** Folds a tree from its leaves; `undefined` if a part of it is not drawn. */
export const foldMath = <T>(
  tree: MathTree,
  element: (parts: MathParts, content: readonly (T | string)[]) => T,
  depth = 0,
): T | undefined => {
  const parts = depth < MOST_DEPTH ? partsOf(tree) : undefined;
  if (!parts) return undefined;
  const content: (T | string)[] = [];
  for (const part of parts.content) {
    const inner =
      typeof part === 'string'
        ? part
        : Array.isArray(part)
          ? foldMath(part, element, depth + 1)
          : undefined;
    if (inner === undefined) return undefined;
    content.push(inner);
  }
  return element(parts, content);
};

/**
 * A formula as templates; `undefined` if it has an element that is not drawn.
 */
export const mathTemplate = (tree: MathTree): TemplateResult | undefined =>
  foldMath<TemplateResult>(tree, ({name, attributes}, content) =>
    ELEMENTS[name]!(content, attributes),
  );
