/** The pages that list entries and areas. Pure. */
import {areaList} from './home-page.js';
import type {Edition, Folder, Letter} from './edition.js';
import {addressOf, type PageContent} from './frame.js';
import {markup} from '../documents/html/markup.js';
import {
  letterName,
  letterRow,
  nameList,
  pager,
  termList,
  trail,
} from './lists.js';
import {countTerms} from './locale-strings.js';
import {inLanguage} from './in-language.js';

/** Names that one page shows at once; a larger glossary is entered by its letters. */
const MOST_NAMES = 3000;

/** All names, by letter. */
export const allTermsPage = (edition: Edition): PageContent => {
  const {words, terms, letters, paths, index, folders} = edition;
  const title = words.allTerms;
  return {
    path: paths.allTerms,
    title,
    description: `${index.glossary.name}: ${countTerms(words, terms.length)}`,
    kind: 'all-terms',
    content: markup`${trail(edition, [title])}
<h1>${inLanguage(edition, title)} <small>${inLanguage(edition, countTerms(words, terms.length))}</small></h1>
${letterRow(edition)}
${
  folders.length > 0 &&
  markup`<ul class="folders">${folders.map((folder) => markup`<li><a href="${addressOf(edition, folder.path)}">${folderName(folder)}</a></li>`)}</ul>`
}
${
  terms.length <= MOST_NAMES &&
  letters.map(
    (letter) => markup`<section class="letter">
<h2><a href="${addressOf(edition, letter.pages[0]!.path)}">${letterName(edition, letter.letter)}</a></h2>
${nameList(edition, letter.terms)}
</section>
`,
  )
}`,
  };
};

/** One page of a letter. */
export const letterPage = (
  edition: Edition,
  letter: Letter,
  number: number,
): PageContent => {
  const {words, paths, index} = edition;
  const {path, terms} = letter.pages[number]!;
  const name = letterName(edition, letter.letter);
  const page = `${words.page} ${number + 1}`;
  const ends = [terms[0]!.name, terms.at(-1)!.name].join(' – ');
  return {
    path,
    title: number ? `${name}, ${page}` : name,
    description: `${index.glossary.name}: ${ends}`,
    kind: 'letter-page',
    content: markup`${trail(edition, [words.allTerms, paths.allTerms], [name, letter.pages[0]!.path], ...(number ? [[page] as const] : []))}
<h1>${name} <small>${inLanguage(edition, countTerms(words, letter.terms.length))}</small></h1>
${letterRow(edition, letter)}
${termList(edition, terms)}
${pager(
  edition,
  letter.pages.map((each) => each.path),
  number,
)}`,
  };
};

/** All areas. */
export const areasPage = (edition: Edition): PageContent => {
  const {words, paths, areas} = edition;
  return {
    path: paths.areas,
    title: words.areas,
    description: areas.map(({name}) => name).join(' · '),
    kind: 'areas-page',
    content: markup`${trail(edition, [words.areas])}
<h1>${inLanguage(edition, words.areas)}</h1>
${areaList(edition, 'h2')}`,
  };
};

/** What a folder is called: as in its address. */
const folderName = ({path}: Folder): string =>
  decodeURIComponent(path.address.split('/').at(-2) ?? '');

/** What is in a folder of addresses, for those who take the end off one. */
export const folderPage = (edition: Edition, folder: Folder): PageContent => {
  const {words} = edition;
  const {path, terms, areas} = folder;
  const title = folderName(folder);
  return {
    path,
    title,
    description: countTerms(words, terms.length),
    kind: 'all-terms',
    content: markup`${trail(edition, [title])}
<h1>${title}</h1>
${areas.length > 0 && areaList(edition, 'h2', areas)}
${terms.length <= MOST_NAMES ? nameList(edition, terms) : letterRow(edition)}`,
  };
};
