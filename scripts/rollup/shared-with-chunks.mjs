import MagicString from 'magic-string';

/**
 * Lets chunks that are loaded later use code of the entry without importing the
 * entry by its name.
 *
 * Rollup would write `import … from './all.js'` into such a chunk. A page that
 * loads `all.js?ver=6.4` (as WordPress writes it), or through a redirect, would
 * then load and run the entry a second time, because to a browser that is
 * another module; and a second Lit violates a strict Trusted Types policy. So
 * the entry leaves what chunks need under a registered symbol. That holds for
 * `export … from` too, and for `import(…)` of a module that Rollup has put into
 * the entry, which resolves to the same object.
 *
 * What pages import from the entry is taken from there too, so that a page that
 * imports it by another address than that of its script has the same one.
 *
 * @param {{entry: string, key: string, open: readonly string[]}} options `entry`
 *   is a file name; `key` distinguishes builds that meet on one page; `open` are
 *   the names that pages may import.
 */
export const sharedWithChunks = ({entry, key, open}) => {
  const place = `globalThis[Symbol.for(${JSON.stringify(key)})]`;

  const object = (pairs) => `{${pairs.map((pair) => pair.join(': ')).join()}}`;

  const replacement = (node, isEntry) => {
    if (isEntry && node.type === 'ExportNamedDeclaration') {
      const names = node.specifiers.map((it) => [
        it.exported.name,
        it.local.name,
      ]);
      return [
        `${place} ??= ${object(names)};`,
        ...names
          .filter(([name]) => open.includes(name))
          .map(
            ([name]) =>
              `const open_${name} = ${place}.${name}; export {open_${name} as ${name}};`,
          ),
      ].join('');
    }
    if (isEntry || node.source?.value !== `./${entry}`) return undefined;
    if (node.type === 'ExportNamedDeclaration') {
      const names = node.specifiers.map((it) => [
        it.local.name,
        `shared$${it.local.name}`,
      ]);
      const exported = node.specifiers.map(
        (it) => `shared$${it.local.name} as ${it.exported.name}`,
      );
      return `const ${object(names)} = ${place};\nexport {${exported.join()}};`;
    }
    if (node.type === 'ImportDeclaration') {
      const names = node.specifiers.map((it) => [
        it.imported.name,
        it.local.name,
      ]);
      return `const ${object(names)} = ${place};`;
    }
    return undefined;
  };

  return {
    name: 'shared-with-chunks',
    renderDynamicImport({targetChunk}) {
      if (targetChunk?.fileName !== entry) return null;
      // Rollup writes the specifier in between; the minifier drops it.
      return {left: 'Promise.resolve((', right: `, ${place}))`};
    },
    renderChunk(code, {fileName}) {
      const edited = new MagicString(code);
      for (const node of this.parse(code).body) {
        const text = replacement(node, fileName === entry);
        if (text) edited.overwrite(node.start, node.end, text);
      }
      if (!edited.hasChanged()) return null;
      return {
        code: edited.toString(),
        map: edited.generateMap({hires: true}),
      };
    },
  };
};
