import {cutPage, resourceFor, resourceLinks} from '../area-pages.js';
import {type Awaitable, whenReady} from '../awaitable.js';
import type {AreaPage, AreaRequest, Entry} from '../source.js';
import type {Resource} from '../types.js';
import type {Lookup} from './lookup.js';
import type {AreaRecord} from './manifest.js';
import {linksOf} from './references.js';
import {readItems} from './sequence.js';
import {IDS, RESOURCE} from './shapes.js';
import type {ShardedView} from './sharded-view.js';

/** Page, number and entries; the rest is the area's. */
type Part = Pick<AreaPage, 'resource' | 'number' | 'pages' | 'entries'>;

/**
 * One page of an area, by the rules of documents: a page that the publisher has
 * numbered, or one of those that an area without them is cut into.
 */
export const areaPageOf = (
  view: ShardedView,
  lookup: Lookup,
  request: AreaRequest,
  signal?: AbortSignal,
): Awaitable<AreaPage | undefined> => {
  const {shards, follows} = view.shared;
  const {origin, keptAt} = shards.files;
  const whole = (record: AreaRecord, page: Part): AreaPage => {
    const {area, language, references} = record;
    return {
      glossary: view.glossary,
      area,
      ...page,
      questions: page.resource?.page?.questions ?? area.questions ?? [],
      links: linksOf(references, origin),
      origin,
      ...(language !== undefined && {language}),
      ...(keptAt && {keptAt}),
    };
  };
  return whenReady(lookup.areaOf(request.area, signal), (place) => {
    if (!place) return undefined;
    const {record, resource} = place;
    const {area, resources} = record;
    const read = () =>
      resources.length
        ? published(view, record, request, resource, signal)
        : paged(view, record, request, signal);
    return whenReady(follows('areas', area), (isGood) =>
      isGood
        ? whenReady(read(), (page) => {
            if (!page) return undefined;
            const ofPage = page.resource
              ? follows('areas', {...area, resources: [page.resource]})
              : true;
            return whenReady(ofPage, (isPageGood) =>
              isPageGood ? whole(record, page) : undefined,
            );
          })
        : undefined,
    );
  });
};

const published = (
  view: ShardedView,
  {resources}: AreaRecord,
  {resource: wanted}: AreaRequest,
  byAddress: number | undefined,
  signal: AbortSignal | undefined,
): Awaitable<Part | undefined> => {
  const {shards} = view.shared;
  const entry = resourceFor(
    resources,
    wanted,
    byAddress === undefined ? undefined : resources[byAddress],
  );
  if (!entry) return undefined;
  const pages = resourceLinks(resources, shards.files.origin);
  return whenReady(
    shards.read(entry.file, RESOURCE, signal),
    (resource: Resource) =>
      whenReady(view.entries(resource.terms, signal), (entries) => ({
        resource,
        number: resource.number,
        pages,
        entries,
      })),
  );
};

const paged = (
  view: ShardedView,
  {terms}: AreaRecord,
  request: AreaRequest,
  signal: AbortSignal | undefined,
): Awaitable<Part | undefined> => {
  const cut = cutPage(request, terms?.count ?? 0);
  if (!cut) return undefined;
  const {number, pages, from, to} = cut;
  const ids = terms
    ? readItems(view.shared.shards, terms, IDS, from, to, signal)
    : [];
  return whenReady(ids, (known) =>
    whenReady(view.entries(known, signal), (entries: readonly Entry[]) => ({
      resource: undefined,
      number,
      pages,
      entries,
    })),
  );
};
