/** Text that is put in before and after words of a source. */
export interface Insertion {
  /** Offsets of the words in the source. */
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  /** Visible text that is added, as part of `after`. */
  readonly addition: string;
}

/** A part of a source. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/** A source with links, whatever the order in which they were found. */
export const textWith = (
  source: string,
  insertions: readonly Insertion[],
): string =>
  new Inserted(
    source,
    insertions.toSorted((a, b) => a.start - b.start),
  ).text;

/** A part of a source with what was put into it. */
export class Inserted {
  readonly text: string;
  /** Ends in the text of what was put in before and after words, in turn. */
  readonly #ranges: readonly (readonly [number, number])[];
  /** By where in the text they end. */
  readonly #additions: ReadonlyMap<number, string>;

  /**
   * @param insertions In the order of the source; all within the part.
   * @param write How what is between them is written.
   */
  constructor(
    source: string,
    insertions: readonly Insertion[],
    {start: from, end: to}: Part = {start: 0, end: source.length},
    write = (text: string) => text,
  ) {
    const ranges: [number, number][] = [];
    const additions = new Map<number, string>();
    let text = '';
    let at = from;
    const put = (place: number, own: string) => {
      text += write(source.slice(at, place));
      at = place;
      ranges.push([text.length, text.length + own.length]);
      text += own;
    };
    for (const {start, end, before, after, addition} of insertions) {
      put(start, before);
      put(end, after);
      additions.set(text.length, addition);
    }
    this.text = text + write(source.slice(at, to));
    this.#ranges = ranges;
    this.#additions = additions;
  }

  /** Whether what begins at an offset of the text was put in. */
  has(offset: number | undefined): boolean {
    const ranges = this.#ranges;
    if (offset === undefined) return false;
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle]![0] <= offset) low = middle + 1;
      else high = middle;
    }
    return low > 0 && offset < ranges[low - 1]![1];
  }

  /** Visible text that was added after the words of a link, by its end. */
  additionAt(end: number | undefined): string {
    return (end !== undefined && this.#additions.get(end)) || '';
  }
}

/** What a document says, as one text to compare: elements as marks, and what they say. */
export class Outline {
  text = '';

  mark(...parts: readonly unknown[]): void {
    this.text += `\u0001${JSON.stringify(parts, withoutPlaces)}\u0002`;
  }

  /** Removes the visible text that was added. */
  without(addition: string): void {
    if (addition && this.text.endsWith(addition))
      this.text = this.text.slice(0, -addition.length);
  }
}

const withoutPlaces = (key: string, value: unknown): unknown =>
  key === 'position' || key === 'data' ? undefined : value;
