import {html, nothing, type TemplateResult} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import {
  langMark,
  type TermText,
  textLanguage,
} from '../../glossary/language-tags.js';
import type {Locale} from '../../glossary/locale/locale.js';
import {numberIn} from '../../glossary/locale/locale.js';
import {textOf, textWith, langFor} from '../../page/locale-text.js';
import type {IndexSearch, Result, Results} from './index-search.js';

/** What the search calls back. */
export interface SearchHandlers {
  readonly choose: (result: Result, event: MouseEvent | undefined) => void;
  /** Results have taken the place of the list, or have gone. */
  readonly shown: () => void;
}

/** A text with what was found in it. */
export const markedTemplate = (
  {part}: IndexSearch,
  text: string,
  {words}: Pick<Result, 'words'>,
): unknown =>
  part
    ? part
        .markedText(text, words)
        .map((one) =>
          one.isMarked ? html`<mark part="mark">${one.text}</mark>` : one.text,
        )
    : text;

/** Keys of the field, as the ARIA pattern of a combobox has them. */
const keyDown = (
  event: KeyboardEvent,
  search: IndexSearch,
  handlers: SearchHandlers,
): void => {
  // WebKit ends a composition before the key that ends it.
  if (event.isComposing || event.keyCode === 229) return;
  const {key} = event;
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    if (!search.results) return;
    search.move(key === 'ArrowDown' ? 1 : -1);
  } else if (key === 'Enter') {
    const option = search.isOpen ? search.options[search.active] : undefined;
    if (option) handlers.choose(option, undefined);
    else {
      search.show();
      handlers.shown();
    }
  } else if (key === 'Escape' && (search.isOpen || search.typed)) {
    // It is the search that it ends, not a dialog around it.
    event.stopPropagation();
    if (search.isOpen) search.close();
    else {
      void search.type('');
      handlers.shown();
    }
  } else return;
  event.preventDefault();
};

const optionTemplate = (
  result: Result,
  at: number,
  search: IndexSearch,
  {choose}: SearchHandlers,
): TemplateResult => {
  const {item, alias} = result;
  const {name, entry} = item;
  const {language} = search.host.locale;
  const langOf = (text: TermText) =>
    ifDefined(entry && langMark(textLanguage(entry, text), language));
  // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the keys are those of the field, which keeps the focus
  return html`<li
    role="option"
    id="~option-${at}"
    part="option"
    aria-selected=${at === search.active ? 'true' : 'false'}
    @click=${(event: MouseEvent) => {
      choose(result, event);
    }}
  ><b class="name" lang=${langOf('name')}>${markedTemplate(search, name, result)}</b>${
    alias === undefined
      ? nothing
      : html` <span class="alias">${markedTemplate(search, alias, result)}</span>`
  }${
    entry
      ? html` <span class="sentence" lang=${langOf('summary')}>${entry.term.summary}</span>`
      : nothing
  }</li>`;
};

/** That nothing was found, and what is near. */
export const noneTemplate = (
  {typed, nearest}: Results,
  locale: Locale,
): TemplateResult =>
  html`<p class="none" part="none">${textWith(locale, 'indexNoResults', html`<q>${typed.trim()}</q>`)}</p>${
    nearest.length
      ? html`<p class="none">${textOf(locale, 'indexNearest')}</p>`
      : nothing
  }`;

/**
 * The field with its options. Their ids are none that a term has: in the list, the
 * id of a term is that of its row.
 */
export const searchTemplate = (
  search: IndexSearch,
  locale: Locale,
  handlers: SearchHandlers,
): TemplateResult => {
  const {options, isOpen, active, results, status} = search;
  const {strings} = locale;
  const hasMore = !!results && results.found.length > options.length;
  return html`<div
    class="search"
    part="search"
    role="search"
    @focusout=${({relatedTarget, currentTarget}: FocusEvent) => {
      if (!(currentTarget as Element).contains(relatedTarget as Node | null))
        search.close();
    }}
  ><label id="~label" for="~field" lang=${langFor(locale, 'indexSearch')}>${strings.indexSearch}</label
  ><input
    id="~field"
    part="field"
    type="search"
    role="combobox"
    aria-labelledby="~label"
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    aria-autocomplete="list"
    aria-controls="~options"
    aria-expanded=${isOpen && options.length ? 'true' : 'false'}
    aria-activedescendant=${active < 0 ? nothing : `~option-${active}`}
    .value=${search.typed}
    @focus=${() => {
      search.prepare();
    }}
    @input=${({currentTarget}: InputEvent) => {
      search.isShown = false;
      void search.type((currentTarget as HTMLInputElement).value);
      handlers.shown();
    }}
    @keydown=${(event: KeyboardEvent) => {
      keyDown(event, search, handlers);
    }}
  ><div class="popup" part="popup" ?hidden=${!isOpen} @mousedown=${(
    event: Event,
  ) => {
    event.preventDefault(); // the field keeps the focus
  }}>${
    isOpen && results && !results.found.length
      ? noneTemplate(results, locale)
      : nothing
  }<ul
    id="~options"
    role="listbox"
    part="options"
    ?hidden=${!options.length}
    aria-labelledby="~label"
    >${isOpen ? options.map((option, at) => optionTemplate(option, at, search, handlers)) : nothing}</ul
  >${
    isOpen && hasMore
      ? html`<button type="button" class="all" tabindex="-1" @click=${() => {
          search.show();
          handlers.shown();
        }}>${textWith(locale, 'indexResults', numberIn(strings.language, results.found.length))}</button>`
      : nothing
  }</div
  ><p role="status" class="hidden">${status}</p></div>`;
};
