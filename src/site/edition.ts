/** A site in one language: what its pages are made from. Pure. */
import {parentAddress} from '../glossary/address.js';
import {GlossaryIndex} from '../glossary/glossary-index.js';
import {tagKey} from '../glossary/language-tags.js';
import {
  localizeArea,
  localizeInfo,
  localizeTerm,
} from '../glossary/localize.js';
import type {Area, Resource, Term} from '../glossary/types.js';
import {byLetter, OTHER, sortedByName} from './letters.js';
import type {ShownGlossary} from './layout.js';
import {
  foldersOf,
  HOME,
  type PagePath,
  pathUnder,
  safeName,
  type SitePaths,
} from './paths.js';
import type {SiteGlossary} from './site-glossary.js';
import {type SiteWords, wordsFor} from './words.js';

/** Names on one page of a letter. */
const NAMES_PER_PAGE = 150;

/** A letter with the entries under it, on one or more pages. */
export interface Letter {
  readonly letter: string;
  readonly terms: readonly Term[];
  readonly pages: readonly {
    readonly path: PagePath;
    readonly terms: readonly Term[];
  }[];
}

/** A page for a folder of addresses: what is in it. */
export interface Folder {
  readonly path: PagePath;
  readonly terms: readonly Term[];
  readonly areas: readonly Area[];
}

export interface Edition {
  /** BCP 47 tag of its pages. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly words: SiteWords;
  /** Before every address of it: empty, or `es/`. */
  readonly prefix: string;
  readonly siteUrl: string;
  /** All entries that its pages name; those without a page here have their own address. */
  readonly index: GlossaryIndex;
  /** The entries that have a page, in alphabetical order. */
  readonly terms: readonly Term[];
  readonly areas: readonly Area[];
  readonly letters: readonly Letter[];
  /** The entries that refer to an entry, by its id. */
  readonly referredBy: ReadonlyMap<string, readonly Term[]>;
  /** The entries of an area, by its id. */
  readonly members: ReadonlyMap<string, readonly Term[]>;
  /** The areas of an entry, by its id. */
  readonly areasOf: ReadonlyMap<string, readonly Area[]>;
  readonly paths: Readonly<
    Record<'home' | 'allTerms' | 'areas' | 'search', PagePath>
  >;
  /** Folders of entries and of areas that have a page of their own, besides those above. */
  readonly folders: readonly Folder[];
  readonly site: SiteGlossary;
  pathOf(term: Term): PagePath;
  pathOfArea(area: Area): PagePath;
}

const RIGHT_TO_LEFT = /^(?:Arab|Hebr|Syrc|Thaa|Nkoo|Adlm|Rohg|Mand|Samr|Mend)$/;

/** Which way a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' => {
  try {
    const {script = ''} = new Intl.Locale(language).maximize();
    return RIGHT_TO_LEFT.test(script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr'; // not a language tag
  }
};

/** The languages that entries are translated into, besides the glossary's own. */
export const translatedLanguages = (
  terms: readonly Term[],
  own: string,
): readonly string[] => {
  const tags = new Map<string, string>();
  for (const {translations} of terms) {
    for (const tag of Object.keys(translations ?? {})) {
      const key = tagKey(tag);
      if (key !== tagKey(own) && /^[a-z]{2,8}(-[a-z\d]{1,8})*$/.test(key)) {
        tags.set(key, tags.get(key) ?? tag.replaceAll('_', '-'));
      }
    }
  }
  return [...tags.values()].sort();
};

/** A glossary in one language, and which of its entries have a page in it. */
interface Said {
  readonly glossary: ShownGlossary;
  readonly pages: ReadonlySet<string> | undefined;
}

/**
 * The glossary as one language has it: what is translated has pages in it, and
 * links to the rest lead to the glossary's own language.
 */
const translated = (
  {glossary}: SiteGlossary,
  language: string,
  siteUrl: string,
  own: string,
): Said => {
  const pages = new Set<string>();
  const moved = (url: string | undefined) =>
    `${siteUrl}${language}/${url!.slice(siteUrl.length)}`;
  const words = wordsFor(language);
  const home = `${siteUrl}${language}/`;
  const stepsTo = (area: Area, {number, url}: Resource) => {
    const above = parentAddress(area.url!);
    return [
      {name: words.home, url: home},
      ...(above && above.length > home.length
        ? [{name: words.areas, url: above}]
        : []),
      {name: area.name, url: area.url!},
      ...(number === undefined
        ? []
        : [{name: `${words.page} ${number}`, url: url!}]),
    ];
  };
  const terms = glossary.terms.map((term) => {
    const said = localizeTerm(term, language, own);
    if (said.language === undefined) return term;
    pages.add(term.id);
    const {definition, ...rest} = said.term;
    const url = moved(term.url);
    // A page is in one language; what is not translated is on that of the other edition.
    return definition === undefined || said.untranslated?.includes('definition')
      ? {...rest, url}
      : {...said.term, url};
  });
  const areas = (glossary.areas ?? []).flatMap((area) => {
    const localized = localizeArea(area, language, own);
    if (localized.language === undefined) return [];
    const said = {...localized.area, url: moved(area.url)};
    const resources = (area.resources ?? [])
      .map(({page: _, ...resource}) => {
        const url = moved(resource.url);
        return {
          ...resource,
          url,
          terms: resource.terms.filter((id) => pages.has(id)),
          page: {trail: stepsTo(said, {...resource, url})},
        };
      })
      .filter(({terms: ids}, index) => !index || ids.length);
    if (!resources.some(({terms: ids}) => ids.length)) return [];
    // A question that is not translated is left to the other edition.
    const questions = (said.questions ?? []).flatMap(
      ({language: tag, ...question}) => (tag === undefined ? [] : question),
    );
    return {...said, questions, resources};
  });
  const info = localizeInfo(glossary, language);
  return {glossary: {...info, language, url: home, terms, areas}, pages};
};

