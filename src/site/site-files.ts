/** All files of a static glossary site, one after the other. */
import type {Area, Glossary, Resource, Term} from '../glossary/types.js';
import {areaPage, resourcePath} from './area-page.js';
import {type Edition, makeEdition, translatedLanguages} from './edition.js';
import {atomFeed, robots, type SitemapEntry, sitemaps} from './feeds.js';
import {
  addressOf,
  type Alternate,
  ASSETS,
  type PageContent,
  pageHtml,
  rootOf,
  type SiteFrame,
} from './frame.js';
import {changeOf} from './dates.js';
import {homePage} from './home-page.js';
import {allTermsPage, areasPage, folderPage, letterPage} from './list-pages.js';
import {type ContentsLink, llmsContents, llmsFullText} from './llms.js';
import {areaMirror, listMirror, termMirror} from './mirrors.js';
import {icon, notFoundPage, redirectPage, searchPage} from './other-pages.js';
import {presentTerms} from './layout.js';
import {type PagePath, SitePaths} from './paths.js';
import {searchIndex} from './search-index.js';
import {siteGlossary} from './site-glossary.js';
import {termPage} from './term-page.js';

/** A file of a site. */
export interface SiteFile {
  /** Inside the folder of the site, with slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What a site needs of the world. */
export interface SiteOptions {
  /** Address of the site; ends with a slash. */
  readonly siteUrl: string;
  /**
   * Writes the content of our elements into a page.
   *
   * @param address Absolute address of the page.
   */
  readonly prerender: (page: string, address: string) => Promise<string>;
  /** Told the glossary of a language before its pages are prerendered; absolute address, JSON. */
  readonly publish: (address: string, glossary: string) => void;
  readonly progress?: ((phase: string, part: number) => void) | undefined;
  /** Told what could not be taken into the site. */
  readonly note: (kind: 'dropped' | 'guessed', message: string) => void;
}

/** What the site needs for itself, so that no page may have these names. */
const OWN_NAMES = ['index', '404', 'llms', 'llms-full', 'sitemap', 'robots'];

/** Letters alone may have addresses in the contents for language models, above this. */
const MOST_IN_CONTENTS = 1000;

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
  const site = siteGlossary(glossary, siteUrl, paths);
  for (const {name} of site.withoutPicture) {
    note(
      'dropped',
      `the picture of ${name}: it is on another site, and readers of this one make no request to it`,
    );
  }
  const others = languages.map((language) =>
    makeEdition(site, siteUrl, own, language, paths.copy()),
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
  yield* redirects(home, paths);
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
  if (language !== undefined) return language.replaceAll('_', '-');
  note(
    'guessed',
    'the language of the glossary, en: it does not say its own ("language")',
  );
  return 'en';
};

/** A page with what stands beside it. */
interface Planned {
  readonly page: PageContent;
  readonly mirror?: string;
  readonly changed?: string | undefined;
  readonly isEntry?: boolean;
}

function* pagesOf(
  edition: Edition,
  editions: readonly Edition[],
): Generator<Planned> {
  const {areas, terms, letters, folders} = edition;
  const name = edition.index.glossary.name;
  const everywhere = (pathOf: (other: Edition) => PagePath | undefined) =>
    editions.flatMap((other): Alternate[] => {
      const path = pathOf(other);
      return path
        ? [{language: other.language, address: addressOf(other, path)}]
        : [];
    });
  const has = new Map(
    editions.map((other) => [
      other,
      {
        terms: new Map(other.terms.map((term) => [term.id, term])),
        areas: new Map(other.areas.map((area) => [area.id, area])),
      },
    ]),
  );
  const listPages: readonly {
    readonly content: PageContent;
    readonly key: 'home' | 'allTerms' | 'areas';
  }[] = [
    {content: homePage(edition), key: 'home'},
    {content: allTermsPage(edition), key: 'allTerms'},
    ...(areas.length
      ? [{content: areasPage(edition), key: 'areas' as const}]
      : []),
  ];
  for (const {content, key} of listPages) {
    const alternates = everywhere((other) =>
      key === 'areas' && !other.areas.length ? undefined : other.paths[key],
    );
    const shown = {
      home: {areas, terms: terms.length <= MOST_IN_CONTENTS ? terms : []},
      allTerms: {terms},
      areas: {areas},
    }[key];
    yield {
      page: {...content, alternates},
      mirror: listMirror(edition, key === 'home' ? name : content.title, shown),
    };
  }
  for (const folder of folders) {
    const page = folderPage(edition, folder);
    yield {page, mirror: listMirror(edition, page.title, folder)};
  }
  for (const letter of letters) {
    for (const [number, {terms: shown}] of letter.pages.entries()) {
      const page = letterPage(edition, letter, number);
      yield {page, mirror: listMirror(edition, page.title, {terms: shown})};
    }
  }
  for (const area of areas) {
    for (const resource of area.resources ?? []) {
      const alternates = everywhere((other) => {
        const there = has.get(other)!.areas.get(area.id);
        const same = there && sameResource(there, resource);
        return same && resourcePath(other, same);
      });
      yield {
        page: areaPage(edition, area, resource, alternates),
        mirror: areaMirror(edition, area, resource),
      };
    }
  }
  for (const [at, term] of terms.entries()) {
    const alternates = everywhere((other) => {
      const there = has.get(other)!.terms.get(term.id);
      return there && other.pathOf(there);
    });
    yield {
      page: termPage(edition, at, alternates),
      mirror: termMirror(edition, term),
      changed: changeOf(term),
      isEntry: true,
    };
  }
  yield {page: searchPage(edition)};
  if (!edition.prefix) yield {page: notFoundPage(edition)};
}

const sameResource = (
  {resources = []}: Area,
  {number}: Resource,
): Resource | undefined =>
  resources.find((resource) => resource.number === number);

/** Where a former id would have its page, beside that of its entry. */
function* redirects(edition: Edition, paths: SitePaths): Generator<SiteFile> {
  for (const term of edition.terms) {
    const target = edition.pathOf(term);
    const folder = target.address.replace(/[^/]+\/?$/, '');
    for (const id of term.formerIds ?? []) {
      const path = paths.own(
        `${edition.siteUrl}${folder}${id.replace(/[/?#%\\]/g, encodeURIComponent)}/`,
      );
      if (!path) continue;
      yield {
        path: path.html,
        content: redirectPage(edition, term.name, target),
      };
    }
  }
}

/** Origins of the pictures that the site shows, besides its own. */
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

const contents = (edition: Edition): string => {
  const {siteUrl, terms, areas, letters, words, index} = edition;
  const mirror = ({markdown}: PagePath) =>
    siteUrl + markdown.split('/').map(encodeURIComponent).join('/');
  const sections = new Map<string, readonly ContentsLink[]>([
    [
      words.areas,
      areas.map((area) => ({
        name: area.name,
        url: mirror(edition.pathOfArea(area)),
        text: area.description,
      })),
    ],
    [
      words.allTerms,
      terms.length <= MOST_IN_CONTENTS
        ? terms.map((term) => ({
            name: term.name,
            url: mirror(edition.pathOf(term)),
            text: term.summary,
          }))
        : letters.flatMap(({letter, pages}) =>
            pages.map(({path, terms: shown}) => ({
              name: letter,
              url: mirror(path),
              text: `${shown[0]!.name} – ${shown.at(-1)!.name}`,
            })),
          ),
    ],
    [
      'Optional',
      [
        {
          name: 'llms-full.txt',
          url: `${siteUrl}llms-full.txt`,
          text: 'all texts in one file',
        },
        {
          name: 'glossary.json',
          url: `${siteUrl}glossary.json`,
          text: 'the same as data',
        },
      ],
    ],
  ]);
  return llmsContents({...index.glossary, terms, areas}, sections);
};
