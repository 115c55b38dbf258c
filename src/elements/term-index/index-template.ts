import {html, nothing, type TemplateResult} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import {linkAddress} from '../../glossary/address.js';
import {kindLabel} from '../../glossary/kinds.js';
import {
  langMark,
  type TermText,
  textLanguage,
} from '../../glossary/language-tags.js';
import {type Locale, numberIn} from '../../glossary/locale/locale.js';
import type {StringName} from '../../glossary/locale/locale-strings.js';
import type {Entry, ListedEntry} from '../../glossary/source.js';
import {headingTag} from '../../page/heading.js';
import {langFor, textOf, textWith} from '../../page/locale-text.js';
import {html as staticHtml} from 'lit/static-html.js';
import {type EntryView, entryTemplate} from '../term-card/entry-template.js';
import {
  areaName,
  areasOf,
  type BarLetter,
  type Choice,
  type FilterName,
  type Filters,
  letterGroups,
} from './index-content.js';
import {type IndexSearch, MOST_RESULTS, type Result} from './index-search.js';
import {markedTemplate, noneTemplate} from './search-template.js';

/** How rows are shown, and what they call back. */
export interface RowView extends EntryView {
  /** By id, the entries that are open; `undefined` for one that is on its way. */
  readonly open: ReadonlyMap<string, Entry | undefined>;
  readonly toggle: (id: string) => void;
}

const NO_MARKS: Pick<Result, 'words'> = {words: new Map()};

/** Gives an element the language of a text where it is not that of the page (WCAG 2.2, 3.1.2). */
const inLanguage = (
  {entry}: ListedEntry,
  {language}: Locale,
  text: TermText | 'labels',
) => {
  if (!entry) return nothing;
  const own =
    text === 'labels'
      ? (entry.language ?? entry.glossary.language)
      : textLanguage(entry, text);
  return langMark(own, language) ?? nothing;
};

const directionOf = (language: unknown) =>
  language === nothing ? nothing : 'auto';

/** Its address, else a button that opens the rest of it. */
const nameTemplate = (
  {id, url}: ListedEntry,
  name: unknown,
  {open, toggle}: RowView,
): TemplateResult => {
  const address = linkAddress(url);
  return address === undefined
    ? html`<button
        type="button"
        aria-expanded=${open.has(id) ? 'true' : 'false'}
        @click=${() => {
          toggle(id);
        }}
      >${name}</button>`
    : html`<a href=${address}>${name}</a>`;
};

/** One term: what a reader needs to know whether it is the one. */
const rowTemplate = (
  item: ListedEntry,
  view: RowView,
  search: IndexSearch,
  result?: Result,
): TemplateResult => {
  const {id, entry} = item;
  const marks = result ?? NO_MARKS;
  const mark = (text: string) =>
    result ? markedTemplate(search, text, marks) : text;
  const {abbreviation, summary} = entry?.term ?? {};
  const kind = entry && kindLabel(entry.glossary, entry.term);
  const areas = entry ? areasOf(entry) : [];
  const opened = view.open.get(id);
  const name = inLanguage(item, view.locale, 'name');
  const sentence = inLanguage(item, view.locale, 'summary');
  const labels = inLanguage(item, view.locale, 'labels');
  return html`<li
    part="entry"
    class="row"
    id=${id}
  ><p class="headword"><dfn part="name" lang=${name} dir=${directionOf(name)}>${nameTemplate(item, mark(item.name), view)}</dfn>${
    abbreviation === undefined
      ? nothing
      : html` <span class="abbreviation" part="abbreviation">${mark(abbreviation)}</span>`
  }${
    result?.alias === undefined || result.alias === abbreviation
      ? nothing
      : html` <span class="alias" part="alias">${mark(result.alias)}</span>`
  }${
    kind !== undefined || areas.length
      ? html` <span class="quiet" lang=${labels}
            >${kind === undefined ? nothing : html`<span class="kind" part="kind">${kind}</span>`}${areas.map(
              (area) =>
                html` <span class="area" part="area">${areaName(area, entry!)}</span>`,
            )}</span>`
      : nothing
  }</p>${
    summary
      ? html`<p class="summary" part="summary" lang=${sentence} dir=${directionOf(sentence)}>${mark(summary)}</p>`
      : nothing
  }${
    opened
      ? html`<div class="card" lang=${labels}>${entryTemplate(opened, view)}</div>`
      : nothing
  }</li>`;
};

