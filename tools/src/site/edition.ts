/** A site in one language: what its pages are made from. Pure. */
import {
  type Area,
  byLetter,
  GlossaryIndex,
  OTHER,
  sortedByName,
  type Term,
} from 'term-elements/glossary';
import {
  foldersOf,
  HOME,
  type PagePath,
  pathUnder,
  safeName,
  type SitePaths,
} from './paths.js';
import type {SiteGlossary} from './site-glossary.js';
import {directionOf, translated} from './translated.js';
import {type SiteWords, wordsFor} from './locale-strings.js';

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
  /** Folders of entries and of areas that have a page of their own, beside those above. */
  readonly folders: readonly Folder[];
  readonly site: SiteGlossary;
  pathOf(term: Term): PagePath;
  pathOfArea(area: Area): PagePath;
}

/**
 * One language of a site.
 *
 * @param own Language of the glossary itself.
 * @param language That of the edition.
 * @param paths Those that its pages may take; no other edition takes them.
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
