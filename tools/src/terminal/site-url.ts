import {CommandError} from './errors.js';

/**
 * The address of a site, as `--site-url` gives it, with a slash at its end.
 *
 * @throws {CommandError} If it is not an http(s) address of a folder.
 */
export const siteUrlOf = (value: string | undefined): string | undefined => {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isSite =
    url && /^https?:$/.test(url.protocol) && !url.search && !url.hash;
  if (isSite && !url.username && !url.password) {
    return url.href.replace(/\/?$/, '/');
  }
  throw new CommandError(
    `--site-url: expected an http(s) address, received "${value}"`,
    'Example: --site-url https://glossary.example/',
  );
};
