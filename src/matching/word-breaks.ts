/** Units of text that are segmented at a time: segmenting is slow, and worse than linear. */
const BLOCK = 256;
/** Units around a block that are segmented too, so that its words are whole. */
const AROUND = 64;

/**
 * Where words begin and end in scripts that write no spaces, as the platform's
 * dictionary says (`Intl.Segmenter`). Only the blocks that are asked for are
 * segmented, each once; they lie at fixed offsets, so an answer depends on the
 * text and the offset alone.
 */
export class WordBreaks {
  #blocks: Map<number, ReadonlySet<number>> | undefined;

  constructor(readonly text: string) {}

  /** Whether a word begins or ends there; always, where no segmenter is. */
  has(at: number): boolean {
    const segmenter = segmenterOnce();
    if (!segmenter) return true;
    const block = Math.floor(at / BLOCK);
    this.#blocks ??= new Map();
    let breaks = this.#blocks.get(block);
    if (!breaks) {
      const from = Math.max(0, block * BLOCK - AROUND);
      const part = this.text.slice(from, (block + 1) * BLOCK + AROUND);
      breaks = new Set(
        Array.from(segmenter.segment(part), ({index}) => from + index),
      );
      this.#blocks.set(block, breaks);
    }
    return breaks.has(at);
  }
}

let made: Intl.Segmenter | undefined;

/** Dictionaries go by script, whatever the language. */
const segmenterOnce = (): Intl.Segmenter | undefined =>
  'Segmenter' in Intl
    ? (made ??= new Intl.Segmenter('th', {granularity: 'word'}))
    : undefined;
