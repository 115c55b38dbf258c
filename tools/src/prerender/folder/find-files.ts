import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {CommandError, reasonOf} from '../../terminal/errors.js';

/** The files of a site, as paths inside it with slashes, in order. */
export interface SiteFiles {
  readonly pages: readonly string[];
  readonly others: readonly string[];
  /** Hidden files and folders, symbolic links, devices: what is not read. */
  readonly left: readonly string[];
}

/**
 * Looks through a folder and all below it.
 *
 * @throws {CommandError} Where a folder cannot be read.
 */
export const findFiles = async (site: string): Promise<SiteFiles> => {
  const pages: string[] = [];
  const others: string[] = [];
  const left: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
    for (const entry of await entriesOf(join(site, folder))) {
      const path = folder + entry.name;
      if (entry.name.startsWith('.')) left.push(path);
      else if (entry.isDirectory()) folders.push(`${path}/`);
      else if (!entry.isFile()) left.push(path);
      else if (/\.html?$/i.test(path)) pages.push(path);
      else others.push(path);
    }
  return {pages: pages.sort(), others: others.sort(), left: left.sort()};
};

const entriesOf = async (folder: string) => {
  try {
    return await readdir(folder, {withFileTypes: true});
  } catch (error) {
    throw new CommandError(`cannot read ${folder}: ${reasonOf(error)}`);
  }
};
