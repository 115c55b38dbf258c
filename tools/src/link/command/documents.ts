import {lstatSync} from 'node:fs';
import {basename, dirname, relative, resolve, sep} from 'node:path';
import {CommandError} from '../../terminal/errors.js';
import {findDocuments} from '../../lint/command/find-documents.js';

/** A document that is to be linked. */
export interface FoundDocument {
  /** As people say it, and as it is opened from the folder. */
  readonly path: string;
  /** Where it goes in an output folder, with slashes. */
  readonly place: string;
}

/** The folder that the names below it are taken from, for a folder or a pattern. */
const baseOf = (input: string, folder: string): string => {
  const path = resolve(folder, input);
  const own = lstatSync(path, {throwIfNoEntry: false});
  if (own?.isDirectory()) return path;
  if (own) return dirname(path);
  const parts = input.split('/');
  const first = parts.findIndex((part) => /[*?{}()[\]!+@\\]/.test(part));
  const count = first < 0 ? parts.length - 1 : first;
  return resolve(folder, `${parts.slice(0, count).join('/')}/`);
};

/**
 * The documents that are meant, each once. What is found through a folder or a
 * pattern keeps its place below it.
 *
 * @throws {CommandError} Where one of them means nothing, or two have one place.
 */
export const documentsOf = async (
  inputs: readonly string[],
  folder: string,
): Promise<readonly FoundDocument[]> => {
  const found = new Map<string, FoundDocument>();
  const places = new Map<string, string>();
  for (const input of inputs) {
    const base = baseOf(input, folder);
    for (const path of await findDocuments([input], {folder, ignore: []})) {
      if (found.has(path)) continue;
      const inside = relative(base, resolve(folder, path));
      const place = inside.startsWith('..')
        ? basename(path)
        : inside.split(sep).join('/');
      const other = places.get(place);
      if (other !== undefined) {
        throw new CommandError(
          `${other} and ${path} have the same place in the output: ${place}`,
          'Link them in two runs, or name a folder around both.',
        );
      }
      places.set(place, path);
      found.set(path, {path, place});
    }
  }
  return [...found.values()];
};
