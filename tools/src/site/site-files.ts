/** All files of a static glossary site, one after the other. */
import type {Glossary, Term} from 'term-elements/glossary';
import {isLanguageTag} from '../fields/language-tag.js';
import {contents} from './contents.js';
import {makeEdition} from './edition.js';
import {atomFeed, robots, type SitemapEntry, sitemaps} from './feeds.js';
import {addressOf, ASSETS, pageHtml, rootOf, type SiteFrame} from './frame.js';
import {presentTerms} from './layout.js';
import {llmsFullText} from './llms.js';
import {icon} from './other-pages.js';
import {SitePaths} from './paths.js';
import {pagesOf} from './planned-pages.js';
import {redirects} from './redirects.js';
import {searchIndex} from './search-index.js';
import {siteGlossary} from './site-glossary.js';
import {translatedLanguages} from './translated.js';
import {wordsFor} from './locale-strings.js';

/** A file of a site. */
export interface SiteFile {
  /** Inside the folder of the site, with slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Callbacks of a site. */
export interface SiteOptions {
  /** Address of the site; ends with a slash. */
  readonly siteUrl: string;
  /** Origins of pictures besides that of the site, separated by spaces; or `any`. */
  readonly images?: string | undefined;
  /**
   * Writes the content of our elements into a page.
   *
   * @param address Absolute address of the page.
   */
  readonly prerender: (page: string, address: string) => Promise<string>;
  /** Receives the glossary of a language before its pages are prerendered; absolute address, JSON. */
  readonly publish: (address: string, glossary: string) => void;
  readonly progress?: ((phase: string, part: number) => void) | undefined;
  /** Receives notes on what was left out. */
  readonly note: (kind: 'dropped' | 'guessed', message: string) => void;
}

/** Names that the site uses itself, so that no page may have them. */
const OWN_NAMES = ['index', '404', 'llms', 'llms-full', 'sitemap', 'robots'];

/**
 * The files of a site, in the same order and with the same bytes for the same
 * glossary: no clock, no chance.
 */
export async function* siteFiles(
  glossary: Glossary,
  options: SiteOptions,
): AsyncGenerator<SiteFile> {
  const {siteUrl, note} = options;
  const own = languageOf(glossary, note);
  const paths = new SitePaths(siteUrl);
  const languages = translatedLanguages(presentTerms(glossary), own);
  paths.close(ASSETS, ...OWN_NAMES, ...languages);
  const site = siteGlossary(
    glossary,
    siteUrl,
    wordsFor(own),
    paths,
    options.images,
  );
  for (const {id, name} of site.withoutPage) {
    note(
      'dropped',
      `${name}: another entry before it has the id ${JSON.stringify(id)}, and there is one page for an id`,
    );
  }
  for (const {name} of site.withoutPicture) {
    note(
      'dropped',
      `the picture of ${name}: it is on another site (--images names origins that may be asked)`,
    );
  }
  const taken = new Map(languages.map((tag) => [tag, paths.copy()]));
  const others = languages.map((language) =>
    makeEdition(site, siteUrl, own, language, taken.get(language)!),
  );
  const home = makeEdition(site, siteUrl, own, own, paths);
  const editions = [home, ...others];
  const feed = atomFeed(home);
  const frame: SiteFrame = {
    editions,
    hasFeed: feed !== undefined,
    pictureOrigins: originsOf(site.glossary.terms, siteUrl),
  };
  const listed: SitemapEntry[] = [];
  const total = editions.reduce((sum, {terms}) => sum + terms.length, 0);
  let done = 0;
  for (const edition of editions) {
    const address = `${siteUrl}${edition.prefix}glossary.json`;
    const document = JSON.stringify(edition.index.glossary);
    options.publish(address, document);
    yield {path: `${edition.prefix}glossary.json`, content: `${document}\n`};
    for (const {page, mirror, changed, isEntry} of pagesOf(edition, editions)) {
      const url = addressOf(edition, page.path);
      const text = pageHtml(edition, frame, page);
      const finished = await options.prerender(text, url);
      const root = rootOf(edition, page);
      yield {
        path: page.path.html,
        content: withRelativeLinks(finished, siteUrl, root),
      };
      if (mirror !== undefined) {
        yield {path: page.path.markdown, content: mirror};
      }
      if (!page.isUnlisted) listed.push({address: url, changed});
      if (isEntry) options.progress?.('pages', ++done / total);
    }
    for (const [name, content] of searchIndex(edition)) {
      yield {path: `${edition.paths.search.address}${name}`, content};
    }
  }
  for (const edition of editions) {
    yield* redirects(edition, taken.get(edition.language) ?? paths);
  }
  for (const [path, content] of sitemaps(listed, siteUrl)) {
    yield {path, content};
  }
  yield {path: `${ASSETS}/icon.svg`, content: icon(home)};
  yield {path: 'robots.txt', content: robots(siteUrl)};
  if (feed !== undefined) yield {path: 'feed.xml', content: feed};
  yield {path: 'llms.txt', content: contents(home)};
  yield {
    path: 'llms-full.txt',
    content: [...llmsFullText(site.glossary)].join(''),
  };
}

const languageOf = (
  {language}: Glossary,
  note: SiteOptions['note'],
): string => {
  const tag = language?.replaceAll('_', '-');
  if (isLanguageTag(tag)) return tag;
  note(
    'guessed',
    tag === undefined
      ? 'the language of the glossary, en: it does not say its own ("language")'
      : `the language of the glossary, en: ${JSON.stringify(language)} is no language tag`,
  );
  return 'en';
};

/** Origins of the pictures that the site shows, other than its own. */
const originsOf = (
  terms: readonly Term[],
  siteUrl: string,
): readonly string[] => {
  const own = new URL(siteUrl).origin;
  const origins = new Set(
    terms.flatMap(({image}) => (image ? new URL(image.url).origin : [])),
  );
  origins.delete(own);
  return [...origins].sort();
};

/**
 * Links inside the site start at the page, so that it works at any address: on
 * a server of one's own while it is tried, and in a folder. What the head says
 * to other machines stays absolute.
 */
const withRelativeLinks = (
  page: string,
  siteUrl: string,
  root: string,
): string => {
  const body = page.indexOf('<body');
  const escaped = siteUrl.replaceAll('&', '&amp;');
  return (
    page.slice(0, body) +
    [' href="', ' src="', ' action="'].reduce(
      (text, start) => text.replaceAll(start + escaped, start + root),
      page.slice(body),
    )
  );
};
