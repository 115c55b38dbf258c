import {changeOf, lastChanged} from './dates.js';
import {dateText} from 'term-elements/prerendering';
import type {Edition} from './edition.js';
import {addressOf, type PageContent} from './frame.js';
import {type Markup, markup} from '../documents/html/markup.js';
import {letterRow} from './lists.js';
import {countTerms} from './locale-strings.js';
import {inLanguage} from './in-language.js';
import {homeNodes} from './page-nodes.js';

/** Entries of which the home page says that they are new. */
const NEW = 8;

/** The first page: letters, areas, and what is new. */
export const homePage = (edition: Edition): PageContent => {
  const {index, words, terms, areas, language, paths} = edition;
  const {name} = index.glossary;
  const size = countTerms(words, terms.length);
  const recent = lastChanged(terms, NEW);
  return {
    path: paths.home,
    title: name,
    description: [size, ...areas.map((area) => area.name)].join(' · '),
    kind: 'home',
    nodes: homeNodes(edition),
    content: markup`<div class="hero">
<h1>${name}</h1>
<p class="lead"><a href="${addressOf(edition, paths.allTerms)}">${inLanguage(edition, size)}</a></p>
</div>
${
  terms.length > 0 &&
  markup`<section aria-labelledby="letters">
<h2 id="letters">${inLanguage(edition, words.letters)}</h2>
${letterRow(edition)}
</section>
`
}${
      areas.length > 0 &&
      markup`<section aria-labelledby="areas">
<h2 id="areas">${inLanguage(edition, words.areas)}</h2>
${areaList(edition, 'h3')}
</section>
`
    }${
      recent.length > 0 &&
      markup`<section aria-labelledby="recent">
<h2 id="recent">${inLanguage(edition, words.recent)}</h2>
<ul class="recent">${recent.map((term) => {
        const date = changeOf(term)!;
        return markup`<li><a href="${addressOf(edition, edition.pathOf(term))}">${term.name}</a> <time datetime="${date}">${dateText(date, language)}</time></li>`;
      })}</ul>
</section>
`
    }`,
  };
};

const HEADINGS = {
  h2: [markup`<h2>`, markup`</h2>`],
  h3: [markup`<h3>`, markup`</h3>`],
} as const;

/**
 * All areas, with what each is about.
 *
 * @param heading Element of their names: one level below what stands above.
 */
export const areaList = (
  edition: Edition,
  heading: 'h2' | 'h3',
  areas = edition.areas,
): Markup => {
  const [start, end] = HEADINGS[heading];
  return markup`<ul class="areas">${areas.map((area) => {
    const count = edition.members.get(area.id)?.length ?? 0;
    return markup`<li>
${start}<a href="${addressOf(edition, edition.pathOfArea(area))}">${area.name}</a>${end}
${area.description && markup`<p>${area.description}</p>\n`}<p class="count">${inLanguage(edition, countTerms(edition.words, count))}</p>
</li>`;
  })}</ul>`;
};
