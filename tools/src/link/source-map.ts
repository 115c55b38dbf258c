/**
 * Finds the characters of a text again in the source that it was read from.
 * What cannot be found for certain is not found at all: edits depend on it.
 */

/** What a character reference stands for; `undefined` for what is not a date. */
export type Decode = (reference: string) => string | undefined;

/** Offsets of a text in its source. */
export interface SourceMap {
  /** Where the unit at an offset of the text begins in the source. */
  start(offset: number): number;
  /** Where the unit before an offset of the text ends in the source. */
  end(offset: number): number;
}

/** What a source has more than the text that is read from it. */
export interface Dialect {
  readonly decode: Decode;
  /**
   * How much of the source at an offset is no text, given the unit of the text
   * that is to come; 0 where the text goes on.
   */
  readonly passOver: (source: string, at: number, next: string) => number;
}

const REFERENCE =
  /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});?/y;

/**
 * @param end Where the text ends in the source; what is left there has to be no
 *     text.
 * @returns `undefined` where text and source cannot be brought together.
 */
export const mapSource = (
  text: string,
  source: string,
  {start, end}: {readonly start: number; readonly end: number},
  {decode, passOver}: Dialect,
): SourceMap | undefined => {
  if (end - start === text.length && source.startsWith(text, start)) {
    const at = (offset: number) => start + offset;
    return {start: at, end: at};
  }
  const starts = new Uint32Array(text.length + 1);
  const ends = new Uint32Array(text.length + 1);
  let at = start;
  for (let index = 0; index < text.length;) {
    const passed = passOver(source, at, text[index]!);
    if (passed) {
      at += passed;
      if (at > end) return undefined;
      continue;
    }
    const [read, taken] = unitAt(text, index, source, at, decode);
    if (!taken || at + taken > end) return undefined;
    starts.fill(at, index, index + read);
    at += taken;
    ends.fill(at, index + 1, index + 1 + read);
    index += read;
  }
  for (let passed = 1; passed && at < end; at += passed)
    passed = passOver(source, at, '');
  if (at !== end) return undefined;
  starts[text.length] = at;
  ends[0] = start;
  return {start: (offset) => starts[offset]!, end: (offset) => ends[offset]!};
};

/** How much of the text and of the source is the same there. */
const unitAt = (
  text: string,
  index: number,
  source: string,
  at: number,
  decode: Decode,
): readonly [number, number] => {
  const unit = source[at];
  if (unit === '&') {
    REFERENCE.lastIndex = at;
    const reference = REFERENCE.exec(source)?.[0];
    const read = reference === undefined ? undefined : decode(reference);
    if (read && text.startsWith(read, index))
      return [read.length, reference!.length];
  }
  if (unit === '\r' && text[index] === '\n')
    return [1, source[at + 1] === '\n' ? 2 : 1];
  return [1, unit === text[index] ? 1 : 0];
};
