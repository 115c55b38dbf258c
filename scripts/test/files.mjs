import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../run.mjs';

/**
 * Test files in these folders, sorted.
 *
 * @param {readonly string[]} folders
 * @param {string} [part] Only paths that contain this.
 */
export const testFiles = (folders, part = '') =>
  folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), {recursive: true}).map((name) =>
        join(folder, name),
      ),
    )
    .filter((path) => path.endsWith('.test.ts') && path.includes(part))
    .sort();
