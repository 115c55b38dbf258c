import type {MathTree} from '../glossary/types.js';
import {escapeHtml} from './escape-html.js';
import {foldMath} from './math.js';

/** A formula as MathML; `undefined` if a part of it is not drawn. */
export const mathMarkup = (tree: MathTree): string | undefined =>
  foldMath<{readonly markup: string}>(tree, ({name, attributes}, content) => {
    const written = Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
      .join('');
    const inside = content
      .map((part) =>
        typeof part === 'string' ? escapeHtml(part) : part.markup,
      )
      .join('');
    return {markup: `<${name}${written}>${inside}</${name}>`};
  })?.markup;
