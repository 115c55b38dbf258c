/**
 * Text that is written for a program and not for a reader: references and
 * templates of other tools, formulas, paths. A link in it would break it, and
 * nothing in it is a mention.
 */

/** A part of a text, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Longest part that is looked for; the label of a reference has fewer than 1,000. */
const LONGEST = 2000;

/** Formulas in dollars, code and AsciiMath in backticks, and templates in `<% %>`. */
const ENCLOSED =
  /`[^`\n]{1,200}`|\$\$[^]{1,2000}?\$\$|\$(?![\s\d$])[^$\n]{0,200}\$(?!\d)|<%[^]{0,2000}?%>/g;

/** Brackets: each that opens has the one that closes at the next place. */
const BRACKETS = '[]{}()';

/**
 * Units of a text, 1 where it is in square brackets or braces (references and
 * their definitions, links of wikis, templates, formulas in `\[ \]`), in what
 * follows in `](…)` and `\(…\)`, a formula in dollars, what is in backticks, or a
 * template in `<% %>`.
 * Takes time linear in the text.
 */
export const syntaxIn = (text: string): Uint8Array => {
  const closed = new Uint8Array(text.length);
  for (const {0: all, index} of text.matchAll(ENCLOSED))
    closed.fill(1, index, index + all.length);
  const open: number[][] = [[], [], []];
  for (const {0: mark, index} of text.matchAll(/[[\]{}()]/g)) {
    const kind = BRACKETS.indexOf(mark);
    const starts = open[kind >> 1]!;
    if (!(kind & 1)) {
      starts.push(index);
      continue;
    }
    const start = starts.pop()!;
    // A round one counts where a link or a formula begins.
    if (
      index - start < LONGEST &&
      (kind < 5 || /[\]\\]/.test(text[start - 1]!))
    ) {
      closed.fill(1, start, index + 1);
      // A definition goes on to the end of its line.
      if (kind < 2 && text[index + 1] === ':')
        closed.fill(1, index, text.indexOf('\n', index) >>> 0);
    }
  }
  return closed;
};

/** What stands right before or behind a word (`\0`) that is a part of a path, a name or a template. */
const GLUED =
  /([./=$#{}\\]|--|::)\0|\0([/=$#{}\\]|\s:?=|\.[\p{L}\p{N}_]|--|::|\(\))/u;

/** Whether no unit of some words is closed. */
export const isOpen = (closed: Uint8Array, {start, end}: Range): boolean =>
  !closed.subarray(start, end).includes(1);

/** The mentions of a text that are words for a reader. */
export const withoutSyntax = <M extends Range>(
  text: string,
  mentions: readonly M[],
): readonly M[] => {
  if (!mentions.length) return mentions;
  const closed = syntaxIn(text);
  return mentions.filter((mention) => {
    const {start, end} = mention;
    const before = text.slice(start > 1 ? start - 2 : 0, start);
    return (
      isOpen(closed, mention) &&
      !GLUED.test(`${before}\0${text.slice(end, end + 3)}`)
    );
  });
};
