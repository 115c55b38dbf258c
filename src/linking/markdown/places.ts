import type {Link} from '../find-links.js';
import {decodeReference} from '../html/decode.js';
import type {Span} from '../html/write.js';
import {type Dialect, mapSource, type SourceMap} from '../source-map.js';
import {protectedRanges, protection} from './protect.js';
import type {MarkdownNode, MarkdownText} from './read.js';

/** Marks of quotes and spaces, where a line begins; none of them is text there. */
const LINE_START = /[ \t>]+/y;
const LINE_END = /[ \t]+(?=\r|\n)/y;

const lengthOf = (pattern: RegExp, source: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0].length ?? 0;
};

const MARKDOWN: Dialect = {
  // In Markdown a reference ends with a semicolon.
  decode: (reference) =>
    reference.endsWith(';') ? decodeReference(reference) : undefined,
  passOver(source, at, next) {
    const before = source[at - 1];
    if (before === '\n' || before === '\r')
      return lengthOf(LINE_START, source, at);
    if (next === '\n') return lengthOf(LINE_END, source, at);
    return source[at] === '\\' && source[at + 1] === next && isMark(next)
      ? 1
      : 0;
  },
};

/** What a backslash may stand before. */
const isMark = (unit: string): boolean => /[!-/:-@[-`{-~]/.test(unit);

/** Would mean something else as a part of the words of a link. */
const UNFIT = /[[\]`<>]/;

/** Where a quote goes on in the next line, its mark is no part of the words. */
const LINE_ENDS = /[\r\n][ \t>]*/g;

/** Marks of emphasis, whose meaning depends on what stands on both sides. */
const EMPHASIS = /[*_~]/;
const LETTER = /[^\s!-/:-@[-`{-~\p{P}\p{S}]/u;

/** Where the texts of a Markdown document stand in its source. */
export class MarkdownPlaces {
  readonly #maps = new Map<MarkdownNode, SourceMap | undefined>();
  readonly #isProtected: (span: Span) => boolean;

  /** @param parsed The source as it was parsed: of equal length, with parts out of sight. */
  constructor(
    readonly source: string,
    readonly parsed: string,
  ) {
    this.#isProtected = protection(protectedRanges(source));
  }

  /** `undefined` where words cannot become a link without changing what is around. */
  spanOf({
    start,
    end,
  }: Pick<Link<MarkdownText>, 'start' | 'end'>): Span | undefined {
    if (start.at.node !== end.at.node) return undefined;
    const map = this.#mapOf(start.at.node);
    if (!map) return undefined;
    const span = {start: map.start(start.offset), end: map.end(end.offset)};
    const words = this.source.slice(span.start, span.end);
    const isFit =
      !UNFIT.test(words.replace(LINE_ENDS, '')) &&
      words === this.parsed.slice(span.start, span.end) &&
      !this.#isProtected(span) &&
      !this.#isBesideMark(span);
    return isFit ? span : undefined;
  }

  /** Whether emphasis would end or begin elsewhere, or a backslash escape the link. */
  #isBesideMark({start, end}: Span): boolean {
    const {source} = this;
    if (source[start - 1] === '\\') return true;
    return this.#splitsEmphasis(start - 1, -1) || this.#splitsEmphasis(end, 1);
  }

  /** Marks of emphasis that have letters on both sides now. */
  #splitsEmphasis(from: number, step: number): boolean {
    const {source} = this;
    let at = from;
    while (EMPHASIS.test(source[at] ?? '')) at += step;
    if (at === from) return false;
    const beyond =
      step < 0
        ? source.slice(Math.max(0, at - 1), at + 1)
        : source.slice(at, at + 2);
    const unit = step < 0 ? [...beyond].at(-1) : [...beyond][0];
    return LETTER.test(unit ?? ' ');
  }

  #mapOf(node: MarkdownNode): SourceMap | undefined {
    if (!this.#maps.has(node)) {
      const {position} = node as {position?: Position};
      const start = position?.start.offset;
      const end = position?.end.offset;
      this.#maps.set(
        node,
        start === undefined || end === undefined
          ? undefined
          : mapSource(node.value ?? '', this.parsed, {start, end}, MARKDOWN),
      );
    }
    return this.#maps.get(node);
  }
}

/** As parsers give it: offsets in UTF-16 units. */
interface Position {
  readonly start: {readonly offset?: number | undefined};
  readonly end: {readonly offset?: number | undefined};
}
