import {html, nothing, type TemplateResult} from 'lit';
import {type Locale, numberIn} from '../../glossary/locale/locale.js';
import type {PageLink} from '../../glossary/source.js';
import {langFor} from '../../page/locale-text.js';

/** Pages on either side of the current one that are linked. */
const REACH = 2;

/** The page numbers that are shown; 0 stands for those left out. */
export const shownPages = (
  numbers: readonly number[],
  current: number,
): readonly number[] => {
  const at = numbers.indexOf(current);
  const last = numbers.length - 1;
  return numbers.flatMap((number, index) => {
    const near = index === 0 || index === last || Math.abs(index - at) <= REACH;
    if (near) return number;
    // One gap on either side, and none that would stand for a single page.
    const single = index === 1 && at - REACH === 2;
    const singleEnd = index === last - 1 && at + REACH === last - 2;
    if (single || singleEnd) return number;
    return index === 1 || index === last - 1 ? 0 : [];
  });
};

/** The pages of an area, as real links. */
export const pagerTemplate = (
  pages: readonly PageLink[],
  current: number | undefined,
  addressOf: (page: PageLink) => string,
  locale: Locale,
): TemplateResult | typeof nothing => {
  if (pages.length < 2) return nothing;
  const {strings} = locale;
  const digits = (number: number) => numberIn(strings.language, number);
  const at = pages.findIndex(({number}) => number === current);
  const step = (
    page: PageLink | undefined,
    name: 'previous' | 'next',
    sign: string,
    rel: string,
  ) =>
    page
      ? html`<a href=${addressOf(page)} rel=${rel} aria-label=${strings[name]} lang=${langFor(locale, name)}>${sign}</a>`
      : nothing;
  const numbers = pages.map(({number}) => number);
  return html`<nav class="pager" part="pager" aria-label=${strings.pages} lang=${langFor(locale, 'pages')}>
    ${step(pages[at - 1], 'previous', '‹', 'prev')}
    ${shownPages(numbers, current ?? 0).map((number) => {
      if (!number) return html`<span aria-hidden="true">…</span>`;
      if (number === current)
        return html`<span aria-current="page">${digits(number)}</span>`;
      return html`<a href=${addressOf(pages[numbers.indexOf(number)]!)}>${digits(number)}</a>`;
    })}
    ${step(pages[at + 1], 'next', '›', 'next')}
  </nav>`;
};