/**
 * One language of a site.
 *
 * @param own Language of the glossary itself.
 * @param language That of the edition.
 * @param paths Those that its pages may take; nobody else takes them.
 */
export const makeEdition = (
  site: SiteGlossary,
  siteUrl: string,
  own: string,
  language: string,
  paths: SitePaths,
): Edition => {
  const prefix = language === own ? '' : `${language}/`;
  const {glossary, pages} = prefix
    ? translated(site, language, siteUrl, own)
    : {glossary: site.glossary, pages: undefined};
  const index = new GlossaryIndex(glossary);
  const shown = glossary.terms.filter(({id}) => pages?.has(id) ?? true);
  const terms = sortedByName(shown, ({name}) => name, language);
  const {areas = []} = glossary;
  const pathOf = ({id}: Term) => pathUnder(prefix, site.termPaths.get(id)!);
  const pathOfArea = ({id}: Area) => pathUnder(prefix, site.areaPaths.get(id)!);
  const place = (...parts: [string, ...string[]]) =>
    pathUnder(prefix, paths.place(...parts));

  const folderPath = (folder: string): PagePath | undefined => {
    const path = paths.own(siteUrl + folder.slice(prefix.length));
    return path && pathUnder(prefix, path);
  };
  const termFolders = foldersOf(terms.map(pathOf));
  const areaFolders = foldersOf(areas.map(pathOfArea));
  const only = (folders: readonly string[]) =>
    folders.length === 1 ? folderPath(folders[0]!) : undefined;
  const allTerms = only(termFolders) ?? place('terms');
  const allAreas = only(areaFolders) ?? place('areas');
  const folders = [...new Set([...termFolders, ...areaFolders])].flatMap(
    (folder): readonly Folder[] => {
      const path = folderPath(folder);
      if (!path) return [];
      const isIn = (page: PagePath) => foldersOf([page])[0] === folder;
      return [
        {
          path,
          terms: terms.filter((term) => isIn(pathOf(term))),
          areas: areas.filter((area) => isIn(pathOfArea(area))),
        },
      ];
    },
  );
  const letters = [...byLetter(terms, ({name}) => name, language)].map(
    ([letter, under]) => ({
      letter,
      terms: under,
      pages: pagesOf(letter, under, place),
    }),
  );
  return {
    language,
    direction: directionOf(language),
    words: wordsFor(language),
    prefix,
    siteUrl,
    index,
    terms,
    areas,
    letters,
    referredBy: referrers(terms, index),
    ...membership(areas, index),
    paths: {
      home: pathUnder(prefix, HOME),
      allTerms,
      areas: allAreas,
      search: place('search'),
    },
    folders,
    site,
    pathOf,
    pathOfArea,
  };
};

const pagesOf = (
  letter: string,
  terms: readonly Term[],
  place: (...parts: [string, ...string[]]) => PagePath,
): Letter['pages'] => {
  const name = letter === OTHER ? 'other' : safeName(letter);
  const first = place('letter', name);
  const pages = [{path: first, terms: terms.slice(0, NAMES_PER_PAGE)}];
  for (let from = NAMES_PER_PAGE; from < terms.length; from += NAMES_PER_PAGE) {
    const path = place('letter', name, String(pages.length + 1));
    pages.push({path, terms: terms.slice(from, from + NAMES_PER_PAGE)});
  }
  return pages;
};

const referrers = (
  terms: readonly Term[],
  index: GlossaryIndex,
): ReadonlyMap<string, readonly Term[]> => {
  const map = new Map<string, Term[]>();
  for (const term of terms) {
    for (const {id} of index.entryOf(term).related) {
      const known = map.get(id);
      if (!known) map.set(id, [term]);
      else if (known.at(-1) !== term) known.push(term);
    }
  }
  return map;
};

/** Which entries are in which areas; every area has them on its pages. */
const membership = (
  areas: readonly Area[],
  index: GlossaryIndex,
): Pick<Edition, 'members' | 'areasOf'> => {
  const members = new Map<string, readonly Term[]>();
  const areasOf = new Map<string, Area[]>();
  for (const area of areas) {
    const terms = new Set<Term>();
    for (const {terms: ids} of area.resources ?? []) {
      for (const id of ids) {
        const term = index.term(id);
        if (term && term.name !== null) terms.add(term);
      }
    }
    members.set(area.id, [...terms]);
    for (const {id} of terms) {
      const known = areasOf.get(id);
      if (known) known.push(area);
      else areasOf.set(id, [area]);
    }
  }
  return {members, areasOf};
};
