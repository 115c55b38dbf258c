/** Which address a file of a site has, and which file an address names. Pure. */
import {CommandError} from '../../terminal/errors.js';

/**
 * The address of a site, with a slash at the end.
 *
 * @throws {CommandError} Where a site cannot have it.
 */
export const siteAddress = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isRight =
    url && /^https?:$/.test(url.protocol) && !url.search && !url.hash;
  if (!isRight || url.username || url.password) {
    throw new CommandError(
      `--site-url expects an address of a site, received ${text}`,
      'Example: --site-url https://docs.example/',
    );
  }
  return url.href.replace(/\/?$/, '/');
};

/**
 * The address of a page: that of its folder where it is the folder's index.
 *
 * @param path Inside the site, with slashes.
 */
export const pageAddress = (siteUrl: string, path: string): string => {
  const shown = path.replace(/(^|\/)index\.html?$/i, '$1');
  return siteUrl + shown.split('/').map(encodeURIComponent).join('/');
};

/**
 * The path of a file in the site, with slashes, by its address.
 *
 * @returns `undefined` for an address outside of the site.
 */
export const filePath = (
  siteUrl: string,
  address: string,
): string | undefined => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url) return undefined;
  const site = new URL(siteUrl);
  const isInside =
    url.origin === site.origin && url.pathname.startsWith(site.pathname);
  if (!isInside) return undefined;
  const parts = url.pathname.slice(site.pathname.length).split('/');
  try {
    const names = parts.map(decodeURIComponent);
    return names.every(isName) ? names.join('/') : undefined;
  } catch {
    return undefined; // no file has a name that is not UTF-8
  }
};

const isName = (name: string): boolean =>
  name !== '' &&
  name !== '.' &&
  name !== '..' &&
  // eslint-disable-next-line no-control-regex -- these are what must not be in a name
  !/[/\\\u0000-\u001f]/.test(name);

/** Where a page finds a file in the root of its site. */
export const fromPage = (
  siteUrl: string,
  path: string,
  file: string,
  hasBase: boolean,
): string => {
  const address = new URL(file, siteUrl);
  if (hasBase) return address.href;
  // It is shown at every address that names nothing.
  if (/(^|\/)404\.html?$/i.test(path)) return address.pathname;
  return '../'.repeat(path.split('/').length - 1) + file;
};
