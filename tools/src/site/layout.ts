import {
  type Area,
  type Glossary,
  isWhole,
  type Resource,
  type Term,
} from 'term-elements/glossary';
import {type PagePath, type SitePaths} from './paths.js';

/** The entries of a document that are shown: not those that change the layers below. */
export const presentTerms = ({terms}: Glossary): readonly Term[] =>
  terms.filter(isWhole);

/** A glossary of which all entries are shown. */
export type ShownGlossary = Omit<Glossary, 'terms'> & {
  readonly terms: readonly Term[];
};

/** Where the pages of a glossary are. */
export interface Layout {
  readonly terms: ReadonlyMap<Term, PagePath>;
  readonly areas: ReadonlyMap<Area, PagePath>;
  readonly resources: ReadonlyMap<Resource, PagePath>;
}

/**
 * Gives every entry, area and resource its place: its own address where that
 * lies on the site, else `term/ID/`, `area/ID/` and `area/ID/resource/N/`. What
 * has an address of its own chooses first.
 */
export const layOut = (glossary: Glossary, paths: SitePaths): Layout => {
  const terms = new Map<Term, PagePath>();
  const areas = new Map<Area, PagePath>();
  const resources = new Map<Resource, PagePath>();
  const present = presentTerms(glossary);
  const all = glossary.areas ?? [];
  const own = <T extends {readonly url?: string | undefined}>(
    map: Map<T, PagePath>,
    value: T,
  ) => {
    const path = paths.own(value.url);
    if (path) map.set(value, path);
  };
  for (const area of all) {
    own(areas, area);
    for (const resource of area.resources ?? []) {
      // The root has the address of its area.
      if (resource.number !== undefined) own(resources, resource);
    }
  }
  for (const term of present) own(terms, term);
  const rooted = new Set<PagePath>();
  for (const area of all) {
    const path = areas.get(area) ?? paths.place('area', area.id);
    areas.set(area, path);
    for (const resource of area.resources ?? []) {
      if (resources.has(resource)) continue;
      const isRoot = resource.number === undefined && !rooted.has(path);
      if (isRoot) rooted.add(path);
      resources.set(resource, isRoot ? path : numbered(path, resource, paths));
    }
  }
  for (const term of present) {
    if (!terms.has(term)) terms.set(term, paths.place('term', term.id));
  }
  return {terms, areas, resources};
};

/** The place of a resource below that of its area. */
const numbered = (
  area: PagePath,
  {number}: Resource,
  paths: SitePaths,
): PagePath => {
  const [first, ...rest] = area.markdown.slice(0, -'.md'.length).split('/');
  return paths.place(first!, ...rest, 'resource', String(number ?? 'root'));
};
