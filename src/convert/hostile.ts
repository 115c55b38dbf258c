/**
 * Texts that no author writes and that take a parser time out of proportion to
 * their length. They are kept as plain text.
 */

/** Containers of Markdown inside each other, deeper than anybody writes. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){50}/m;

/** Closing brackets that close nothing: each makes a parser look back over all before it. */
const MOST_CLOSING = 1000;

export const isHostileMarkdown = (markdown: string): boolean => {
  if (TOO_DEEP.test(markdown)) return true;
  let open = 0;
  let lost = 0;
  for (let at = 0; at < markdown.length; at++) {
    const code = markdown.charCodeAt(at);
    if (code === 0x5b) open++;
    else if (code === 0x5d && open-- <= 0) {
      open = 0;
      if (++lost > MOST_CLOSING) return true;
    }
  }
  return false;
};

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
