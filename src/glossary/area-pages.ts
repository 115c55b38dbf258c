/**
 * Which page of an area a request is for: one rule for documents in memory and
 * for built glossaries. Pure.
 */
import {linkAddress} from './address.js';
import type {AreaRequest, PageLink} from './source.js';

/** Terms on one page of an area that has no resources of its own. */
export const TERMS_PER_PAGE = 12;

/** What the publisher numbered; `number` is absent for the root of an area. */
interface Numbered {
  readonly number?: number | undefined;
  readonly url?: string | undefined;
}

/** The resource that is wanted: that of the address, else by its number, else the first. */
export const resourceFor = <R extends Numbered>(
  resources: readonly R[],
  wanted: number | undefined,
  byAddress: R | undefined,
): R | undefined => {
  if (byAddress) return byAddress;
  return wanted === undefined
    ? resources[0]
    : resources.find(({number}) => number === wanted);
};

/** The pager of an area that the publisher has numbered. */
export const resourceLinks = (
  resources: readonly Numbered[],
  origin: string | undefined,
): readonly PageLink[] =>
  resources.flatMap(({number, url}) =>
    number === undefined ? [] : [{number, url: linkAddress(url, origin)}],
  );

/** A page that is cut from the terms of an area: those from `from` up to `to`. */
export interface CutPage {
  /** Absent for an area that is one page. */
  readonly number: number | undefined;
  readonly pages: readonly PageLink[];
  readonly from: number;
  readonly to: number;
}

/** @param terms How many terms the area has. */
export const cutPage = (
  request: AreaRequest,
  terms: number,
): CutPage | undefined => {
  const wanted = Math.floor(request.perPage ?? 0) || TERMS_PER_PAGE;
  // At most all of them, so that no place is infinite.
  const perPage = Math.min(Math.max(1, wanted), Math.max(1, terms));
  const count = Math.max(1, Math.ceil(terms / perPage));
  const number = request.resource ?? 1;
  if (!Number.isInteger(number) || number < 1 || number > count) {
    return undefined;
  }
  const from = (number - 1) * perPage;
  return {
    number: count > 1 ? number : undefined,
    pages: Array.from({length: count}, (_, index) => ({
      number: index + 1,
      url: undefined,
    })),
    from,
    to: from + perPage,
  };
};
