import {relative} from 'node:path';

/**
 * How the modules of the package are cut into files: one for each module, as it
 * is in the sources, but for those that are needed with every use and again by
 * what is loaded later. A bundler makes a chunk for each combination of uses
 * that share modules; where these are one file, there is one combination.
 *
 * Two groups of modules are joined: those that an entry without Lit needs, and
 * the others. Both have all that their modules import, so there are no cycles.
 *
 * @param {{root: string, light: readonly string[], entries: readonly string[], also: readonly string[], joined: Record<string, string>}} options
 *   `root` is the folder of the sources. `light` are the entries without Lit,
 *   `entries` all that elements begin with. `also` are small modules that
 *   only what is loaded later shares. `joined` says in whose file a module is
 *   that is always loaded right after the other.
 * @returns {import('rollup').GetManualChunk} For `output.manualChunks`.
 */
export const fewFiles = ({root, light, entries, also, joined}) => {
  let groups;

  const group = ({getModuleIds, getModuleInfo}) => {
    const path = (id) => relative(root, id).replace(/\.[jt]s$/, '');
    const infos = [...getModuleIds()]
      .map(getModuleInfo)
      .filter((info) => !info.isExternal);
    const byPath = new Map(infos.map((info) => [path(info.id), info]));

    /** All that modules import at once, and these import. */
    const reached = (ids) => {
      const found = new Set();
      const enter = (id) => {
        const info = getModuleInfo(id);
        if (!info || info.isExternal || found.has(id)) return;
        found.add(id);
        info.importedIds.forEach(enter);
      };
      ids.forEach(enter);
      return found;
    };
    const idsOf = (paths) => paths.map((name) => byPath.get(name).id);

    const later = reached(
      infos.flatMap(({dynamicallyImportedIds}) => dynamicallyImportedIds),
    );
    const begins = new Set([...idsOf(light), ...idsOf(entries)]);
    const first = reached(idsOf(entries));
    const withoutLit = reached(idsOf(light));
    const shared = new Set([
      ...[...first].filter((id) => later.has(id)),
      ...reached(idsOf(also)),
    ]);
    const names = new Map();
    for (const {id} of infos) {
      const name =
        begins.has(id) || !shared.has(id)
          ? (joined[path(id)] ?? path(id))
          : withoutLit.has(id)
            ? 'shared-by-tips'
            : 'shared';
      names.set(id, name);
    }
    return names;
  };

  return (id, context) => {
    groups ??= group(context);
    return groups.get(id);
  };
};
