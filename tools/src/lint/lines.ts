/** A place in a text; both count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Offsets of a text as lines and columns. A line ends with LF, CR LF or CR. */
export class Lines {
  readonly #starts: readonly number[];

  constructor(readonly text: string) {
    const starts = [0];
    for (const {0: end, index} of text.matchAll(/\r\n?|\n/g)) {
      starts.push(index + end.length);
    }
    this.#starts = starts;
  }

  get count(): number {
    return this.#starts.length;
  }

  position(offset: number): Position {
    const starts = this.#starts;
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return {line: low, column: offset - starts[low - 1]! + 1};
  }

  /** The text of a line, without its end; empty past the last one. */
  line(number: number): string {
    const start = this.#starts[number - 1];
    if (start === undefined) return '';
    return this.text
      .slice(start, this.#starts[number] ?? this.text.length)
      .replace(/[\r\n]+$/, '');
  }
}
