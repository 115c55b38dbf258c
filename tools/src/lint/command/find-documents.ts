import {lstatSync} from 'node:fs';
import {isAbsolute, relative, resolve, sep} from 'node:path';
import {glob} from 'tinyglobby';
import {DOCUMENT_ENDINGS} from '../../documents/read.js';
import {CommandError} from '../../terminal/errors.js';

const ENDING = new RegExp(`\\.(?:${DOCUMENT_ENDINGS.join('|')})$`, 'i');

/** Never what an author writes. */
export const IGNORED = ['**/node_modules/**', '**/.git/**'];

/**
 * The Markdown and HTML files that are meant by names of files, folders and
 * patterns, each once, in the order of their names. No symbolic link is
 * followed.
 *
 * @param ignore Patterns of files that are left out.
 * @returns Paths relative to `folder` where they are inside it.
 * @throws {CommandError} Where one of them means nothing.
 */
export const findDocuments = async (
  inputs: readonly string[],
  {
    folder,
    ignore,
  }: {readonly folder: string; readonly ignore: readonly string[]},
): Promise<readonly string[]> => {
  const found = new Set<string>();
  for (const input of inputs) {
    const path = resolve(folder, input);
    const own = lstatSync(path, {throwIfNoEntry: false});
    if (own?.isSymbolicLink()) {
      throw new CommandError(
        `${input} is a symbolic link, which is not followed`,
        'Name what it leads to.',
      );
    }
    if (own?.isFile()) {
      if (!ENDING.test(path)) {
        throw new CommandError(
          `${input}: expected Markdown, MDX or HTML`,
          `Names of documents end in ${DOCUMENT_ENDINGS.map((ending) => `.${ending}`).join(', ')}.`,
        );
      }
      found.add(path);
      continue;
    }
    const {base, pattern} = own?.isDirectory()
      ? {base: path, pattern: '**'}
      : partsOf(input, folder);
    const files = await glob([pattern], {
      cwd: base,
      absolute: true,
      onlyFiles: true,
      followSymbolicLinks: false,
      expandDirectories: false,
      ignore: [...IGNORED, ...ignore],
    });
    const documents = files.filter((file) => ENDING.test(file));
    if (!documents.length) {
      throw new CommandError(
        `${input}: there is no Markdown or HTML file`,
        'Paths are taken from the current folder. Example: term-elements lint "docs/**"',
      );
    }
    for (const file of documents) found.add(resolve(file));
  }
  return [...found]
    .filter((path) => !lstatSync(path).isSymbolicLink())
    .map((path) => shortPath(path, folder))
    .sort();
};

/** A pattern from the last folder on that it names in full. */
export const partsOf = (pattern: string, folder: string) => {
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => /[*?{}()[\]!+@\\]/.test(part));
  const count = first < 0 ? parts.length - 1 : first;
  const named = parts.slice(0, count).join('/');
  const start = isAbsolute(pattern) ? '/' : '.';
  return {
    base: resolve(folder, named || start),
    pattern: parts.slice(count).join('/'),
  };
};

/** A path as people say it: relative where it is inside the folder. */
export const shortPath = (path: string, folder: string): string => {
  const short = relative(folder, path);
  return short && !short.startsWith(`..${sep}`) && !isAbsolute(short)
    ? short
    : path;
};
