import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {
  type AreaRecord,
  AREAS,
  DIRECTORY_BITS,
  type FileHash,
  filePath,
  type LanguageTables,
  type Manifest,
  type Tree,
} from 'term-elements/glossary';

/**
 * The files that a manifest leads to, as paths below its folder. What cannot be
 * read leads nowhere.
 */
export const reachableFiles = (
  folder: string,
  manifest: Manifest,
): ReadonlySet<string> => {
  const found = new Set<string>();

  const read = (hash: FileHash): unknown => {
    try {
      return JSON.parse(
        readFileSync(join(folder, filePath(hash, 'json')), 'utf8'),
      );
    } catch {
      return [];
    }
  };

  const add = (hash: unknown, kind: 'json' | 'bin'): hash is FileHash => {
    // Anything else could lead out of the folder.
    if (typeof hash !== 'string' || !/^[\da-f]{24}$/.test(hash)) return false;
    const name = filePath(hash, kind);
    const isNew = !found.has(name);
    found.add(name);
    return isNew;
  };

  const walk = (
    tree: Tree | undefined,
    kind: 'json' | 'bin' = 'json',
    leaf?: (hash: FileHash) => void,
  ) => {
    if (!Array.isArray(tree?.top)) return;
    const visit = (names: unknown, rest: number) => {
      if (!Array.isArray(names)) return;
      for (const hash of names as unknown[]) {
        if (rest > 0) {
          if (add(hash, 'json')) visit(read(hash), rest - DIRECTORY_BITS);
        } else if (add(hash, kind)) {
          leaf?.(hash);
        }
      }
    };
    visit(tree.top, tree.bits - Math.log2(tree.top.length));
  };

  const walkAreas = (hash: FileHash) => {
    const records = read(hash);
    if (AREAS.fault(records)) return;
    for (const {resources, terms} of records as readonly AreaRecord[]) {
      for (const {file} of resources) add(file, 'json');
      walk(terms);
    }
  };

  const walkTables = (tables: LanguageTables) => {
    walk(tables.terms);
    walk(tables.names);
    walk(tables.words, 'bin');
    walk(tables.list);
    walk(tables.areas, 'json', walkAreas);
    add(tables.letters, 'json');
  };

  walkTables(manifest);
  walk(manifest.keys);
  walk(manifest.areaKeys);
  add(manifest.changes, 'json');
  for (const tables of Object.values(manifest.languages ?? {})) {
    walkTables(tables);
  }
  return found;
};
