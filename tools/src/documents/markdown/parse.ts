import {fromMarkdown} from 'mdast-util-from-markdown';
import {GFM, type MarkdownParser} from './gfm.js';
import {maskMarkdown} from './mask.js';
import {maskSurplus} from './surplus.js';

/** CommonMark with tables, footnotes, struck text, tasks and literal addresses. */
export const markdownParser: MarkdownParser = {
  document(source, mask = (text) => text) {
    const text = maskMarkdown(source).replace(/^\uFEFF/, ' ');
    const parsed = maskSurplus(mask(text));
    return {tree: this.part(parsed), parsed};
  },
  part: (parsed) => fromMarkdown(parsed, GFM),
};

const MDX = /\.mdx$/i;

/** The parser for a file, by its name. The one for MDX is loaded when a file needs it. */
export const parserFor = async (file: string): Promise<MarkdownParser> =>
  MDX.test(file) ? (await import('./mdx.js')).mdxParser : markdownParser;
