import {closeSync, existsSync, mkdirSync, openSync, rmSync} from 'node:fs';
import {join} from 'node:path';

/**
 * A key that all paths share which some file system takes for the same: most of
 * them do not distinguish upper case from lower, or `é` from `e` with an accent.
 * Others that no file system takes for the same may share it, too.
 */
export const foldPath = (path: string): string =>
  path.normalize('NFD').toUpperCase().toLowerCase().normalize('NFC');

/**
 * Whether two paths of one file tree are the same file here: asks the disk,
 * since that differs between the folders of one machine.
 *
 * @param scratch A folder on that disk. There is nothing called `probe` in it.
 * @param b Has as many parts as `a`.
 */
export const isSameHere = (scratch: string, a: string, b: string): boolean => {
  const empty = join(scratch, 'probe');
  mkdirSync(empty, {recursive: true});
  const others = b.split('/');
  return a.split('/').every((part, depth) => {
    const other = others[depth]!;
    if (part === other) return true;
    const probe = join(empty, part);
    closeSync(openSync(probe, 'wx'));
    try {
      return existsSync(join(empty, other));
    } finally {
      rmSync(probe);
    }
  });
};
