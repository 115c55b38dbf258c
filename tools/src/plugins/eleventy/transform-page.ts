import {readFile, stat} from 'node:fs/promises';
import {
  documentSource,
  type Glossary,
  parseGlossary,
} from 'term-elements/glossary';
import {ChangedDocumentError} from '../../link/changed-document-error.js';
import type {DocumentOptions} from '../../link/links-of.js';
import {linkHtml} from '../../link/html/link-html.js';
import {unknownMessage} from '../../link/references.js';
import {prerender} from '../../prerender/index.js';
import type {EleventyTermsOptions} from '../eleventy.js';

interface Known {
  readonly changed: number;
  readonly glossary: Glossary;
}

/** Documents by their files; read again when a file has changed. */
const known = new Map<string, Known>();

const read = async (path: string): Promise<Glossary> => {
  const {mtimeMs: changed} = await stat(path);
  const own = known.get(path);
  if (own?.changed === changed) return own.glossary;
  const text = await readFile(path, 'utf8');
  const glossary = parseGlossary(JSON.parse(text.replace(/^\uFEFF/, '')), path);
  known.set(path, {changed, glossary});
  return glossary;
};

/**
 * A page with its words linked and our elements filled in.
 *
 * @param url Address of the page from the root of the site, as Eleventy says it.
 * @throws {GlossaryFormatError} Where the file is no valid glossary.
 */
export const transformPage = async (
  html: string,
  options: EleventyTermsOptions,
  url: unknown,
): Promise<string> => {
  const {
    glossary: named,
    glossaryHref,
    siteUrl,
    stylesheet,
    link = true,
  } = options;
  const glossary = typeof named === 'string' ? await read(named) : named;
  const linked = link ? linkedPage(html, {...options, glossary}, url) : html;
  if (siteUrl === undefined || typeof url !== 'string') return linked;
  const page = new URL(url.replace(/^\/+/, ''), siteUrl);
  const own =
    glossaryHref === undefined ? undefined : new URL(glossaryHref, page).href;
  const {html: whole, notes} = await prerender(linked, {
    url: page.href,
    glossary: documentSource(glossary),
    stylesheet,
    fetch: (address) =>
      address === own
        ? Promise.resolve(Response.json(glossary))
        : Promise.reject(
            new Error(
              `${address} is not read while Eleventy builds the site; glossaryHref says where the site has its glossary`,
            ),
          ),
  });
  for (const {line, tag, message} of notes)
    console.warn(`[term-elements] ${url}:${line}: <${tag}>: ${message}`);
  return whole;
};

/** A page that cannot be linked is published as it is. */
const linkedPage = (
  html: string,
  options: DocumentOptions,
  url: unknown,
): string => {
  try {
    const {text, unknown} = linkHtml(html, options);
    for (const {reference} of unknown)
      console.warn(
        `[term-elements] ${String(url)}: ${unknownMessage(reference)}`,
      );
    return text;
  } catch (error) {
    if (!(error instanceof ChangedDocumentError)) throw error;
    console.warn(
      `[term-elements] ${String(url)}: ${error.message}; the page has none`,
    );
    return html;
  }
};
