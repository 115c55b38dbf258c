import type {Glossary} from 'term-elements/glossary';
import {linkHtml} from '../html/link-html.js';
import type {DocumentSettings} from '../links-of.js';
import {linkMarkdown} from '../markdown/link-markdown.js';
import type {LinkedText} from '../result.js';
import {parserFor} from '../../documents/markdown/parse.js';

/**
 * Links a document of the kind that its name says.
 *
 * @throws {MdxError} Where it is MDX that does not parse.
 */
export const linkText = async (
  path: string,
  text: string,
  settings: DocumentSettings & {
    readonly glossary: Glossary;
    readonly termHref?: string | undefined;
  },
): Promise<LinkedText> =>
  /\.html?$/i.test(path)
    ? linkHtml(text, settings)
    : linkMarkdown(text, {...settings, parser: await parserFor(path)});
