/** Settings of the custom elements manifest: dist/custom-elements.json. */

/** The manifest speaks of the files that are published, not of our sources. */
const published = (path) =>
  path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

const publishedPaths = {
  name: 'published-paths',
  packageLinkPhase({customElementsManifest}) {
    const visit = (node) => {
      if (Array.isArray(node)) return node.forEach(visit);
      if (typeof node !== 'object' || node === null) return;
      for (const key of ['path', 'module']) {
        if (typeof node[key] === 'string') node[key] = published(node[key]);
      }
      Object.values(node).forEach(visit);
    };
    visit(customElementsManifest);
  },
};

export default {
  globs: ['src/elements/**/*.ts', 'src/define/*.ts'],
  exclude: ['src/**/*.styles.ts'],
  outdir: 'dist',
  packagejson: false,
  litelement: true,
  plugins: [publishedPaths],
};
