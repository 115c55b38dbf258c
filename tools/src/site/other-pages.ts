/** The pages other than those of the glossary. Pure. */
import type {Edition} from './edition.js';
import {addressOf, type PageContent, rootFrom} from './frame.js';
import {markup} from '../documents/html/markup.js';
import {letterRow, trail} from './lists.js';
import type {PagePath} from './paths.js';
import {inLanguage} from './in-language.js';

/** The target of the search form without JavaScript: links to the letters. */
export const searchPage = (edition: Edition): PageContent => {
  const {words, paths} = edition;
  return {
    path: paths.search,
    title: words.search,
    description: words.searchLabel,
    kind: 'search-page',
    isUnlisted: true,
    content: markup`${trail(edition, [words.search])}
<h1>${inLanguage(edition, words.searchResults)}</h1>
<div class="results"></div>
<noscript><p>${inLanguage(edition, words.searchNeedsScript)}</p></noscript>
${letterRow(edition)}`,
  };
};

/** What a server shows in place of a page that is not there. */
export const notFoundPage = (edition: Edition): PageContent => {
  const {words} = edition;
  return {
    path: {address: '404.html', html: '404.html', markdown: '404.md'},
    title: words.notFound,
    description: undefined,
    kind: 'not-found',
    isUnlisted: true,
    content: markup`<h1>${inLanguage(edition, words.notFound)}</h1>
<p>${inLanguage(edition, words.notFoundText)}</p>
${letterRow(edition)}`,
  };
};

/** At the address of a former id: redirects, and has a link. */
export const redirectPage = (
  edition: Edition,
  name: string,
  path: PagePath,
  target: PagePath,
): string => {
  const {language, direction, words} = edition;
  const url = addressOf(edition, target);
  const way = rootFrom(path) + target.address;
  return markup`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=${way}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${name}</title>
<link rel="canonical" href="${url}">
</head>
<body>
<main>
<h1>${name}</h1>
<p>${inLanguage(edition, words.moved)} <a href="${way}">${url}</a></p>
</main>
</body>
</html>
`.text;
};

/** The picture of a site in tabs and bookmarks: its first letter. */
export const icon = ({index}: Edition): string => {
  const [initial = ''] = index.glossary.name.trim();
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#00694b"/><text x="16" y="23" fill="#fff" font-family="Georgia, serif" font-size="20" font-weight="600" text-anchor="middle">${initial.toUpperCase()}</text></svg>
`.text;
};
