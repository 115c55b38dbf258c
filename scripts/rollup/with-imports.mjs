/**
 * Asks for all files that a chunk imports together with it. By itself a browser
 * finds out what a chunk imports when it is there, one round trip later.
 *
 * @param {{entry: string}} options The entry is there before all chunks.
 * @returns {import('rollup').Plugin}
 */
export const withImports = ({entry}) => ({
  name: 'with-imports',
  renderDynamicImport({targetChunk, getTargetChunkImports}) {
    if (!targetChunk || targetChunk.fileName === entry) return null;
    const paths = getTargetChunkImports()
      .filter(({type, fileName}) => type === 'internal' && fileName !== entry)
      .map(({resolvedImportPath}) => resolvedImportPath);
    if (!paths.length) return null;
    const beside = paths.map((path) => `import(${path})`).join();
    // Who imports the chunk hears of a failure.
    return {
      left: `(Promise.all([${beside}]).catch(() => 0), import(`,
      right: '))',
    };
  },
});
