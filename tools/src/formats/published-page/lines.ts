import type {PageText} from './page.js';

const MARK = '\uFEFF';

/**
 * The line end of a text. Where it has several, `\n`: the others then are a
 * part of their lines, and none is lost.
 */
const lineEndOf = (text: string): PageText['lineEnd'] => {
  const count = (end: string) => text.split(end).length - 1;
  const pairs = count('\r\n');
  if (pairs && pairs === count('\n')) return '\r\n';
  return !text.includes('\n') && text.includes('\r') ? '\r' : '\n';
};

/** A text as lines; `joinLines` gives back every byte. */
export const splitLines = (text: string): PageText => {
  const byteOrderMark = text.startsWith(MARK);
  const rest = byteOrderMark ? text.slice(1) : text;
  const lineEnd = lineEndOf(rest);
  return {lines: rest.split(lineEnd), byteOrderMark, lineEnd};
};

export const joinLines = ({lines, byteOrderMark, lineEnd}: PageText): string =>
  (byteOrderMark ? MARK : '') + lines.join(lineEnd);
