/** The frame around the content of all pages of a site. Pure. */
import {type JsonLdNode, scriptText} from 'term-elements/structured-data';
import type {Edition} from './edition.js';
import {Markup, markup} from '../documents/html/markup.js';
import type {PagePath} from './paths.js';
import {inLanguage} from './in-language.js';

/** A page in another language. */
export interface Alternate {
  readonly language: string;
  /** Absolute. */
  readonly address: string;
}

/** What a page states itself. */
export interface PageContent {
  readonly path: PagePath;
  readonly title: string;
  readonly description: string | undefined;
  /** For the style sheet. */
  readonly kind: string;
  readonly content: Markup;
  /** Of a page that exists in several languages, all of them, its own included. */
  readonly alternates?: readonly Alternate[] | undefined;
  /** Structured data of the page itself, each node a script. */
  readonly nodes?: readonly JsonLdNode[];
  /** Whether it is an entry rather than a list: Open Graph's `article`. */
  readonly isArticle?: boolean;
  /** Whether search engines are to leave it out. */
  readonly isUnlisted?: boolean;
}

/** What all pages of a site say of it. */
export interface SiteFrame {
  readonly editions: readonly Edition[];
  /** Whether there is a feed of new entries. */
  readonly hasFeed: boolean;
  /** Origins of pictures, other than the site's own. */
  readonly pictureOrigins: readonly string[];
}

/** Where the assets of a site are, below its root. */
export const ASSETS = 'assets';

/** Absolute address of a page. */
export const addressOf = ({siteUrl}: Edition, {address}: PagePath): string =>
  siteUrl + address;

/** The way from a page to the root of its site: `../../../`, or `./`. */
export const rootFrom = ({html: file}: PagePath): string =>
  '../'.repeat(file.split('/').length - 1) || './';

/**
 * What links of a page begin with. The page of a server's 404 is shown at any
 * address, so its links begin at the root of the server.
 */
export const rootOf = (
  {siteUrl}: Edition,
  {path, kind}: PageContent,
): string =>
  kind === 'not-found' ? new URL(siteUrl).pathname : rootFrom(path);

/** A text for a title or a description: one line, and no longer than is shown. */
export const shortened = (text: string, most: number): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most).replace(/\s+\S{0,30}$/, '');
  return `${cut.replace(/[\s,;:.–—-]+$/, '')}…`;
};

const TITLE = 70;
const DESCRIPTION = 300;

/**
 * The policy of every page. Nothing runs and nothing is loaded but what is
 * beside the page; text cannot become a script.
 */
const policyOf = ({pictureOrigins}: SiteFrame): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self'", ...pictureOrigins].join(' '),
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');

/** A whole page; its links are absolute as yet. */
export const pageHtml = (
  edition: Edition,
  frame: SiteFrame,
  page: PageContent,
): string => {
  const {language, direction, index, prefix, siteUrl} = edition;
  const {path, alternates = [], nodes = [], isArticle, isUnlisted} = page;
  const name = index.glossary.name;
  const isHome = path.address === edition.paths.home.address;
  const title = isHome ? name : `${page.title} – ${name}`;
  const description =
    page.description && shortened(page.description, DESCRIPTION);
  const url = addressOf(edition, path);
  const root = rootOf(edition, page);
  const others = alternates.length > 1 ? alternates : [];
  const markdown = siteUrl + encodedFile(path.markdown);
  return markup`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(frame)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${shortened(title, TITLE + name.length)}</title>
${description && markup`<meta name="description" content="${description}">\n`}${
    isUnlisted
      ? markup`<meta name="robots" content="noindex">\n`
      : markup`<link rel="canonical" href="${url}">
<link rel="alternate" type="text/markdown" href="${markdown}">
`
  }${others.map(
    (other) =>
      markup`<link rel="alternate" hreflang="${other.language}" href="${other.address}">\n`,
  )}${
    others[0] &&
    markup`<link rel="alternate" hreflang="x-default" href="${others[0].address}">\n`
  }${
    frame.hasFeed &&
    markup`<link rel="alternate" type="application/atom+xml" title="${name}" href="${siteUrl}feed.xml">\n`
  }<meta property="og:type" content="${isArticle ? 'article' : 'website'}">
<meta property="og:site_name" content="${name}">
<meta property="og:title" content="${shortened(page.title, TITLE)}">
${description && markup`<meta property="og:description" content="${description}">\n`}${
    !isUnlisted && markup`<meta property="og:url" content="${url}">\n`
  }<meta name="color-scheme" content="light dark">
<link rel="icon" type="image/svg+xml" href="${root}${ASSETS}/icon.svg">
<link rel="stylesheet" href="${root}${ASSETS}/term-elements.css">
<link rel="stylesheet" href="${root}${ASSETS}/site.css">
<link rel="glossary" type="application/json" href="${root}${prefix}glossary.json">
<script type="module" src="${root}${ASSETS}/elements/all.js"></script>
<script type="module" src="${root}${ASSETS}/site.js"></script>
${nodes.map(scriptOf)}</head>
<body class="${page.kind}">
${headerOf(edition, path)}
<main id="content" tabindex="-1">
${page.content}
</main>
${footerOf(edition, page, others)}
</body>
</html>
`.text;
};

