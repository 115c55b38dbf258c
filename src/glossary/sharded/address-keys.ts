/**
 * The keys of an address in a built glossary. Pure.
 *
 * A glossary is built once and served from anywhere, so a relative address in
 * it is absolute only for the reader. It stands in the tables in the forms that
 * do not depend on the site: the path from the site's root, or the path from
 * the manifest's folder; the reader takes an address apart into these.
 *
 * Such a key begins with U+0001, which no address and no id that is typed has.
 * Keys differ in closing slashes only as addresses do: not at all.
 */
import {addressKey, linkAddress} from '../address.js';

const MARK = '\u0001';

/** An address of the manifest itself, such as `#part`. */
const selfKey = (rest: string) => `${MARK}=${rest}`;
const siteKey = (path: string) => MARK + addressKey(path);
const folderKey = (ups: number, path: string) =>
  MARK + addressKey(`.${'/..'.repeat(ups)}/${path}`);

const DEPTH = 24;
/** A folder that is deep enough for every `../`, and a file in it. */
const BASE = `http://host.invalid/${'~/'.repeat(DEPTH)}~manifest`;
const BASE_PATH = new URL(BASE).pathname;

/**
 * The keys of an address as a document has it: as it is written and, where it
 * is relative, where it lies on the site of the manifest.
 */
export const documentAddressKeys = (url: string): string[] =>
  // An empty name matches nothing, here as in a document.
  keysOf(url).filter((key) => key !== '');

const keysOf = (url: string): string[] => {
  const written = addressKey(url);
  const resolved = linkAddress(url, BASE);
  if (!resolved || linkAddress(url) === undefined) return [written];
  if (resolved === url) return [written];
  const {host, pathname, search, hash} = new URL(resolved);
  // As URL parsing does: characters that it strips, and a backslash is a slash.
  // eslint-disable-next-line no-control-regex
  const plain = url.replace(/[\u0000-\u0020]/g, '').replaceAll('\\', '/');
  const rest = search + hash;
  if (plain.startsWith('//')) {
    return [written, MARK + addressKey(`//${host}${pathname}${rest}`)];
  }
  if (plain.startsWith('/')) return [written, siteKey(pathname + rest)];
  if (pathname === BASE_PATH) return [written, selfKey(rest)];
  const folders = BASE_PATH.split('/').slice(1, -1);
  const steps = pathname.split('/').slice(1);
  let same = 0;
  while (same < DEPTH && steps[same] === folders[same]) same++;
  const below = steps.slice(same).join('/');
  return [written, folderKey(DEPTH - same, below + rest)];
};

/**
 * The keys under which an address may stand in the tables, best first: as it is
 * written, then as an address of the site.
 *
 * @param manifest Address of the manifest.
 */
export const lookupAddressKeys = (
  reference: string,
  manifest: string | undefined,
): string[] => {
  const key = addressKey(reference);
  const keys = [key];
  if (manifest === undefined || !URL.canParse(manifest)) return keys;
  const {origin, protocol, pathname, search} = new URL(manifest);
  if (!key.startsWith(`${protocol}//`)) return keys;
  keys.push(MARK + key.slice(protocol.length));
  const path = key.slice(origin.length);
  if (!key.startsWith(origin) || !/^([/?#]|$)/.test(path)) return keys;
  keys.push(siteKey(path));
  if (path.startsWith(pathname)) {
    const rest = path.slice(pathname.length);
    const own = rest.startsWith(`${search}#`) ? rest.slice(search.length) : '';
    if (/^[?#]/.test(rest)) keys.push(selfKey(own || rest));
    else if (!rest) keys.push(selfKey(''));
  }
  const folders = pathname.split('/').slice(1, -1);
  for (let ups = 0; ups <= Math.min(folders.length, DEPTH); ups++) {
    const above = folders.slice(0, folders.length - ups);
    const folder = ['', ...above, ''].join('/');
    // Without its closing slash, the folder itself is an address too.
    const from = `${path}/`.startsWith(folder) ? folder.length : -1;
    if (from >= 0) keys.push(folderKey(ups, path.slice(from)));
  }
  return keys;
};
