/** A glossary as its site has it: every page has an address there. Pure. */
import {
  absoluteAddress,
  type Area,
  type Glossary,
  GlossaryIndex,
  type Page,
  type Resource,
  type Term,
} from 'term-elements/glossary';
import {layOut, presentTerms, type ShownGlossary} from './layout.js';
import {areaTrail} from './area-trail.js';
import type {PagePath, SitePaths} from './paths.js';
import type {SiteWords} from './locale-strings.js';

/** Entries on one page of an area: a page that is read, not searched. */
export const TERMS_PER_PAGE = 48;

export interface SiteGlossary {
  readonly glossary: ShownGlossary;
  readonly termPaths: ReadonlyMap<string, PagePath>;
  readonly areaPaths: ReadonlyMap<string, PagePath>;
  /** Addresses elsewhere that entries had before, by their ids. */
  readonly firstPublished: ReadonlyMap<string, string>;
  /** Entries whose pictures are on sites of others. */
  readonly withoutPicture: readonly Term[];
  /** Entries and areas whose id another one before them has. */
  readonly withoutPage: readonly (Term | Area)[];
}

/**
 * Cuts areas into pages, gives every page its address, and leaves out pictures
 * from other origins than the site's and those that its owner names: readers of
 * a site make no request that they cannot expect. Of entries with one id the
 * first has its page.
 *
 * @param siteUrl Ends with a slash.
 * @param images `any`, or further origins of pictures, separated by spaces.
 * @param words Those of the glossary's own language.
 */
export const siteGlossary = (
  glossary: Glossary,
  siteUrl: string,
  words: SiteWords,
  paths: SitePaths,
  images = '',
): SiteGlossary => {
  const [terms, otherTerms] = firstOfEachId(presentTerms(glossary));
  const [areas, otherAreas] = firstOfEachId(glossary.areas ?? []);
  const shown = {...glossary, terms, areas};
  const index = new GlossaryIndex(shown);
  const planned: ShownGlossary = {
    ...shown,
    areas: areas.map((area) => paged(area, index)),
  };
  const layout = layOut(planned, paths);
  const home = absoluteAddress(glossary.url, siteUrl) ?? siteUrl;
  const allowed = images.split(/\s+/);
  const origins = [siteUrl, ...allowed].map(
    (address) => URL.canParse(address) && new URL(address).origin,
  );
  const withoutPicture: Term[] = [];
  const firstPublished = new Map<string, string>();
  const at = (path: PagePath | undefined) => `${siteUrl}${path!.address}`;

  const placeTerm = (term: Term): Term => {
    const url = at(layout.terms.get(term));
    const before = absoluteAddress(term.url, home);
    if (before && !before.startsWith(siteUrl)) {
      firstPublished.set(term.id, before);
    }
    const picture = absoluteAddress(term.image?.url, home);
    const {image, ...rest} = term;
    if (!image) return {...rest, url};
    if (
      picture &&
      (allowed.includes('any') || origins.includes(new URL(picture).origin))
    )
      return {...term, url, image: {...image, url: picture}};
    withoutPicture.push(term);
    return {...rest, url};
  };
  const placeArea = (area: Area): Area => {
    const placed = {...area, url: at(layout.areas.get(area))};
    return {
      ...placed,
      resources: (area.resources ?? []).map((resource) => {
        const url = at(layout.resources.get(resource));
        const isMoved = !isSame(resource.url ?? area.url, url);
        const page =
          isMoved && resource.page ? texts(resource.page) : resource.page;
        // What is derived from the glossary is in English.
        const trail =
          page?.trail ??
          (words.language === 'en'
            ? undefined
            : areaTrail(words, siteUrl, placed, {...resource, url}));
        return {
          ...resource,
          url,
          ...((page ?? trail) && {page: {...page, ...(trail && {trail})}}),
        };
      }),
    };
  };
  return {
    glossary: {
      ...planned,
      url: siteUrl,
      terms: planned.terms.map(placeTerm),
      areas: (planned.areas ?? []).map(placeArea),
    },
    termPaths: byId(layout.terms),
    areaPaths: byId(layout.areas),
    firstPublished,
    withoutPicture,
    withoutPage: [...otherTerms, ...otherAreas],
  };
};

/** Those that are the first with their id, and the others. */
const firstOfEachId = <T extends {readonly id: string}>(
  entries: readonly T[],
): readonly [readonly T[], readonly T[]] => {
  const ids = new Set<string>();
  const firsts: T[] = [];
  const others: T[] = [];
  for (const entry of entries) {
    (ids.has(entry.id) ? others : firsts).push(entry);
    ids.add(entry.id);
  }
  return [firsts, others];
};

const byId = (
  paths: ReadonlyMap<{readonly id: string}, PagePath>,
): ReadonlyMap<string, PagePath> => {
  const map = new Map<string, PagePath>();
  for (const [{id}, path] of paths) if (!map.has(id)) map.set(id, path);
  return map;
};

const isSame = (a: string | undefined, b: string) =>
  a?.replace(/\/$/, '') === b.replace(/\/$/, '');

/** What a published page says that holds wherever it stands. */
const texts = ({questions, answerForm, headline, description}: Page): Page => ({
  ...(questions && {questions}),
  ...(answerForm !== undefined && {answerForm}),
  ...(headline !== undefined && {headline}),
  ...(description !== undefined && {description}),
});

/**
 * An area with a root and, where there are more entries than a page holds,
 * numbered resources. What the glossary lists stays on its pages; entries that
 * only name the area follow.
 */
const paged = (area: Area, index: GlossaryIndex): Area => {
  const listed = area.resources ?? [];
  const ids = new Set(listed.flatMap(({terms}) => terms));
  const others = index
    .termsOf(area)
    .map(({id}) => id)
    .filter((id) => !ids.has(id));
  const root = listed.find(({number}) => number === undefined);
  const numbered = listed.filter((resource) => resource !== root);
  const fits = !root && others.length <= TERMS_PER_PAGE;
  const first: Resource = root ?? {terms: fits ? others : []};
  const last = Math.max(0, ...numbered.map(({number = 0}) => number));
  const more: Resource[] = [];
  if (!fits) {
    for (let from = 0; from < others.length; from += TERMS_PER_PAGE) {
      more.push({
        number: last + 1 + more.length,
        terms: others.slice(from, from + TERMS_PER_PAGE),
      });
    }
  }
  return {...area, resources: [first, ...numbered, ...more]};
};
