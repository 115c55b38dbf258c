/** Lists of entries, as several pages have them. Pure. */
import {kindLabel, OTHER, type Term} from 'term-elements/glossary';
import type {Edition, Letter} from './edition.js';
import {addressOf} from './frame.js';
import {type Markup, markup} from '../documents/html/markup.js';
import type {PagePath} from './paths.js';
import {countTerms} from './locale-strings.js';

/** Entries with their sentences, right below the heading of a page. */
export const termList = (edition: Edition, terms: readonly Term[]): Markup =>
  markup`<ul class="entries">${terms.map((term) => {
    const kind = kindLabel(edition.index.glossary, term);
    return markup`<li>
<h2><a href="${addressOf(edition, edition.pathOf(term))}">${term.name}</a></h2>${
      kind && markup` <span class="kind">${kind}</span>`
    }
<p>${term.summary}</p>
</li>`;
  })}</ul>`;

/** Entries by their names alone. */
export const nameList = (edition: Edition, terms: readonly Term[]): Markup =>
  markup`<ul class="names">${terms.map(
    (term) =>
      markup`<li><a href="${addressOf(edition, edition.pathOf(term))}">${term.name}</a></li>`,
  )}</ul>`;

/** What a letter is called on a page. */
export const letterName = ({words}: Edition, letter: string): string =>
  letter === OTHER ? words.other : letter;

/** Links to all letters, the current one marked; nothing where there are none. */
export const letterRow = (
  edition: Edition,
  current?: Letter,
): Markup | undefined =>
  edition.letters.length === 0
    ? undefined
    : markup`<nav class="letters" aria-label="${edition.words.letters}"><ul>${edition.letters.map(
        (letter) => {
          const count = letter.terms.length;
          const label = `${letterName(edition, letter.letter)}, ${countTerms(edition.words, count)}`;
          return markup`<li><a href="${addressOf(edition, letter.pages[0]!.path)}" aria-label="${label}"${letter === current && markup` aria-current="true"`}><b>${letter.letter}</b> <small>${count.toLocaleString(edition.language)}</small></a></li>`;
        },
      )}</ul></nav>`;

/** Links to the other pages of the same list. */
export const pager = (
  edition: Edition,
  pages: readonly PagePath[],
  current: number,
): Markup | undefined => {
  if (pages.length < 2) return undefined;
  const {words} = edition;
  const step = (at: number, rel: string, label: string, sign: string) => {
    const page = pages[at];
    return (
      page &&
      markup`<a href="${addressOf(edition, page)}" rel="${rel}" aria-label="${label}">${sign}</a>`
    );
  };
  return markup`<nav class="pager" aria-label="${words.pages}">${step(current - 1, 'prev', words.previous, '‹')}${pages.map(
    (page, at) =>
      at === current
        ? markup`<span aria-current="page">${at + 1}</span>`
        : markup`<a href="${addressOf(edition, page)}">${at + 1}</a>`,
  )}${step(current + 1, 'next', words.next, '›')}</nav>`;
};

/** Steps to a page as our own element shows them, in data too. */
export const trail = (
  edition: Edition,
  ...steps: readonly (readonly [name: string, path?: PagePath])[]
): Markup => {
  const items = [
    [edition.words.home, edition.paths.home] as const,
    ...steps,
  ].map(([name, path]) => ({
    name,
    ...(path && {url: addressOf(edition, path)}),
  }));
  return markup`<breadcrumb-jsonld items="${JSON.stringify(items)}"></breadcrumb-jsonld>`;
};
