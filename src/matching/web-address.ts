import {GAP, kindAt, SYMBOL} from './characters.js';

/** Where an address of the web or of a person begins and ends. */
export interface Address {
  readonly start: number;
  readonly end: number;
}

/** What a scheme or the name before an `@` is made of. */
const isName = (unit: string | undefined) => /^[\w.+%-]$/.test(unit ?? '');

/** Space, a bracket or quote around addresses, or a mark of other scripts than Latin. */
const ends = (text: string, at: number): boolean => {
  const unit = text[at]!;
  if (/[\s<>"]/.test(unit)) return true;
  const kind = kindAt(text, at);
  return unit > '\x7f' && (kind === SYMBOL || kind === GAP);
};

/** How many units of the mark of an address are at an offset: `://`, `www.` or `@`. */
const markAt = (text: string, at: number): number => {
  switch (text[at]) {
    case '@':
      return 1;
    case ':':
      return text.startsWith('//', at + 1) ? 3 : 0;
    case '.':
      return /(?:^|[^\p{L}\p{N}\p{M}_])www$/iu.test(
        text.slice(Math.max(0, at - 4), at),
      )
        ? 1
        : 0;
    default:
      return 0;
  }
};

/**
 * The address whose mark is at an offset, if there is one. It reaches to the
 * next space, quote or mark that no address has.
 */
export const addressAt = (text: string, at: number): Address | undefined => {
  const mark = markAt(text, at);
  if (!mark) return undefined;
  let end = at + mark;
  while (end < text.length && !ends(text, end)) {
    end += text.codePointAt(end)! > 0xffff ? 2 : 1;
  }
  if (end === at + mark) return undefined;
  let start = at;
  while (start > 0 && isName(text[start - 1])) start--;
  return {start, end};
};
