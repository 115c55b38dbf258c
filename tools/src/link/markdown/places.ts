import {SURPLUS} from '../../documents/markdown/surplus.js';
import type {Link} from '../find-links.js';
import {decodeReference} from '../html/decode.js';
import type {Span} from '../html/write.js';
import {type Dialect, mapSource, type SourceMap} from '../source-map.js';
import {Emphasis} from './emphasis.js';
import {STAND_IN} from '../templates.js';
import {Protection} from './protect.js';
import {type MarkdownNode, type MarkdownText, startOf} from './read.js';

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

/** Where the texts of a Markdown document stand in its source. */
export class MarkdownPlaces {
  readonly #maps = new Map<MarkdownNode, SourceMap | undefined>();
  readonly #emphasis: Emphasis;
  readonly #protected: Protection;

  /** @param parsed The source as it was parsed to the tree: of equal length, with parts out of sight. */
  constructor(
    readonly source: string,
    readonly parsed: string,
    tree: MarkdownNode,
  ) {
    this.#emphasis = new Emphasis(source);
    this.#protected = new Protection(source, tree);
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
      this.parsed[span.start - 1] !== STAND_IN &&
      this.parsed[span.end] !== STAND_IN &&
      !this.#protected.has(span, start.at.block) &&
      this.source[span.start - 1] !== '\\' &&
      this.#emphasis.keeps(span, start.at.block);
    return isFit ? span : undefined;
  }

  #mapOf(node: MarkdownNode): SourceMap | undefined {
    if (!this.#maps.has(node)) {
      // What is out of sight may be the end of a link.
      if (SURPLUS.test(node.value ?? '')) return undefined;
      const start = startOf(node);
      const end = node.position?.end.offset;
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
