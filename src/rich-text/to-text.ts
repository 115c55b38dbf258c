import type {RichText} from '../glossary/types.js';
import {type Inline, parseRichText} from './parse.js';

const inline = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) => ('text' in node ? node.text : inline(node.children)))
    .join('');

/** A text without any markup; paragraphs and items on lines of their own. */
export const toText = (text: RichText): string =>
  typeof text === 'string'
    ? text
    : parseRichText(text.markdown, text.math)
        .flatMap((block) =>
          block.type === 'paragraph'
            ? [inline(block.children)]
            : block.items.map(inline),
        )
        .join('\n');
