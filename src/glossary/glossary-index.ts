import {addressKey, linkAddress} from './address.js';
import {cutPage, resourceFor, resourceLinks} from './area-pages.js';
import {isRemoved} from './entries.js';
import {listOf} from './json-shapes.js';
import type {
  AreaPage,
  AreaRequest,
  Entry,
  PageLink,
  RelatedTerm,
  TermLinks,
} from './source.js';
import type {Area, Glossary, RemovedTerm, Resource, Term} from './types.js';

/** Adds under a key; the first to claim it keeps it. */
const claim = <T>(map: Map<string, T>, key: string | undefined, value: T) => {
  if (key && !map.has(key)) map.set(key, value);
};

/**
 * Looks things up in one glossary document. Each index is a `Map`, built on
 * first use: `__proto__` is an ordinary id here, and a page with one card does
 * not pay for the index of names.
 */
export class GlossaryIndex implements TermLinks {
  #terms: Map<string, Term | RemovedTerm> | undefined;
  #areas: Map<string, Area> | undefined;
  #resources: Map<string, {area: Area; resource: Resource}> | undefined;

  constructor(
    readonly glossary: Glossary,
    /** Address that the document was loaded from. */
    readonly origin?: string,
  ) {}

  /**
   * Builds the indexes of terms ahead of the first request. It may be
   * interrupted wherever it yields.
   */
  *prepare(): Generator<void, void> {
    if (this.#terms) return;
    const map = new Map<string, Term | RemovedTerm>();
    const {terms} = this.glossary;
    for (const term of terms) {
      claim(map, term.id, term);
      yield;
    }
    for (const term of terms) {
      yield;
      if (isRemoved(term)) continue;
      for (const id of listOf(term.formerIds)) claim(map, id, term);
      for (const key of this.#keysOf(term)) claim(map, key, term);
    }
    this.#terms = map;
  }

  /** The term of an id, a former id or an address, in this order. */
  term(reference: string): Term | RemovedTerm | undefined {
    const work = this.prepare();
    while (!this.#terms) work.next();
    return this.#terms.get(reference) ?? this.#terms.get(addressKey(reference));
  }

  /**
   * As `term`, with everything that is needed to show it; `null` if it is
   * removed.
   */
  entry(reference: string): Entry | null | undefined {
    const term = this.term(reference);
    if (!term) return undefined;
    return isRemoved(term) ? null : this.entryOf(term);
  }

  entryOf(term: Term): Entry {
    const {glossary, origin} = this;
    const url = linkAddress(term.url, origin);
    const related = this.#related(term);
    return {term, url, glossary, related, links: this, origin};
  }

  addressOf(id: string): string | undefined {
    const term = this.term(id);
    return term && !isRemoved(term)
      ? linkAddress(term.url, this.origin)
      : undefined;
  }

  nameOf(id: string): string | undefined {
    return this.term(id)?.name ?? undefined;
  }

  /** The area of an id or an address. */
  area(reference: string): Area | undefined {
    if (!this.#areas) {
      this.#areas = new Map();
      const areas = listOf(this.glossary.areas);
      for (const area of areas) claim(this.#areas, area.id, area);
      for (const area of areas) {
        for (const key of this.#keysOf(area)) claim(this.#areas, key, area);
      }
    }
    return this.#areas.get(reference) ?? this.#areas.get(addressKey(reference));
  }

  /**
   * One page of an area. Resources are pages that the publisher numbered; an
   * area without them is cut into pages of `perPage` terms.
   */
  areaPage(request: AreaRequest): AreaPage | undefined {
    const byAddress = this.#resourceAt(request.area);
    const area = byAddress?.area ?? this.area(request.area);
    if (!area) return undefined;
    const resources = listOf(area.resources);
    return resources.length
      ? this.#published(area, resources, request, byAddress?.resource)
      : this.#paged(area, request);
  }

  /** The terms of an area: those it lists, then those that name it. */
  termsOf(area: Area): readonly Term[] {
    const terms = new Set<Term>();
    for (const {terms: ids} of listOf(area.resources)) {
      for (const id of ids) {
        const term = this.term(id);
        if (term && !isRemoved(term)) terms.add(term);
      }
    }
    for (const term of this.glossary.terms) {
      if (!isRemoved(term) && listOf(term.areas).includes(area.id)) {
        terms.add(term);
      }
    }
    return [...terms];
  }

  #published(
    area: Area,
    resources: readonly Resource[],
    {resource: wanted}: AreaRequest,
    byAddress: Resource | undefined,
  ): AreaPage | undefined {
    const resource = resourceFor(resources, wanted, byAddress);
    if (!resource) return undefined;
    const pages = resourceLinks(resources, this.origin);
    const entries = resource.terms.flatMap((id) => this.entry(id) ?? []);
    return this.#page(area, resource, resource.number, pages, entries);
  }

  #paged(area: Area, request: AreaRequest): AreaPage | undefined {
    const terms = this.termsOf(area);
    const cut = cutPage(request, terms.length);
    if (!cut) return undefined;
    const {number, pages, from, to} = cut;
    const entries = terms.slice(from, to).map((term) => this.entryOf(term));
    return this.#page(area, undefined, number, pages, entries);
  }

  #page(
    area: Area,
    resource: Resource | undefined,
    number: number | undefined,
    pages: readonly PageLink[],
    entries: readonly Entry[],
  ): AreaPage {
    const {glossary, origin} = this;
    const questions = resource?.page?.questions ?? listOf(area.questions);
    return {
      glossary,
      area,
      resource,
      number,
      questions,
      entries,
      pages,
      links: this,
      origin,
    };
  }

  #related(term: Term): readonly RelatedTerm[] {
    const ids = listOf(term.related);
    if (!ids.length) return NONE;
    return ids.flatMap((id) => {
      const other = this.term(id);
      return other && !isRemoved(other)
        ? {
            id: other.id,
            name: other.name,
            url: linkAddress(other.url, this.origin),
          }
        : [];
    });
  }

  /** An address as the document has it, and as it is where it is shown. */
  #keysOf({url}: {readonly url?: string | undefined}): readonly string[] {
    if (!url) return [];
    return [url, linkAddress(url, this.origin) ?? url].map(addressKey);
  }

  #resourceAt(reference: string) {
    if (!this.#resources) {
      this.#resources = new Map();
      for (const area of listOf(this.glossary.areas)) {
        for (const resource of listOf(area.resources)) {
          // The root has the address of its area: it is what is shown for it.
          for (const key of this.#keysOf(resource)) {
            claim(this.#resources, key, {area, resource});
          }
        }
      }
    }
    return this.#resources.get(addressKey(reference));
  }
}

const NONE: readonly RelatedTerm[] = [];
