/**
 * Delimiters that the Markdown reader looks back from, through all that its
 * paragraph has before: `]`, and each run of `*`, `_`, `~` or backticks.
 * Thousands of them in one paragraph take time with the square of their number.
 * Nobody writes so many, so those past the limit are read as letters.
 */
const LIMIT = 1500;

/** Backticks in a run; the reader looks for another run of every length in turn. */
const LONGEST = 100;

/**
 * Lists and quotes inside each other. The reader goes through all that are open
 * on every line, and what walks its tree calls itself for each; markers of more
 * are read as letters, too.
 */
const LEVELS = 100;

/** Columns that a level is indented by at least. */
const INDENT = 2;
const TAB = 4;

/** Stand-ins of the same length; Unicode keeps them out of all text. */
const STAND_INS: Readonly<Record<string, string>> = {
  ']': '\ufdd0',
  '*': '\ufdd1',
  _: '\ufdd2',
  '~': '\ufdd3',
  '`': '\ufdd5',
  '>': '\ufdd6',
  '-': '\ufdd7',
  '+': '\ufdd8',
  '.': '\ufdd9',
  ')': '\ufdda',
};
const DELIMITERS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(STAND_INS).map(([delimiter, letter]) => [letter, delimiter]),
);

/** Whether a text has stand-ins. */
export const SURPLUS = /[\ufdd0-\ufdd3\ufdd5-\ufdda]/;

/** White space, and the marks of quotes: a line of these ends a paragraph. */
const BLANK = /^[ \t>\r]*$/;

/** A line that begins or ends a block of code. */
const FENCE = /^[ \t>]*(?:`{3,}[^`]*|~{3,}.*)$/;

/** What opens lists and quotes, at the beginning of a line. */
const OPENING = /(?:[ \t]|>|[-+*](?=[ \t\r]|$)|\d{1,9}[.)](?=[ \t\r]|$))/y;

/**
 * Markdown with no more delimiters in a paragraph, and no more lists and quotes
 * in each other, than are read in time; its length, and every place in it, are
 * as they were.
 */
export const maskSurplus = (markdown: string): string => {
  if (!hasSurplus(markdown)) return markdown;
  const counts = new Map<string, number>();
  return markdown
    .split('\n')
    .map((whole) => {
      const line = shallow(whole);
      if (BLANK.test(line)) counts.clear();
      if (FENCE.test(line)) return line;
      return line.replace(/\]|\*+|_+|~+|`+/g, (run) => {
        const delimiter = run[0]!;
        const count = (counts.get(delimiter) ?? 0) + 1;
        counts.set(delimiter, count);
        return count > LIMIT || (delimiter === '`' && run.length > LONGEST)
          ? STAND_INS[delimiter]!.repeat(run.length)
          : run;
      });
    })
    .join('\n');
};

/** Takes back in a text what `maskSurplus` has done to it. */
export const unmaskSurplus = (text: string): string =>
  text.replace(
    new RegExp(SURPLUS, 'g'),
    (letter) => DELIMITERS[letter] ?? letter,
  );

/** A line without the markers that open more levels than are read. */
const shallow = (line: string): string => {
  let [columns, levels] = [0, 0];
  let masked = '';
  let at = 0;
  for (;;) {
    OPENING.lastIndex = at;
    const opening = OPENING.exec(line)?.[0];
    if (opening === undefined) return masked ? masked + line.slice(at) : line;
    if (opening === ' ') columns++;
    else if (opening === '\t') columns += TAB;
    else levels++;
    // One space stands behind each marker.
    const indent = Math.max(0, columns - levels);
    const isSurplus = levels + indent / INDENT > LEVELS && opening.trim();
    if (isSurplus && !masked) masked = line.slice(0, at);
    if (masked)
      masked += isSurplus
        ? opening.slice(0, -1) + STAND_INS[opening.at(-1)!]!
        : opening;
    at += opening.length;
  }
};

const hasSurplus = (markdown: string): boolean => {
  let count = 0;
  for (const _ of markdown.matchAll(/[\]*_~`]/g)) {
    if (++count > LIMIT) return true;
  }
  if (markdown.includes('`'.repeat(LONGEST + 1))) return true;
  // As many columns or markers as a level takes at least.
  return /^(?:[ \t]|>|[-+*][ \t\r]|\d{1,9}[.)]){100}/m.test(markdown);
};
