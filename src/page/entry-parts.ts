import {html, type TemplateResult} from 'lit';
import {linkAddress} from '../glossary/address.js';
import type {Entry, RelatedTerm} from '../glossary/source.js';
import {dateText} from './dates.js';
import {words} from './locale-strings.js';

/** A source of an entry; `url` only where it is an address that may be a link. */
export interface NamedLink {
  readonly name: string;
  readonly url: string | undefined;
}

/** The sources of an entry. It may come from a source of the host's, so it is checked. */
export const sourcesOf = ({term, origin}: Entry): readonly NamedLink[] =>
  (Array.isArray(term.sources) ? term.sources : []).map(
    ({title, url}: {title: string; url?: string}) => ({
      name: title,
      url: linkAddress(url, origin),
    }),
  );

/** A date of an entry, written in the language of its texts. */
export const timeTemplate = (
  {glossary, language = glossary.language}: Entry,
  iso: string,
): TemplateResult<1> =>
  html`<time datetime=${iso}>${dateText(iso, language)}</time>`;

/**
 * What is said of an entry that is no longer used.
 *
 * @param link Shows the entry to use instead.
 */
export const deprecatedText = (
  {term, links}: Entry,
  link: (use: RelatedTerm) => unknown,
): TemplateResult<1> | string => {
  const id = term.deprecated?.use;
  return id
    ? html`${words.deprecatedUse} ${link({id, name: links.nameOf(id) ?? id, url: links.addressOf(id)})}.`
    : words.deprecated;
};
