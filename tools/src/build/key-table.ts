import {keyHash, type Table} from 'term-elements/glossary';
import {type Line, Partitions} from './partitions.js';
import {writeTable} from './tables.js';
import type {FileSink} from './tree-writer.js';

/** Other names of entries: of those that claim one, the first keeps it. */
export class KeyTable<T extends readonly [key: string, ...unknown[]]> {
  readonly #lines: Partitions;

  /** @param claim What only one record can have. */
  constructor(
    folder: string,
    name: string,
    bits: number,
    readonly claim: (record: T) => string = ([key]) => key,
  ) {
    this.#lines = new Partitions(folder, name, bits);
  }

  /** @param order Place of the entry in the document. */
  add(record: T, order: number): void {
    if (!record[0]) return;
    this.#lines.add(keyHash(record[0]), order, JSON.stringify(record));
  }

  /** @returns `undefined` where there are none. */
  write(sink: FileSink): Table | undefined {
    return this.#lines.count
      ? writeTable(sink, this.#first(), this.#lines.length)
      : undefined;
  }

  *#first(): Generator<Line> {
    for (const lines of this.#lines.read()) {
      const claimed = new Set<string>();
      for (const line of lines) {
        const claim = this.claim(JSON.parse(line.text) as T);
        if (claimed.has(claim)) continue;
        claimed.add(claim);
        yield line;
      }
    }
  }
}
