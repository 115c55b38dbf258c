import {fileURLToPath} from 'node:url';

const PARTS = '\0lit-parts';

/**
 * For bundles that render templates and define no Lit element: of `lit`, only
 * templates and style sheets. The package's own entry registers the versions of
 * all its parts, which no bundler can leave out.
 */
export const litWithoutElements = () => ({
  name: 'lit-without-elements',
  resolveId: (id) => (id === 'lit' ? PARTS : null),
  async load(id) {
    if (id !== PARTS) return null;
    const lit = await this.resolve(
      'lit',
      fileURLToPath(new URL('../../package.json', import.meta.url)),
      {skipSelf: true},
    );
    const css = await this.resolve('@lit/reactive-element/css-tag.js', lit.id);
    const html = await this.resolve('lit-html', lit.id);
    return [html, css]
      .map((module) => `export * from ${JSON.stringify(module.id)};`)
      .join('\n');
  },
});
