import {lstatSync} from 'node:fs';
import {isAbsolute, relative, resolve, sep} from 'node:path';
import {convertPathToPattern, glob} from 'tinyglobby';
import {DOCUMENT_ENDINGS} from '../../lint/document/read.js';
import {CommandError} from '../errors.js';

const ENDING = new RegExp(`\\.(?:${DOCUMENT_ENDINGS.join('|')})$`, 'i');

/** Never what an author writes. */
const IGNORED = ['**/node_modules/**', '**/.git/**'];

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
    const pattern = own?.isDirectory()
      ? `${convertPathToPattern(path)}/**`
      : isAbsolute(input)
        ? input
        : `${convertPathToPattern(folder)}/${input}`;
    const files = await glob([pattern], {
      cwd: folder,
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
        "Paths are taken from the current folder. Example: term-elements lint 'docs/**'",
      );
    }
    for (const file of documents) found.add(resolve(file));
  }
  return [...found]
    .filter((path) => !lstatSync(path).isSymbolicLink())
    .map((path) => shortPath(path, folder))
    .sort();
};

/** A path as people say it: relative where it is inside the folder. */
export const shortPath = (path: string, folder: string): string => {
  const short = relative(folder, path);
  return short && !short.startsWith(`..${sep}`) && !isAbsolute(short)
    ? short
    : path;
};
