import {html, nothing, type TemplateResult} from 'lit';
import {linkAddress} from '../../glossary/address.js';
import {kindLabel} from '../../glossary/kinds.js';
import type {Entry} from '../../glossary/source.js';
import {dateText} from '../../page/dates.js';
import {
  deprecatedText,
  sourcesOf,
  timeTemplate,
} from '../../page/entry-parts.js';
import {atLevel} from '../../page/heading.js';
import {words} from '../../page/locale-strings.js';
import {toLit} from '../../rich-text/to-lit.js';
import {figureTemplate} from '../../page/figure-template.js';
import {entryFigure, type FigureHost} from '../term-figure/drawn-figure.js';

/** How an entry is shown. */
export interface EntryView extends FigureHost {
  readonly headingLevel: number;
  /** `any`: pictures from every origin. */
  readonly images: string;
  /** Address of the page, where there is no document to tell it. */
  readonly base?: string | undefined;
  /** Fragment of the page's address that leads to the entry. */
  readonly anchor?: string;
}

/** A source may be the host's own, so its addresses are checked where they are written. */
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
 * template (a nested one costs as much as all bindings of a flat one), what is
 * empty is hidden by the style sheet, and no space stands between blocks,
 * where it would be text nodes. The figures are in
 * docs/decisions/0003-flat-cards.md.
 */
export const entryTemplate = (
  entry: Entry,
  view: EntryView,
): TemplateResult => {
  const {term, url, glossary, links} = entry;
  const figure = figureTemplate(entry, view.images, view.base);
  return atLevel(
    view.headingLevel,
    html`<article
    part="entry"
    class="entry"
    id=${view.anchor ?? nothing}
    ><div class="headword"
      ><h0 part="name"><dfn><a href=${linkAddress(url) ?? nothing}>${term.name}</a></dfn></h0
      ><span class="kind" part="kind">${kindLabel(glossary, term) ?? nothing}</span
    ></div
    >${term.deprecated ? deprecatedTemplate(entry) : nothing}<p
      class="summary" part="summary">${term.summary}</p
    >${
      term.definition
        ? html`<div class="definition" part="definition">${toLit(term.definition, links)}</div>`
        : nothing
    }${entryFigure(term.figure, entry.language ?? glossary.language, view)}${metaTemplate(entry)}${figure}${moreTemplate(entry)}</article>`,
  );
};

const deprecatedTemplate = (entry: Entry) =>
  html`<p class="deprecated" part="deprecated">
    ${deprecatedText(entry, ({name, url}) => link(url, name))}
  </p>`;

const metaTemplate = (entry: Entry) => {
  const {term, glossary, language = glossary.language, origin} = entry;
  const {published, modified, reviewed, author, difficulty} = term;
  const date = published ?? modified;
  const items = [
    author &&
      html`<span>${words.by} ${link(linkAddress(author.url, origin), author.name)}</span>`,
    reviewed &&
      html`<span>${words.reviewed} ${timeTemplate(entry, reviewed)}</span>`,
    difficulty && html`<span>${words.difficulty} ${difficulty}</span>`,
  ].filter(Boolean);
  // A date and nothing else, as most entries have it, is one template.
  if (date && !items.length)
    return html`<p class="meta" part="meta"><time datetime=${date}>${dateText(date, language)}</time></p>`;
  if (date) items.unshift(timeTemplate(entry, date));
  return items.length
    ? html`<p class="meta" part="meta">${items.map((item, index) => [index ? ' ' : '', item])}</p>`
    : nothing;
};

const moreTemplate = (entry: Entry) => {
  const {related} = entry;
  const sources = sourcesOf(entry);
  return related.length || sources.length
    ? html(
        moreStrings(related.length, sources.length),
        ...[...related, ...sources].flatMap(({name, url}) => [
          linkAddress(url) ?? nothing,
          name,
        ]),
      )
    : nothing;
};

const known = new Map<string, TemplateStringsArray>();

/** One template for each number of links: a thousand cards have thousands of them. */
const moreStrings = (
  related: number,
  sources: number,
): TemplateStringsArray => {
  const key = `${related} ${sources}`;
  let strings = known.get(key);
  if (!strings) {
    const rows =
      rowText('related', words.seeAlso, related) +
      rowText('sources', words.sources, sources);
    const parts = `<div class="more" part="more">${rows}</div>`.split(VALUE);
    known.set(key, (strings = Object.assign(parts, {raw: parts})));
  }
  return strings;
};

/** Where a value comes in the text of a template. */
const VALUE = '\0';

/** Links with dots between them; a dot stays on the line of what it follows. */
const rowText = (part: string, label: string, count: number): string => {
  if (!count) return '';
  const link = `<a href=${VALUE}>${VALUE}</a>`;
  const links = Array.from({length: count}, () => link).join('\u00a0· ');
  return `<p part="${part}"><b>${label}</b> ${links}</p>`;
};
