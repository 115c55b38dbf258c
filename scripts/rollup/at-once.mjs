/**
 * Adds a file that loads an entry with all of its elements, as static imports:
 * for pages that want every element to be defined when the script has run.
 *
 * @param {{fileName: string, entry: string, files: readonly string[]}} options
 *   `files` are the names of the chunks, in the order in which they run.
 * @returns {import('rollup').Plugin}
 */
export const atOnce = ({fileName, entry, files}) => ({
  name: 'at-once',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle);
    const places = files.map((file) => {
      const chunk = chunks.find(({name}) => name === file);
      if (!chunk) throw new Error(`there is no chunk ${file}`);
      return chunk.fileName;
    });
    const source = [entry, ...places]
      .map((place) => `import './${place}';\n`)
      .join('');
    this.emitFile({type: 'asset', fileName, source});
  },
});
