import type {Awaitable} from '../../glossary/awaitable.js';
import type {AreaPage, Entry, GlossarySource} from '../../glossary/source.js';
import type {TrailStep} from '../../glossary/trail.js';
import {
  AUTHOR_MARKUP,
  type ContentKey,
  DEFAULT_LEVEL,
  numberFrom,
  type ReadAttribute,
} from '../../page/content-contract.js';

/** What decides the content of a trail, apart from the steps that it is given. */
export interface TrailSettings {
  readonly area: string;
  readonly resource: number | undefined;
  readonly term: string;
  readonly headingLevel: number;
}

/** The settings of a trail, as its attributes state them. */
export const trailSettings = (read: ReadAttribute): TrailSettings => ({
  area: read('area') ?? '',
  resource: numberFrom(read('resource')),
  term: read('term') ?? '',
  headingLevel: numberFrom(read('heading-level')) ?? DEFAULT_LEVEL,
});

/** What a trail requests from the glossary; `undefined` for nothing. */
export const trailRequest = ({
  area,
  resource,
  term,
}: TrailSettings): ContentKey | undefined =>
  area || term ? [area, resource, term] : undefined;

/** What a page is about, which its trail leads to; a term comes before an area. */
export const requestTrail = (
  source: GlossarySource,
  {area, resource, term}: TrailSettings,
  signal?: AbortSignal,
): Awaitable<AreaPage | Entry | null | undefined> =>
  term ? source.entry(term, signal) : source.areaPage({area, resource}, signal);

/**
 * The key of a trail's content.
 *
 * @param items The steps that it is given.
 */
export const trailKey = (
  trail: TrailSettings,
  items: readonly TrailStep[] | undefined,
): ContentKey => [
  ...(items ? [items] : (trailRequest(trail) ?? [AUTHOR_MARKUP])),
  trail.headingLevel,
];

const isStep = (value: unknown): value is TrailStep => {
  const {name, url} = Object(value) as Partial<Record<string, unknown>>;
  return (
    typeof name === 'string' && (url === undefined || typeof url === 'string')
  );
};

/** Whether a value can be the `items` of a trail. */
export const isTrail = (value: unknown): value is readonly TrailStep[] =>
  Array.isArray(value) && value.every(isStep);

/** The message for `items` that are not a trail. */
export const NOT_A_TRAIL =
  'items: expected JSON such as [{"name": "Home", "url": "/"}]';
