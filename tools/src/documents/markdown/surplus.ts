/**
 * Delimiters that the Markdown reader looks back from, through all that its
 * paragraph has before: `]`, and each run of `*`, `_` or `~`. Thousands of them in
 * one paragraph take time with the square of their number. Nobody writes so
 * many, so those past the limit are read as letters.
 */
const LIMIT = 1500;

/** Stand-ins of the same length; Unicode keeps them out of all text. */
const STAND_INS: Readonly<Record<string, string>> = {
  ']': '\ufdd0',
  '*': '\ufdd1',
  _: '\ufdd2',
  '~': '\ufdd3',
};
const DELIMITERS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(STAND_INS).map(([delimiter, letter]) => [letter, delimiter]),
);

/** White space, and the marks of quotes: a line of these ends a paragraph. */
const BLANK = /^[ \t>\r]*$/;

/**
 * Markdown with no more delimiters in a paragraph than are read in time; its
 * length, and every place in it, are as they were.
 */
export const maskSurplus = (markdown: string): string => {
  if (!hasSurplus(markdown)) return markdown;
  const counts = new Map<string, number>();
  return markdown
    .split('\n')
    .map((line) => {
      if (BLANK.test(line)) counts.clear();
      return line.replace(/\]|\*+|_+|~+/g, (run) => {
        const delimiter = run[0]!;
        const count = (counts.get(delimiter) ?? 0) + 1;
        counts.set(delimiter, count);
        return count > LIMIT ? STAND_INS[delimiter]!.repeat(run.length) : run;
      });
    })
    .join('\n');
};

/** Takes back in a text what `maskSurplus` has done to it. */
export const unmaskSurplus = (text: string): string =>
  text.replace(/[\ufdd0-\ufdd3]/g, (letter) => DELIMITERS[letter]!);

const hasSurplus = (markdown: string): boolean => {
  let count = 0;
  for (const _ of markdown.matchAll(/[\]*_~]/g)) {
    if (++count > LIMIT) return true;
  }
  return false;
};
