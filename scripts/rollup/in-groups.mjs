import {relative} from 'node:path';

/**
 * Puts modules that are needed together into one file, where a bundler makes a
 * file of each that is imported with `import()`, and one of all that several of
 * these share.
 *
 * @param {string} root Folder that the paths of modules begin in.
 * @param {Record<string, readonly string[]>} groups By file, the modules that it
 *   begins with; it gets all that these import at once, too, unless a file
 *   before it has that. The first is the entry.
 * @returns {import('rollup').GetManualChunk} For `output.manualChunks`.
 */
export const inGroups = (root, groups) => {
  let names;

  const assign = ({getModuleIds, getModuleInfo}) => {
    const found = new Map();
    const ids = new Map(
      [...getModuleIds()].map((id) => [relative(root, id), id]),
    );
    for (const [name, paths] of Object.entries(groups)) {
      const enter = (id) => {
        const info = getModuleInfo(id);
        if (!info || info.isExternal || found.has(id)) return;
        found.set(id, name);
        info.importedIds.forEach(enter);
      };
      for (const path of paths) {
        if (!ids.has(path)) throw new Error(`there is no module ${path}`);
        enter(ids.get(path));
      }
    }
    return found;
  };

  return (id, context) => {
    names ??= assign(context);
    return names.get(id);
  };
};
