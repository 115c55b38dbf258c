import {relative} from 'node:path';

/**
 * Puts modules that are needed together into one file, where a bundler makes a
 * file of each that is imported with `import()`, and one of all that several of
 * these share.
 *
 * A module that several files need is in the last one that all of them are
 * loaded with: at worst, the entry.
 *
 * @param {string} root Folder that the paths of modules begin in.
 * @param {Record<string, {has: readonly string[], beside?: readonly string[]}>} files
 *   By name: the modules that a file begins with, and the files that are loaded
 *   beside it. The first is the entry, which is loaded before all others.
 * @returns {import('rollup').GetManualChunk} For `output.manualChunks`.
 */
export const inGroups = (root, files) => {
  let names;

  const assign = ({getModuleIds, getModuleInfo}) => {
    const ids = new Map(
      [...getModuleIds()].map((id) => [relative(root, id), id]),
    );

    /** Modules, and all that these import at once. */
    const reached = (paths) => {
      const found = new Set();
      const enter = (id) => {
        const info = getModuleInfo(id);
        if (!info || info.isExternal || found.has(id)) return;
        found.add(id);
        info.importedIds.forEach(enter);
      };
      for (const path of paths) {
        if (!ids.has(path)) throw new Error(`there is no module ${path}`);
        enter(ids.get(path));
      }
      return found;
    };

    const order = Object.keys(files);
    const [entry] = order;
    const users = new Map();
    for (const [name, {has}] of Object.entries(files))
      for (const id of reached(has))
        users.set(id, [...(users.get(id) ?? []), name]);
    const loadedWith = (name) => [entry, ...(files[name].beside ?? []), name];
    return new Map(
      [...users].map(([id, of]) => [
        id,
        order.findLast((name) =>
          of.every((user) => loadedWith(user).includes(name)),
        ),
      ]),
    );
  };

  return (id, context) => {
    names ??= assign(context);
    return names.get(id);
  };
};
