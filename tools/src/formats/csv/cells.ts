/**
 * How a cell holds a text or a list. Writer and reader are side by side here:
 * each takes back exactly what the other does.
 */

/**
 * What a spreadsheet takes for the beginning of a formula, with the forms that
 * some input methods and programs turn into it.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A cell that no spreadsheet runs: an apostrophe makes it a text. */
export const guardCell = (text: string): string =>
  FORMULA.test(text) ? `'${text}` : text;

/** Takes off the apostrophe that `guardCell` puts on, and no other. */
export const openCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

/** What an item has to escape: separators, the escape, white space at its ends. */
const SPECIAL = /[|;\\]|^\s|\s$/g;

/** A list in one cell; its items are not empty. */
export const joinList = (items: readonly string[]): string =>
  items.map((item) => item.replace(SPECIAL, '\\$&')).join('|');

/**
 * The items of a cell: separated by `|`, or where it has no `|`, by `;`. A
 * backslash before a separator, a backslash or white space takes its meaning
 * away. White space around items, and items that are empty, are no data.
 */
export const splitList = (cell: string): readonly string[] => {
  const bars = splitAt(cell, '|');
  return bars.length > 1
    ? bars.flatMap(itemOf)
    : splitAt(cell, ';').flatMap(itemOf);
};

const itemOf = (raw: string): string[] => {
  const text = trimEnd(raw.trimStart()).replace(/\\([|;\\\s])/g, '$1');
  return text ? [text] : [];
};

/** Without the white space at the end, but for one that is escaped. */
const trimEnd = (text: string): string => {
  const trimmed = text.trimEnd();
  if (trimmed.length === text.length) return text;
  let slash = trimmed.length;
  while (trimmed[slash - 1] === '\\') slash--;
  const isEscaped = (trimmed.length - slash) % 2 === 1;
  return isEscaped ? text.slice(0, trimmed.length + 1) : trimmed;
};

const splitAt = (text: string, separator: string): string[] => {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === separator) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
};
