import {html, nothing, type TemplateResult} from 'lit';
import {html as staticHtml} from 'lit/static-html.js';
import {linkAddress} from '../../glossary/address.js';
import {kindLabel} from '../../glossary/kinds.js';
import {type Locale, numberIn} from '../../glossary/locale/locale.js';
import type {Entry, RelatedTerm} from '../../glossary/source.js';
import {dateText} from '../../page/dates.js';
import {
  dateLanguage,
  deprecatedText,
  factsOf,
  sourcesOf,
  timeTemplate,
} from '../../page/entry-parts.js';
import {headingTag} from '../../page/heading.js';
import {textOf, textWith} from '../../page/locale-text.js';
import {toLit} from '../../rich-text/to-lit.js';
import {figureTemplate} from '../../page/figure-template.js';
import {entryFigure, type FigureHost} from '../term-figure/drawn-figure.js';

/** What the attributes of an element say of how it shows entries. */
export interface EntrySettings {
  readonly headingLevel: number;
  /** `any`: pictures from every origin. */
  readonly images: string;
}

/** How an entry is shown. */
export interface EntryView extends EntrySettings, FigureHost {
  /** Address of the page, where there is no document to read it from. */
  readonly base?: string | undefined;
  /** Fragment of the page's address that leads to the entry. */
  readonly anchor?: string;
}

/** The source may be the host's own, so addresses are checked here. */
const link = (url: string | undefined, content: unknown) => {
  const address = linkAddress(url);
  return address === undefined
    ? content
    : html`<a href=${address}>${content}</a>`;
};

/**
 * One entry: what `<term-card>` shows, and each card of an area.
 *
 * A page may have a thousand of these, so what most entries have is in one
 * template (a nested one costs as much as all bindings of a flat one), the
 * style sheet hides what is empty, and there is no white space between blocks,
 * which would be text nodes. The figures are in
 * docs/decisions/0003-flat-cards.md.
 */
export const entryTemplate = (
  entry: Entry,
  view: EntryView,
): TemplateResult => {
  const {term, url, glossary, links} = entry;
  const figure = figureTemplate(entry, view.images, view.base);
  const tag = headingTag(view.headingLevel);
  return staticHtml`<article
    part="entry"
    class="entry"
    id=${view.anchor ?? nothing}
    ><div class="headword"
      ><${tag} part="name"><dfn><a href=${linkAddress(url) ?? nothing}>${term.name}</a></dfn></${tag}
      ><span class="kind" part="kind">${kindLabel(glossary, term) ?? nothing}</span
    ></div
    >${term.deprecated ? deprecatedTemplate(entry, view.locale) : nothing}<p
      class="summary" part="summary">${term.summary}</p
    >${
      term.definition
        ? html`<div class="definition" part="definition">${toLit(term.definition, links)}</div>`
        : nothing
    }${entryFigure(term.figure, entry.language ?? glossary.language, view)}${metaTemplate(entry, view.locale)}${figure}${moreTemplate(entry, view.locale)}</article>`;
};

const deprecatedTemplate = (entry: Entry, locale: Locale) =>
  html`<p class="deprecated" part="deprecated">
    ${deprecatedText(entry, locale, ({name, url}) => link(url, name))}
  </p>`;

const metaTemplate = (entry: Entry, locale: Locale) => {
  const {term, origin} = entry;
  const {published, modified, author, difficulty} = term;
  const date = published ?? modified;
  const items = [
    author &&
      html`<span>${textWith(locale, 'by', link(linkAddress(author.url, origin), author.name))}</span>`,
    ...factsOf(entry, locale).map((fact) => html`<span>${fact}</span>`),
    difficulty &&
      html`<span>${textWith(locale, 'difficulty', numberIn(locale.strings.language, difficulty))}</span>`,
  ].filter(Boolean);
  // A date and nothing else, as most entries have it, is one template.
  if (date && !items.length)
    return html`<p class="meta" part="meta"><time datetime=${date}>${dateText(date, dateLanguage(entry, locale))}</time></p>`;
  if (date) items.unshift(timeTemplate(entry, date, locale));
  return items.length
    ? html`<p class="meta" part="meta">${items.map((item, index) => [index ? ' ' : '', item])}</p>`
    : nothing;
};

const moreTemplate = (entry: Entry, locale: Locale) => {
  const {related} = entry;
  const sources = sourcesOf(entry);
  return related.length || sources.length
    ? html`<div class="more" part="more">${rowTemplate('related', textOf(locale, 'seeAlso'), related)}${rowTemplate('sources', textOf(locale, 'sources'), sources)}</div>`
    : nothing;
};

type ShownLink = Pick<RelatedTerm, 'name' | 'url'>;

const rowTemplate = (
  part: string,
  label: unknown,
  links: readonly ShownLink[],
) =>
  links.length
    ? html`<p part=${part}><b>${label}</b> ${linksTemplate(links)}</p>`
    : nothing;

const href = ({url}: ShownLink) => linkAddress(url) ?? nothing;

/**
 * Links with dots between them. A dot stays on the line of the link before it.
 */
const linksTemplate = (links: readonly ShownLink[]): unknown => {
  if (links.length <= LINKS) return someLinks(links);
  const parts: unknown[] = [];
  for (let at = 0; at < links.length; at += LINKS)
    parts.push(at ? '\u00a0· ' : '', someLinks(links.slice(at, at + LINKS)));
  return parts;
};

/** Links in one template: a thousand cards have thousands of them. */
const LINKS = 3;

const someLinks = ([a, b, c]: readonly ShownLink[]) => {
  if (!a) return nothing;
  if (!b) return html`<a href=${href(a)}>${a.name}</a>`;
  if (!c)
    return html`<a href=${href(a)}>${a.name}</a>\u00a0· <a href=${href(b)}>${b.name}</a>`;
  return html`<a href=${href(a)}>${a.name}</a>\u00a0· <a href=${href(b)}>${b.name}</a>\u00a0· <a href=${href(c)}>${c.name}</a>`;
};