/** The terms of a page under their letters. */
export const listTemplate = (
  items: readonly ListedEntry[],
  language: string,
  view: RowView,
  search: IndexSearch,
): TemplateResult => {
  const tag = headingTag(view.headingLevel);
  const groups = letterGroups(items, language);
  return html`<div class="list" part="list">${groups.map(
    ({letter, items: own}) =>
      staticHtml`<section class="group"
        ><${tag} class="letter" part="letter" id="letter-${letter}" tabindex="-1">${letter}</${tag}
        ><ul role="list" class=${own.some(({entry}) => entry) ? 'rows' : 'rows names'}>${own.map(
          (item) => rowTemplate(item, view, search),
        )}</ul></section>`,
  )}</div>`;
};

/** What a search has found, in the place of the list. */
export const resultsTemplate = (
  search: IndexSearch,
  view: RowView,
): TemplateResult => {
  const results = search.results!;
  const {found, nearest, typed} = results;
  const {strings} = view.locale;
  const tag = headingTag(view.headingLevel);
  const shown = found.length ? found.slice(0, MOST_RESULTS) : nearest;
  return html`<div class="list" part="results">${
    found.length
      ? staticHtml`<${tag} class="letter" part="found" tabindex="-1"><q>${typed.trim()}</q> <span class="count">${textWith(
          view.locale,
          'indexResults',
          numberIn(strings.language, found.length),
        )}</span></${tag}>`
      : noneTemplate(results, view.locale)
  }<ul role="list" class="rows">${shown.map((result) =>
    rowTemplate(result.item, view, search, result),
  )}</ul></div>`;
};

/**
 * The bar of letters.
 *
 * @param addressOf Address of the page that a letter begins on, if pages have one.
 */
export const lettersTemplate = (
  letters: readonly BarLetter[],
  locale: Locale,
  addressOf: (start: number) => string | undefined,
  go: (letter: string, start: number) => void,
): TemplateResult =>
  html`<nav class="letters" part="letters" aria-label=${locale.strings.indexLetters} lang=${langFor(locale, 'indexLetters')}>${letters.map(
    ({letter, start}) => {
      if (start === undefined)
        return html`<span aria-hidden="true">${letter}</span>`;
      const address = addressOf(start);
      return address === undefined
        ? html`<button type="button" @click=${() => {
            go(letter, start);
          }}>${letter}</button>`
        : html`<a href="${address}#letter-${letter}">${letter}</a>`;
    },
  )}</nav>`;

const FILTER_STRINGS: Readonly<Record<FilterName, StringName>> = {
  kind: 'indexKind',
  area: 'indexArea',
  tag: 'indexTag',
  difficulty: 'indexDifficulty',
};

/** A control for each filter that has a choice. */
export const filtersTemplate = (
  filters: readonly {
    readonly name: FilterName;
    readonly choices: readonly Choice[];
  }[],
  chosen: Filters,
  locale: Locale,
  choose: (name: FilterName, value: string) => void,
): TemplateResult =>
  html`<div class="filters" part="filters">${filters.map(
    ({name, choices}) =>
      html`<label part="filter"><span>${textOf(locale, FILTER_STRINGS[name])}</span> <select
        @change=${({currentTarget}: Event) => {
          choose(name, (currentTarget as HTMLSelectElement).value);
        }}
      ><option value="" lang=${langFor(locale, 'indexAll')}>${locale.strings.indexAll}</option>${choices.map(
        ({value, label}) =>
          html`<option value=${value} ?selected=${value === chosen[name]}>${label}</option>`,
      )}</select></label>`,
  )}</div>`;

/** A button for the terms before or after those that are shown. */
export const moreTemplate = (
  locale: Locale,
  part: string,
  show: () => void,
): TemplateResult =>
  html`<p class="more-terms"><button type="button" part=${part} @click=${show}>${textOf(locale, 'indexMore')}</button></p>`;

/**
 * Links to the page before and the page after. Numbers in between would not say what
 * is on their pages; the letters do.
 */
export const pagesTemplate = (
  count: number,
  current: number,
  addressOf: (page: number) => string | undefined,
  locale: Locale,
): TemplateResult | typeof nothing => {
  if (count < 2) return nothing;
  const {strings} = locale;
  const digits = (page: number) => numberIn(strings.language, page);
  const step = (page: number, name: 'previous' | 'next', sign: string) =>
    page < 1 || page > count
      ? nothing
      : html`<a
          href=${ifDefined(addressOf(page))}
          rel=${name === 'next' ? 'next' : 'prev'}
          aria-label=${strings[name]}
          lang=${langFor(locale, name)}
        >${sign}</a>`;
  return html`<nav class="pager" part="pager" aria-label=${strings.pages} lang=${langFor(locale, 'pages')}>${step(
    current - 1,
    'previous',
    '‹',
  )}<span aria-current="page">${digits(current)}</span><span aria-hidden="true">/</span><span>${digits(count)}</span>${step(
    current + 1,
    'next',
    '›',
  )}</nav>`;
};
