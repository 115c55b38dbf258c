import type {Area, Resource} from 'term-elements/glossary';
import {areaDescription} from 'term-elements/structured-data';
import type {Edition} from './edition.js';
import {addressOf, type Alternate, type PageContent} from './frame.js';
import {type Markup, markup} from '../documents/html/markup.js';
import {nameList} from './lists.js';
import {type PagePath, pathUnder} from './paths.js';
import {inLanguage} from './in-language.js';

/** Where a resource is: its address says so. */
export const resourcePath = (
  edition: Edition,
  {url = ''}: Resource,
): PagePath => {
  const address = url.slice((edition.siteUrl + edition.prefix).length);
  const stem = address
    .replace(/\/$|\.html$/, '')
    .split('/')
    .map(decodeURIComponent)
    .join('/');
  return pathUnder(edition.prefix, {
    address,
    html: address.endsWith('/') ? `${stem}/index.html` : `${stem}.html`,
    markdown: `${stem}.md`,
  });
};

/** One page of an area: our own element, which has its trail, its questions and its pager. */
export const areaPage = (
  edition: Edition,
  area: Area,
  resource: Resource,
  alternates: readonly Alternate[],
): PageContent => {
  const {words, index} = edition;
  const isRoot = resource === area.resources?.[0];
  const {number} = resource;
  // By address, because numbers need not be unique.
  const page = index.areaPage({area: resource.url!});
  const overview = isRoot && (area.resources?.length ?? 0) > 1;
  return {
    path: resourcePath(edition, resource),
    title: number === undefined ? area.name : `${area.name}, ${number}`,
    description:
      (page && areaDescription(page)) ?? area.description ?? area.name,
    kind: overview ? 'area-page overview' : 'area-page',
    alternates,
    content: markup`<term-area area="${number === undefined ? area.id : resource.url!}" heading-level="1" images="any"></term-area>
${
  overview &&
  markup`<section aria-labelledby="pages">
<h2 id="pages">${inLanguage(edition, words.pages)}</h2>
${resourceList(edition, area)}
</section>`
}`,
  };
};

/** Names that the root of an area shows at once; of more, each page says how it begins and ends. */
const MOST_NAMES = 1000;

/** The numbered pages of an area, with what is on each. */
const resourceList = (edition: Edition, area: Area): Markup => {
  const {index, members} = edition;
  const isSmall = (members.get(area.id)?.length ?? 0) <= MOST_NAMES;
  return markup`${(area.resources ?? []).slice(1).map((resource) => {
    const terms = resource.terms.flatMap((id) => {
      const term = index.term(id);
      return term && term.name !== null ? term : [];
    });
    const ends = [terms[0], terms.at(-1)].map((term) => term?.name).join(' – ');
    return markup`<section class="letter">
<h3><a href="${addressOf(edition, resourcePath(edition, resource))}">${resource.number}</a></h3>
${isSmall ? nameList(edition, terms) : markup`<p>${ends}</p>`}
</section>
`;
  })}`;
};
