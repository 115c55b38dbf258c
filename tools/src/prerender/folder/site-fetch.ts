import {constants} from 'node:fs';
import {open, realpath} from 'node:fs/promises';
import {join} from 'node:path';
import {reasonOf} from '../../terminal/errors.js';
import type {GuardedFetch} from '../../fetch/guarded-fetch.js';
import {filePath} from './addresses.js';

/**
 * Reads what the pages of a site name: an address of the site is a file of its
 * folder, every other one is left to `outside`. No symbolic link is followed.
 *
 * @param outside Absent where nothing outside of the site is to be read.
 */
export const siteFetch =
  (
    site: string,
    siteUrl: string,
    outside: GuardedFetch | undefined,
  ): GuardedFetch =>
  async (address, signal) => {
    const path = filePath(siteUrl, address);
    if (path !== undefined) return new Response(await readFile(site, path));
    if (outside) return outside(address, signal);
    throw new Error(
      `${address} is not read: it is outside of ${siteUrl}; with --fetch it is`,
    );
  };

const readFile = async (
  site: string,
  path: string,
): Promise<Buffer<ArrayBuffer>> => {
  const place = join(site, path);
  try {
    // A link on the way would make the real path another one.
    if ((await realpath(place)) !== join(await realpath(site), path))
      throw new Error('a symbolic link is not followed');
    const handle = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new Error(`cannot read ${place}: ${reasonOf(error)}`, {cause: error});
  }
};