const scriptOf = (node: JsonLdNode): Markup =>
  new Markup(
    `<script type="application/ld+json">${scriptText(node)}</script>\n`,
  );

const encodedFile = (file: string) =>
  file.split('/').map(encodeURIComponent).join('/');

const headerOf = (edition: Edition, path: PagePath): Markup => {
  const {words, paths, areas, index} = edition;
  const item = (target: PagePath, text: string) => {
    const current = target.address === path.address;
    return markup`<li><a href="${addressOf(edition, target)}"${current && markup` aria-current="page"`}>${inLanguage(edition, text)}</a></li>`;
  };
  return markup`<a class="skip" href="#content">${inLanguage(edition, words.skip)}</a>
<header class="site-header">
<div class="bar">
<a class="site-name" href="${addressOf(edition, paths.home)}">${index.glossary.name}</a>
<nav aria-label="${index.glossary.name}">
<ul>${item(paths.allTerms, words.allTerms)}${areas.length > 0 && item(paths.areas, words.areas)}</ul>
</nav>
<search>
<form class="search" action="${addressOf(edition, paths.search)}" data-none="${words.noResults}" data-failed="${words.searchFailed}">
<label class="hidden" for="q">${inLanguage(edition, words.searchLabel)}</label>
<input id="q" name="q" type="search" placeholder="${words.search}" autocomplete="off" spellcheck="false" maxlength="100" enterkeyhint="search">
</form>
</search>
</div>
</header>`;
};

const footerOf = (
  edition: Edition,
  {path, isUnlisted}: PageContent,
  alternates: readonly Alternate[],
): Markup => {
  const {words, language, index, siteUrl} = edition;
  const {publisher} = index.glossary;
  const others = alternates.filter((other) => other.language !== language);
  return markup`<footer class="site-footer">
<div class="bar">
${publisher && markup`<p>${inLanguage(edition, words.publishedBy)} ${publisher.url && /^https?:/i.test(publisher.url) ? markup`<a href="${publisher.url}"><bdi>${publisher.name}</bdi></a>` : markup`<bdi>${publisher.name}</bdi>`}</p>\n`}${
    others.length > 0 &&
    markup`<nav aria-label="${words.languages}"><ul>${others.map((other) => markup`<li><a href="${other.address}" hreflang="${other.language}" lang="${other.language}">${languageName(other.language)}</a></li>`)}</ul></nav>\n`
  }<ul>${!isUnlisted && markup`<li><a href="${siteUrl}${encodedFile(path.markdown)}" type="text/markdown">${inLanguage(edition, words.markdown)}</a></li>`}<li><a href="${siteUrl}llms.txt">llms.txt</a></li><li><a href="${siteUrl}glossary.json">glossary.json</a></li></ul>
</div>
</footer>`;
};

/** What a language calls itself. */
const languageName = (language: string): string => {
  try {
    return (
      new Intl.DisplayNames([language], {type: 'language'}).of(language) ??
      language
    );
  } catch {
    return language; // not a language tag
  }
};
