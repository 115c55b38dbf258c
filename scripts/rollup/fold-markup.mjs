import MagicString from 'magic-string';

/**
 * Folds line breaks and indents into one space. After the minifier they stand
 * in nothing but the markup of templates, where that is what they mean; for
 * that reason it comes after it.
 */
export const foldMarkup = () => ({
  name: 'fold-markup',
  renderChunk(code) {
    const folded = new MagicString(code).replaceAll(/\n\s+/g, ' ');
    return {code: folded.toString(), map: folded.generateMap({hires: true})};
  },
});
