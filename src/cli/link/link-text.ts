import type {Glossary} from '../../glossary/types.js';
import {linkHtml} from '../../linking/html/link-html.js';
import type {DocumentSettings} from '../../linking/links-of.js';
import {linkMarkdown} from '../../linking/markdown/link-markdown.js';
import type {LinkedText} from '../../linking/result.js';
import {parserFor} from '../../markdown/parse.js';

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
