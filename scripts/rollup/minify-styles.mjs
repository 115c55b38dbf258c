import {transform} from 'esbuild';

/** A css literal without expressions; those with one are left as they are. */
const LITERAL = /css`([^`$\\]*)`/g;

/**
 * Takes comments and white space out of the css literals of style modules
 * (`*.styles.ts`), which no JavaScript minifier looks into.
 */
export const minifyStyles = () => ({
  name: 'minify-styles',
  async transform(code, id) {
    if (!id.endsWith('.styles.ts')) return null;
    const texts = await Promise.all(
      [...code.matchAll(LITERAL)].map(([, css]) =>
        transform(css, {loader: 'css', minify: true}),
      ),
    );
    let index = 0;
    const minified = code.replace(
      LITERAL,
      () => `css\`${texts[index++].code.trim().replaceAll('\\', '\\\\')}\``,
    );
    return {code: minified, map: null};
  },
});
