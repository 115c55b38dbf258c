import {html, type TemplateResult} from 'lit';
import {linkAddress} from '../glossary/address.js';
import type {Locale} from '../glossary/locale/locale.js';
import type {Entry, RelatedTerm} from '../glossary/source.js';
import {dateText} from './dates.js';
import {textOf, textWith} from './locale-text.js';

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

/** The language of dates: that of the page, or of the entry if the page says none. */
export const dateLanguage = (
  {glossary, language = glossary.language}: Entry,
  locale: Locale,
): string | undefined => locale.language || language;

/** A date of an entry. */
export const timeTemplate = (
  entry: Entry,
  iso: string,
  locale: Locale,
): TemplateResult<1> =>
  html`<time datetime=${iso}>${dateText(iso, dateLanguage(entry, locale))}</time>`;

/** What every card states about an entry in one line, except for its sources. */
export const factsOf = (
  entry: Entry,
  locale: Locale,
): readonly TemplateResult<1>[] => {
  const {reviewed} = entry.term;
  return reviewed
    ? [textWith(locale, 'reviewed', timeTemplate(entry, reviewed, locale))]
    : [];
};

/**
 * That an entry is no longer used.
 *
 * @param link Shows the entry to use instead.
 */
export const deprecatedText = (
  {term, links}: Entry,
  locale: Locale,
  link: (use: RelatedTerm) => unknown,
): TemplateResult<1> | string => {
  const id = term.deprecated?.use;
  return id
    ? textWith(
        locale,
        'deprecatedUse',
        link({id, name: links.nameOf(id) ?? id, url: links.addressOf(id)}),
      )
    : textOf(locale, 'deprecated');
};
