/** Parts of Markdown that mean something to other programs. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Longest part that is looked for. */
const MOST = 2000;

/** What begins a part, and what ends it. */
const PAIRS = [
  // Links of wikis, and our own `[[term-id|label]]`.
  ['[[', ']]'],
  // Liquid, Nunjucks, Handlebars, Vue.
  ['{{', '}}'],
  ['{%', '%}'],
  // Attributes: `{#id .class}`.
  ['{#', '}'],
  ['{:', '}'],
  ['$$', '$$'],
] as const;

/** Lines that begin a container: `::: tip Title`. */
const CONTAINER = /^[ \t>]{0,99}:{3,99}.*$/gm;

/** The parts that are left as they are, in order; some may overlap. */
export const protectedRanges = (text: string): readonly Range[] => {
  const ranges: Range[] = [];
  for (const [open, close] of PAIRS) {
    for (let at = text.indexOf(open); at >= 0;) {
      const from = at + open.length;
      const length = text.slice(from, from + MOST).indexOf(close);
      const end = length < 0 ? from : from + length + close.length;
      if (length >= 0) ranges.push({start: at, end});
      at = text.indexOf(open, end);
    }
  }
  for (const {0: line, index} of text.matchAll(CONTAINER))
    ranges.push({start: index, end: index + line.length});
  return ranges.sort((a, b) => a.start - b.start);
};

/** Asks, in the order of a text, whether parts of it are protected. */
export const protection = (ranges: readonly Range[]) => {
  // The furthest end so far, so that one look back is enough.
  const ends: number[] = [];
  for (const {end} of ranges) ends.push(Math.max(end, ends.at(-1) ?? 0));
  return ({start, end}: Range): boolean => {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle]!.start < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && ends[low - 1]! > start;
  };
};
