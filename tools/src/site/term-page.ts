import type {Term} from 'term-elements/glossary';
import type {Edition} from './edition.js';
import {addressOf, type Alternate, type PageContent} from './frame.js';
import {markup, type Value} from '../documents/html/markup.js';
import {nameList, trail} from './lists.js';
import {inLanguage} from './in-language.js';
import {termNodes} from './page-nodes.js';

/** Entries that refer to one; of more, the first in the alphabet are named. */
const MOST_REFERRERS = 60;

/** The page of an entry. */
export const termPage = (
  edition: Edition,
  at: number,
  alternates: readonly Alternate[],
): PageContent => {
  const {words, paths, terms, referredBy, areasOf, site} = edition;
  const term = terms[at]!;
  const areas = areasOf.get(term.id) ?? [];
  const referrers = (referredBy.get(term.id) ?? []).filter(
    ({id}) => id !== term.id,
  );
  const before = site.firstPublished.get(term.id);
  const aside = markup`${
    areas.length > 0 &&
    markup`<section><h2>${inLanguage(edition, words.inAreas)}</h2>
<ul class="names">${areas.map((area) => markup`<li><a href="${addressOf(edition, edition.pathOfArea(area))}">${area.name}</a></li>`)}</ul></section>
`
  }${
    referrers.length > 0 &&
    markup`<section><h2>${inLanguage(edition, words.referredBy)}</h2>
${nameList(edition, referrers.slice(0, MOST_REFERRERS))}</section>
`
  }${
    before !== undefined &&
    markup`<section><h2>${inLanguage(edition, words.firstPublished)}</h2>
<p class="address"><a href="${before}">${before.replace(/^https?:\/\//, '')}</a></p></section>
`
  }`;
  return {
    path: edition.pathOf(term),
    title: term.name,
    description: term.summary,
    kind: 'term-page',
    nodes: termNodes(edition, term),
    isArticle: true,
    alternates,
    content: markup`${trail(edition, [words.allTerms, paths.allTerms], [term.name])}
<div class="columns">
<term-card term="${term.id}" heading-level="1" images="any"></term-card>
${aside.text && markup`<aside>\n${aside}</aside>\n`}</div>
${neighbours(edition, terms[at - 1], terms[at + 1])}`,
  };
};

const neighbours = (
  edition: Edition,
  previous: Term | undefined,
  next: Term | undefined,
) => {
  const {words} = edition;
  const link = (term: Term | undefined, rel: 'prev' | 'next', label: Value) =>
    term &&
    markup`<a href="${addressOf(edition, edition.pathOf(term))}" rel="${rel}"><small>${label}</small> ${term.name}</a>`;
  return (
    (previous || next) &&
    markup`<nav class="neighbours" aria-label="${words.allTerms}">${link(previous, 'prev', inLanguage(edition, words.previous))}${link(next, 'next', inLanguage(edition, words.next))}</nav>`
  );
};
