import type {Root} from 'mdast';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';

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
