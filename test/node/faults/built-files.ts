import {readdir, readFile} from 'node:fs/promises';
import {join, relative, sep} from 'node:path';
import {withBuiltFolder} from '../../support/built-folder.js';

/** A built glossary as a host has it: content by path, `/manifest.json` among them. */
export type BuiltFiles = ReadonlyMap<string, Buffer>;

/** Builds a document as `term-elements build` does. */
export const builtFiles = (document: object): Promise<BuiltFiles> =>
  withBuiltFolder(document, async (root) => {
    const entries = await readdir(root, {recursive: true, withFileTypes: true});
    const files = entries.filter((entry) => entry.isFile());
    return new Map(
      await Promise.all(
        files.map(async ({parentPath, name}) => {
          const path = join(parentPath, name);
          const place = relative(root, path).split(sep).join('/');
          return [`/${place}`, await readFile(path)] as const;
        }),
      ),
    );
  });
