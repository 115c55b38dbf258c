/** MDX, parsed as its compiler parses it. */
import type {Root} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {mdxFromMarkdown} from 'mdast-util-mdx';
import {mdxjs} from 'micromark-extension-mdxjs';
import {maskMarkdown} from './mask.js';
import {MdxError} from './mdx-error.js';
import {GFM, type MarkdownParser, type ParsedMarkdown} from './gfm.js';
import {maskSurplus} from './surplus.js';

const SETTINGS = {
  extensions: [...GFM.extensions, mdxjs()],
  mdastExtensions: [...GFM.mdastExtensions, mdxFromMarkdown()],
};

/** Longest text that is parsed with all its delimiters: that takes time with the square of their number. */
const LONGEST_EXACT = 100_000;

const parse = (text: string): Root => fromMarkdown(text, SETTINGS);

/** The forms in which a document is tried, until one is valid. */
function* readings(source: string): Generator<string> {
  // A module begins at the start of a line: the byte order mark becomes one of its own.
  const text = maskMarkdown(source).replace(/^\uFEFF/, '\n');
  const masked = maskSurplus(text);
  yield masked;
  // Delimiters in code are no surplus.
  if (masked !== text && text.length <= LONGEST_EXACT) yield text;
  const extended = maskExtensions(masked);
  if (extended !== masked) yield extended;
}

/**
 * Writes what site generators add to MDX in a form that MDX has, of equal
 * length: comments of HTML, and ids of headings (`## Title {#id}`).
 */
const maskExtensions = (text: string): string =>
  text
    .replace(/<!--((?:(?!-->|\*\/)[^])*)-->/g, '{/**$1*/}')
    .replace(/^( {0,3}#{1,6}[ \t].*?)[ \t](\{#[^\s{}]+\}[ \t]*)$/gm, '$1\\$2');

export const mdxParser: MarkdownParser = {
  document(source): ParsedMarkdown {
    let first: unknown;
    for (const parsed of readings(source)) {
      try {
        return {tree: parse(parsed), parsed};
      } catch (error) {
        first ??= error;
      }
    }
    throw errorOf(first, source);
  },
  part: parse,
};

/** What the parser throws: a message of a virtual file. */
interface ParserMessage {
  readonly reason?: unknown;
  readonly place?: {
    readonly offset?: number;
    readonly start?: {readonly offset?: number};
  };
}

const errorOf = (error: unknown, source: string): MdxError => {
  const {reason, place} = error as ParserMessage;
  if (typeof reason !== 'string') throw error;
  const offset =
    place?.offset ?? place?.start?.offset ?? offsetIn(reason, source);
  return new MdxError(
    `not valid MDX: ${reason.replace(/\s*\(?\d+:\d+(?:-\d+:\d+)?\)?/g, '')}`,
    Math.min(offset, source.length),
  );
};

/** Where the first place is that a message names: `(line:column-…)`. */
const offsetIn = (message: string, source: string): number => {
  const [, line = 1, column = 1] = /\((\d+):(\d+)/.exec(message) ?? [];
  const before = source
    .split(/(?<=\r\n|\n|\r(?!\n))/)
    .slice(0, Number(line) - 1);
  return before.join('').length + Number(column) - 1;
};
