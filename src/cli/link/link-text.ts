import type {Glossary} from '../../glossary/types.js';
import {linkHtml} from '../../linking/html/link-html.js';
import type {DocumentSettings} from '../../linking/links-of.js';
import {linkMarkdown} from '../../linking/markdown/link-markdown.js';
import type {LinkedText} from '../../linking/result.js';

/** Links a document of the kind that its name says. */
export const linkText = (
  path: string,
  text: string,
  settings: DocumentSettings & {
    readonly glossary: Glossary;
    readonly termHref?: string | undefined;
  },
): LinkedText =>
  /\.html?$/i.test(path)
    ? linkHtml(text, settings)
    : linkMarkdown(text, {...settings, isMdx: /\.mdx$/i.test(path)});
