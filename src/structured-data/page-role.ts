import {absoluteAddress, addressKey} from '../glossary/address.js';
import type {Locale} from '../glossary/locale/locale.js';
import type {AreaPage} from '../glossary/source.js';

/**
 * What a page is to the entry, area or trail that an element shows in it: its
 * *resource*, the page that the publisher has for it, or an *embed*, any other
 * page. Only a resource speaks with the voice of the publisher: its place in the
 * publisher's site, its identity, its forms.
 */
export type PageRole = 'resource' | 'embed';

/** The page that shows an element. */
export interface HostPage {
  /** What the page calls itself: its canonical address, else where it is; no fragment. */
  readonly address: string;
  /** What relative addresses are resolved against, as the links beside them are. */
  readonly base: string;
  /** The element's `structured-data`; `page` says that the page is the resource. */
  readonly structuredData: string;
  /** What is not in the glossary, as the element shows it; by default English. */
  readonly locale?: Locale | undefined;
}

/** Two addresses of one page: a closing slash, a fragment and the case of the host aside. */
export const pageKey = (address: string): string => {
  const url = new URL(address);
  url.hash = '';
  return addressKey(url.href);
};

/** @param subject Absolute address that the glossary gives to what is shown. */
export const pageRole = (
  subject: string | undefined,
  {address, structuredData}: Pick<HostPage, 'address' | 'structuredData'>,
): PageRole => {
  if (/^\s*page\s*$/i.test(structuredData)) return 'resource';
  const isOwn =
    subject !== undefined &&
    URL.canParse(address) &&
    URL.canParse(subject) &&
    pageKey(subject) === pageKey(address);
  return isOwn ? 'resource' : 'embed';
};

/**
 * The address that the glossary gives to a page of an area: a root without one
 * has the area's.
 *
 * @param base What a relative address is resolved against, for a glossary
 *     without an address.
 */
export const areaAddress = (
  {area, resource, origin}: AreaPage,
  base: string,
): string | undefined => {
  const isRoot = resource?.number === undefined;
  const address = resource?.url ?? (isRoot ? area.url : undefined);
  return absoluteAddress(address, origin ?? base);
};
