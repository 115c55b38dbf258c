import type {Span} from './document.js';

/** The inline element around words. */
export type MarkKind = 'link' | 'strong' | 'definition' | 'abbreviation';

/** A part of a run that is marked, in offsets of its text. */
export interface Mark extends Span {
  readonly kind: MarkKind;
  /** Of an abbreviation: what it stands for. */
  readonly title: string | undefined;
}

/** The block of a run. */
export type RunKind = 'text' | 'heading' | 'cell';

/** Stands for what is no word but between words: code, a picture. */
export const OBJECT = '\uFFFC';

/**
 * The text of one block, such as a paragraph: what stands in inline elements
 * is joined, so that words and sentences are whole.
 */
export class Run {
  constructor(
    readonly text: string,
    readonly kind: RunKind,
    /** A heading begins a new one. */
    readonly section: number,
    readonly marks: readonly Mark[],
    private readonly parts: readonly RunPart[],
  ) {}

  /** The part of the source that a part of the text comes from. */
  source({start, end}: Span): Span {
    const from = this.#part(start);
    const to = this.#part(Math.max(start, end - 1));
    return {
      start: from.map.start(start - from.at),
      end: to.map.end(end - to.at),
    };
  }

  isIn(kind: MarkKind, {start, end}: Span): boolean {
    return this.marks.some(
      (mark) => mark.kind === kind && mark.start <= start && mark.end >= end,
    );
  }

  #part(offset: number): RunPart {
    const {parts} = this;
    let [low, high] = [0, parts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (parts[middle]!.at <= offset) low = middle + 1;
      else high = middle;
    }
    return parts[Math.max(0, low - 1)]!;
  }
}

/** A part of a run and where it comes from. */
export interface RunPart {
  /** Offset in the text of the run. */
  readonly at: number;
  readonly map: OffsetMap;
}

/** From offsets in a text to offsets in the source. */
export interface OffsetMap {
  /** Where the character at an offset starts. */
  start(offset: number): number;
  /** Where the character before an offset ends. */
  end(offset: number): number;
}
