import {parserFor} from './markdown/parse.js';
import type {LintDocument} from './document.js';
import {readHtmlDocument} from './html/document.js';
import {readMarkdownDocument} from './markdown/document.js';

const HTML = /\.html?$/i;

/** Endings of files that are read, for patterns. */
export const DOCUMENT_ENDINGS = ['md', 'markdown', 'mdx', 'html', 'htm'];

/**
 * A document in the language that its name ends with; Markdown by default.
 *
 * @throws {MdxError} Where it is MDX that does not parse.
 */
export const readDocument = async (
  file: string,
  source: string,
): Promise<LintDocument> =>
  HTML.test(file)
    ? readHtmlDocument(file, source)
    : readMarkdownDocument(file, source, await parserFor(file));
