import {appendFileSync, closeSync, openSync, readSync} from 'node:fs';
import {join} from 'node:path';
import {StringDecoder} from 'node:string_decoder';

/** Bytes that are read at a time of each run. */
const PIECE = 65_536;
/** Characters of a run: it is sorted in memory. */
const RUN = 2_000_000;
/** Lines that are written at a time. */
const BATCH = 2_000;

/** The lines of a file, a piece of it in memory at a time. */
export function* linesOf(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(PIECE);
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for (;;) {
      const size = readSync(file, bytes);
      if (!size) break;
      const lines = (rest + decoder.write(bytes.subarray(0, size))).split('\n');
      rest = lines.pop()!;
      yield* lines;
    }
  } finally {
    closeSync(file);
  }
}

/** An item of a list, and how it is written on one line. */
export interface Sorting<T> {
  readonly compare: (a: T, b: T) => number;
  readonly read: (line: string) => T;
}

/**
 * Sorts more lines than memory holds: in runs, which are then merged (Knuth,
 * The Art of Computer Programming 3, 5.4).
 *
 * @param path Begins the names of the runs' files.
 */
export function* mergeSort<T>(
  lines: Iterable<string>,
  {compare, read}: Sorting<T>,
  path: string,
): Generator<T> {
  const runs: string[] = [];
  let run: {item: T; line: string}[] = [];
  let length = 0;
  const sort = () => run.sort((a, b) => compare(a.item, b.item));
  for (const line of lines) {
    run.push({item: read(line), line});
    length += line.length;
    if (length < RUN) continue;
    runs.push(writeLines(`${path}.${runs.length}`, sort()));
    run = [];
    length = 0;
  }
  if (!runs.length) {
    for (const {item} of sort()) yield item;
    return;
  }
  runs.push(writeLines(`${path}.${runs.length}`, sort()));
  run = [];
  yield* mergeAll(
    runs.map((name) => map(linesOf(name), read)),
    compare,
  );
}

const writeLines = (path: string, run: readonly {line: string}[]): string => {
  for (let at = 0; at < run.length; at += BATCH) {
    const lines = run.slice(at, at + BATCH).map(({line}) => `${line}\n`);
    appendFileSync(path, lines.join(''));
  }
  if (!run.length) appendFileSync(path, '');
  return path;
};

function* map<T, R>(items: Iterable<T>, change: (item: T) => R): Generator<R> {
  for (const item of items) yield change(item);
}

type Compare<T> = (a: T, b: T) => number;

/** Two and two, so that each item is compared as often as the logarithm of the runs. */
const mergeAll = <T>(
  runs: readonly Generator<T>[],
  compare: Compare<T>,
): Generator<T> => {
  if (runs.length === 1) return runs[0]!;
  const middle = runs.length >> 1;
  return mergeTwo(
    mergeAll(runs.slice(0, middle), compare),
    mergeAll(runs.slice(middle), compare),
    compare,
  );
};

function* mergeTwo<T>(
  left: Generator<T>,
  right: Generator<T>,
  compare: Compare<T>,
): Generator<T> {
  let [a, b] = [left.next(), right.next()];
  while (!a.done && !b.done) {
    if (compare(a.value, b.value) <= 0) {
      yield a.value;
      a = left.next();
    } else {
      yield b.value;
      b = right.next();
    }
  }
  for (; !a.done; a = left.next()) yield a.value;
  for (; !b.done; b = right.next()) yield b.value;
}

/** Lines that are kept for later, in the order in which they came. */
export class LineFile {
  readonly path: string;
  #lines: string[] = [];

  constructor(folder: string, name: string) {
    this.path = join(folder, name);
    appendFileSync(this.path, '');
  }

  add(line: string): void {
    if (this.#lines.push(`${line}\n`) >= BATCH) this.#write();
  }

  lines(): Generator<string> {
    this.#write();
    return linesOf(this.path);
  }

  #write(): void {
    appendFileSync(this.path, this.#lines.join(''));
    this.#lines = [];
  }
}
