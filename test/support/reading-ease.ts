/** How easily a text is read: Flesch, A New Readability Yardstick (1948). */

/** Groups of vowels, without a silent e; at least one. */
export const syllables = (word: string): number => {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const groups = letters
    .replace(/(?:[^laeiouy]es|[^t]ted|[^aeioult]ed|[^laeiouy]e)$/, (end) =>
      /[td]ed$/.test(end) ? end : end[0]!,
    )
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
};

/** The prose of a definition: labels of links, without formulas, marks and numbers. */
export const proseOf = (markdown: string): string =>
  markdown
    .replace(/\$\$?[^$]*\$\$?/g, ' ')
    .replace(/\[\[[^|\]]*\|([^\]]*)\]\]/g, '$1')
    .replace(/\[\[([^\]]*)\]\]/g, '$1')
    .replace(/[*_`]/g, '');

/**
 * The Flesch reading ease: 100 is very easy, 30 is very difficult.
 *
 * @param text Sentences that end with a full stop, a question mark or a line.
 */
export const readingEase = (text: string): number => {
  const sentences = text
    .split(/[.?!:;](?=\s|$)|\n/)
    .filter((sentence) => /[a-z]{2}/i.test(sentence));
  const words = sentences.flatMap(
    (sentence) => sentence.match(/[a-z][a-z'’-]*/gi) ?? [],
  );
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  return (
    206.835 -
    1.015 * (words.length / sentences.length) -
    84.6 * (spoken / words.length)
  );
};
