/**
 * Texts that no author writes, for which parsers need more than linear time.
 * They are read as plain text.
 */

/** Containers of Markdown inside each other, deeper than anybody writes. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){50}/m;

export const isHostileMarkdown = (markdown: string): boolean =>
  TOO_DEEP.test(markdown);

/** Elements that HTML opens again in every paragraph until they are closed. */
const FORMATTING =
  /<(\/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])/gi;
const MOST_OPEN = 200;

export const isHostileHtml = (html: string): boolean => {
  let open = 0;
  for (const [, end] of html.matchAll(FORMATTING)) {
    open += end ? -1 : 1;
    if (open < 0) open = 0;
    if (open > MOST_OPEN) return true;
  }
  return false;
};

/** The words of markup that is not read, its tags taken out. */
export const withoutTags = (html: string): string =>
  html.replace(/<[^<>]{0,2000}>/g, ' ').trim();
