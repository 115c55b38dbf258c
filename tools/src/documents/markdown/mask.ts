/**
 * Parts of Markdown that are not text, put out of sight before it is parsed:
 * spaces take their place, so that all offsets stay.
 */

/** Containers (lists, quotes) that one line may open; the parser calls itself for each. */
const MAX_CONTAINERS = 50;
const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');

/** Front matter in YAML or TOML, at the very start. */
const FRONT_MATTER =
  /^\uFEFF?(---|\+\+\+)[ \t]*(?:\r\n?|\n)(?:(?!\1[ \t]*(?:[\r\n]|$)).*(?:\r\n?|\n))*?\1[ \t]*(?=[\r\n]|$)/;

/** The length of the front matter of a text; 0 where it has none. */
export const frontMatterLength = (text: string): number =>
  FRONT_MATTER.exec(text)?.[0].length ?? 0;

const containersOf = (line: string): number => {
  let count = 0;
  CONTAINER.lastIndex = 0;
  for (; count <= MAX_CONTAINERS && CONTAINER.test(line); count++);
  return count;
};

/** What a Markdown parser is given. Lines that open too many containers are left out. */
export const maskMarkdown = (text: string): string => {
  const start = frontMatterLength(text);
  const body = text
    .slice(start)
    .replace(/^[ \t]*[->+*\d].*$/gm, (line) =>
      containersOf(line) > MAX_CONTAINERS ? blank(line) : line,
    );
  return blank(text.slice(0, start)) + body;
};
