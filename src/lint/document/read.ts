import type {LintDocument} from './document.js';
import {readHtmlDocument} from './html.js';
import {readMarkdownDocument} from './markdown.js';

const HTML = /\.html?$/i;
const MDX = /\.mdx$/i;

/** Endings of files that are read, for patterns. */
export const DOCUMENT_ENDINGS = ['md', 'markdown', 'mdx', 'html', 'htm'];

/** A document in the language that its name ends with; Markdown by default. */
export const readDocument = (file: string, source: string): LintDocument =>
  HTML.test(file)
    ? readHtmlDocument(file, source)
    : readMarkdownDocument(file, source, {isMdx: MDX.test(file)});
