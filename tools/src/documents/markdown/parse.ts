import type {Root} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';
import {maskMarkdown} from './mask.js';
import {maskSurplus} from './surplus.js';

/** A document as a tree, and the text that it was parsed from. */
export interface ParsedMarkdown {
  readonly tree: Root;
  /** The source with parts out of sight; of equal length, so all offsets are those of the source. */
  readonly parsed: string;
}

/** Parses Markdown, or a language that extends it. */
export interface MarkdownParser {
  /**
   * @param source Of a document in Markdown `mask` may put more out of sight
   *     first. MDX knows no templates: its braces are code.
   * @throws {MdxError} Where the text is MDX that does not parse.
   */
  document(source: string, mask?: (source: string) => string): ParsedMarkdown;
  /** Parses a part of what `document` returned as `parsed`, edited or not. */
  part(parsed: string): Root;
}

/**
 * Settings of the parser for GFM. What searches texts for literal addresses is
 * left out: it forgets where in the source they are.
 */
export const GFM = {
  extensions: [gfm()],
  mdastExtensions: gfmFromMarkdown().map((extension) => ({
    ...extension,
    transforms: [],
  })),
};

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
