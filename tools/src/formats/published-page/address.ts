/** What the addresses of a publisher say: ids, kinds, areas, numbers. */
import {addressKey} from 'term-elements/glossary';

const NOWHERE = 'http://localhost/';

const segmentsOf = (url: string): string[] => {
  try {
    return new URL(url, NOWHERE).pathname.split('/').filter(Boolean);
  } catch {
    return [];
  }
};

/** `…/definition/margin-call/`: slug `margin-call`, kind `definition`. */
export const termPath = (
  url: string,
): {readonly slug: string | undefined; readonly kind: string | undefined} => {
  const segments = segmentsOf(url);
  return {slug: segments.at(-1), kind: segments.at(-2)};
};

/** `…/area/margin/resource/4/`: area `margin`, its address, number 4. */
export const areaPath = (
  url: string,
): {
  readonly id: string | undefined;
  readonly url: string;
  readonly number: number | undefined;
} => {
  const segments = segmentsOf(url);
  const last = segments.at(-1) ?? '';
  if (segments.at(-2) !== 'resource' || !/^[1-9]\d{0,8}$/.test(last)) {
    return {id: segments.at(-1), url, number: undefined};
  }
  const end = url.lastIndexOf(`resource/${last}`);
  return {
    id: segments.at(-3),
    url: end < 0 ? url : url.slice(0, end),
    number: Number(last),
  };
};

/** A slug for what has no address: letters and digits with dashes between. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join('-');

/** Whether two addresses name the same thing, seen from a page. */
export const sameAddress = (a: string, b: string, page = NOWHERE): boolean =>
  a === b || absoluteKey(a, page) === absoluteKey(b, page);

/** An address as a key: absolute, without the closing slash. */
export const absoluteKey = (address: string, page = NOWHERE): string => {
  try {
    return addressKey(new URL(address, page).href);
  } catch {
    return addressKey(address);
  }
};
