import {fileURLToPath} from 'node:url';

const PARTS = '\0lit-parts';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * For bundles that render templates and define no Lit element: of `lit`, only
 * templates, and for `css` ours that the entry has anyway. The package's own
 * entry registers the versions of all its parts, which no bundler can leave out.
 */
export const litWithoutElements = () => ({
  name: 'lit-without-elements',
  resolveId: (id) => (id === 'lit' ? PARTS : null),
  async load(id) {
    if (id !== PARTS) return null;
    const html = await this.resolve('lit/html.js', path('../../package.json'));
    const css = path('../../src/page/plain-css.ts');
    return `export * from ${JSON.stringify(html.id)};
      export {css} from ${JSON.stringify(css)};`;
  },
});
