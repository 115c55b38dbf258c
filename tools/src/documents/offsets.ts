import type {Span} from './document.js';
import type {OffsetMap} from './run.js';

/** A character reference of HTML and Markdown: `&amp;`, `&#8217;`, `&#x2019;`. */
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy;
/** How far on a character is looked for where text and source differ. */
const FAR = 200;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Finds the characters of a text again in the source that it was read from:
 * character references and escapes are longer there, lines begin with the
 * marks of lists and quotes, and line ends have other characters.
 *
 * Where the two cannot be brought together, offsets are those of the last
 * character that could: good for a place in a message, not for an edit.
 */
export const mapOffsets = (
  text: string,
  source: string,
  {start, end}: Span,
): OffsetMap => {
  if (end - start === text.length && source.startsWith(text, start)) {
    const at = (offset: number) => start + offset;
    return {start: at, end: at};
  }
  const starts = new Uint32Array(text.length + 1);
  const ends = new Uint32Array(text.length + 1);
  let at = start;
  for (let index = 0; index < text.length;) {
    const size = text.codePointAt(index)! > 0xffff ? 2 : 1;
    const from = find(text, index, source, at, end);
    const length = lengthAt(text, index, source, from);
    const to = Math.min(end, from + (length === 1 ? size : length));
    starts.fill(from, index, index + size);
    ends.fill(to, index, index + size);
    at = to;
    index += size;
  }
  starts[text.length] = end;
  return {
    start: (offset) => starts[offset]!,
    end: (offset) => ends[offset - 1] ?? start,
  };
};
/** Where the character of a text stands in the source, from an offset on. */
const find = (
  text: string,
  index: number,
  source: string,
  at: number,
  end: number,
): number => {
  const limit = Math.min(end, at + FAR);
  for (let next = at; next < limit; next++) {
    if (lengthAt(text, index, source, next)) return next;
    // Only marks and gaps are passed over, never words.
    if (WORD.test(source[next]!)) break;
  }
  return at;
};

/** How much of the source the character takes there; 0 when it is another one. */
const lengthAt = (
  text: string,
  index: number,
  source: string,
  at: number,
): number => {
  const character = text[index];
  if (character === '\n' && source.startsWith('\r', at)) {
    return source[at + 1] === '\n' ? 2 : 1;
  }
  if (source[at] === '&') {
    REFERENCE.lastIndex = at;
    const reference = REFERENCE.exec(source)?.[0];
    const isRead =
      reference === '&amp;' ||
      (reference !== undefined && !text.startsWith(reference, index));
    if (isRead) return reference.length;
  }
  return source[at] === character ? 1 : 0;
};
