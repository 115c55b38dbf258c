import {linkAddress} from '../../glossary/address.js';
import type {AreaRequest, PageLink} from '../../glossary/source.js';
import {
  type ContentKey,
  numberFrom,
  type ReadAttribute,
} from '../../page/content-contract.js';
import type {EntrySettings} from '../term-card/entry-template.js';

/** Level of an area's heading; its cards and questions are one below. */
export const AREA_LEVEL = 2;

/** What decides the content of an area. */
export interface AreaSettings extends EntrySettings {
  readonly area: string;
  readonly resource: number | undefined;
  readonly perPage: number | undefined;
}

/** The settings of an area, as its attributes state them. */
export const areaSettings = (read: ReadAttribute): AreaSettings => ({
  area: read('area') ?? '',
  resource: numberFrom(read('resource')),
  perPage: numberFrom(read('per-page')),
  headingLevel: numberFrom(read('heading-level')) ?? AREA_LEVEL,
  images: read('images') ?? '',
});

/** What an area requests from the glossary; `undefined` for nothing. */
export const areaRequest = ({
  area,
  resource,
  perPage,
}: AreaSettings): ContentKey | undefined =>
  area ? [area, resource, perPage] : undefined;

/** The key of an area's content. */
export const areaKey = (page: AreaSettings): ContentKey => [
  page.area,
  page.resource,
  page.perPage,
  page.headingLevel,
];

/**
 * Where a page of an area is: at its own address, else at a query of the page
 * that shows the area.
 *
 * @param here Address of the page that shows it.
 */
export const areaPageAddress = (
  {number, url}: PageLink,
  area: string,
  here: string,
): string => {
  const own = linkAddress(url);
  if (own !== undefined) return own;
  const address = new URL(here);
  address.searchParams.set(area, String(number));
  address.hash = '';
  return address.href;
};

/** Names a page of an area in a message. */
export const areaReference = ({area, resource}: AreaRequest): string =>
  resource === undefined ? area : `${area}, resource ${resource}`;
