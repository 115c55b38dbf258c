import {html, nothing, type TemplateResult} from 'lit';
import {linkAddress} from '../../glossary/address.js';
import {kindLabel} from '../../glossary/forms.js';
import type {Entry, RelatedTerm} from '../../glossary/source.js';
import {dateText} from '../../internal/dates.js';
import {heading} from '../../internal/heading.js';
import {words} from '../../internal/words.js';
import {toLit} from '../../rich-text/to-lit.js';
import {figureTemplate} from './figure-template.js';

/** How an entry is shown. */
export interface EntryView {
  readonly headingLevel: number;
  /** `any`: pictures from every origin. */
  readonly images: string;
  /** Fragment of the page's address that leads to the entry. */
  readonly anchor?: string;
}

const link = (address: string | undefined, content: unknown) =>
  address === undefined ? content : html`<a href=${address}>${content}</a>`;

/** One entry: what `<term-card>` shows, and each card of an area. */
export const entryTemplate = (
  entry: Entry,
  view: EntryView,
): TemplateResult => {
  const {term, url, glossary, links} = entry;
  const figure = figureTemplate(entry, view.images);
  const kind = kindLabel(glossary, term);
  return html`
    <article
      part="entry"
      class=${figure === nothing ? 'entry' : 'entry pictured'}
      id=${view.anchor ?? nothing}
    >
      <div class="headword">
        ${heading(view.headingLevel, 'name', html`<dfn>${link(url, term.name)}</dfn>`)}
        ${kind ? html`<span class="kind" part="kind">${kind}</span>` : nothing}
      </div>
      ${term.deprecated ? deprecatedTemplate(entry) : nothing}
      ${term.summary ? html`<p class="summary" part="summary">${term.summary}</p>` : nothing}
      ${
        term.definition
          ? html`<div class="definition" part="definition">${toLit(term.definition, links)}</div>`
          : nothing
      }
      ${metaTemplate(entry)} ${figure} ${moreTemplate(entry)}
    </article>
  `;
};

const deprecatedTemplate = ({term, links}: Entry) => {
  const use = term.deprecated?.use;
  return html`<p class="deprecated" part="deprecated">
    ${use ? html`${words.deprecatedUse} ${link(links.addressOf(use), use)}.` : words.deprecated}
  </p>`;
};

const metaTemplate = ({term, glossary: {language}, origin}: Entry) => {
  const {published, modified, reviewed, author, difficulty} = term;
  const date = published ?? modified;
  if (!date && !reviewed && !author && !difficulty) return nothing;
  const time = (iso: string) =>
    html`<time datetime=${iso}>${dateText(iso, language)}</time>`;
  return html`<p class="meta" part="meta">
    ${date ? time(date) : nothing}
    ${
      author
        ? html`<span>${words.by} ${link(linkAddress(author.url, origin), author.name)}</span>`
        : nothing
    }
    ${reviewed ? html`<span>${words.reviewed} ${time(reviewed)}</span>` : nothing}
    ${difficulty ? html`<span>${words.difficulty} ${difficulty}</span>` : nothing}
  </p>`;
};

const moreTemplate = ({term, related, origin}: Entry) => {
  const sources = Array.isArray(term.sources) ? term.sources : [];
  if (!related.length && !sources.length) return nothing;
  return html`<div class="more" part="more">
    ${related.length ? rowTemplate('related', words.seeAlso, related.map(relatedLink)) : nothing}
    ${
      sources.length
        ? rowTemplate(
            'sources',
            words.sources,
            sources.map(({title, url}: {title: string; url?: string}) =>
              link(linkAddress(url, origin), title),
            ),
          )
        : nothing
    }
  </div>`;
};

const relatedLink = ({name, url}: RelatedTerm) => link(url, name);

const rowTemplate = (part: string, label: string, items: readonly unknown[]) =>
  html`<p part=${part}><b>${label}</b> ${items.map((item, index) => [index ? ' · ' : '', item])}</p>`;
