import {nextTurn, SLICE} from '../../glossary/slices.js';
import type {
  GlossarySource,
  TermNames,
  TextRun,
  Vocabulary,
} from '../../glossary/source.js';
import {textRuns} from '../../matching/text-runs.js';

/**
 * How many texts are remembered as requested. Others are requested again, which
 * is cheap: the source has the files.
 */
const MOST = 10_000;

/** The words of texts, read in slices. */
async function* runsOf(texts: readonly string[]): AsyncGenerator<TextRun> {
  let start = performance.now();
  for (const text of texts) {
    yield* textRuns(text);
    if (performance.now() - start < SLICE) continue;
    await nextTurn();
    start = performance.now();
  }
}

const namesOf = (index: number, term: TermNames): readonly string[] =>
  [term.name, term.abbreviation, ...(term.aliases ?? [])].map(
    (name) => `${index} ${term.id}\n${name}`,
  );

/**
 * The words by which a source names terms. A source that is too large to list
 * them all lists those in the texts of the page; texts that come later are sent
 * to it when they have been read.
 */
export class SourceWords {
  /** The source has listed the words of the page, not all of its words. */
  #isPartial = false;
  readonly #asked = new Set<string>();
  #unasked = new Set<string>();
  #known: ReadonlySet<string> = new Set();

  /**
   * @param read Reads the page: all text that decides what is found in it. Asked
   *     only of a page whose source has too many words.
   */
  constructor(
    readonly source: GlossarySource,
    readonly read: () => Promise<readonly string[]>,
    readonly signal: AbortSignal,
  ) {}

  get isPartial(): boolean {
    return this.#isPartial;
  }

  /** The words for the page as it is now. */
  async forPage(): Promise<readonly Vocabulary[]> {
    let texts: Promise<readonly string[]> | undefined;
    const {read, signal, source} = this;
    const known = (await source.vocabulary(signal, async function* () {
      yield* runsOf(await (texts ??= read()));
    })) as readonly Vocabulary[];
    if (!texts) return known;
    this.#isPartial = true;
    this.#remember(await texts);
    this.#known = new Set(
      known.flatMap(({terms}, index) =>
        terms.flatMap((term) => namesOf(index, term)),
      ),
    );
    return known;
  }

  /** A text is on the page; whether the source has to be asked about it. */
  see(text: string): boolean {
    if (!this.#isPartial || this.#asked.has(text)) return false;
    this.#unasked.add(text);
    return true;
  }

  /** Asks about the texts seen since; whether they have names that were not known. */
  async hasMore(): Promise<boolean> {
    const texts = [...this.#unasked];
    if (!texts.length) return false;
    this.#unasked = new Set();
    this.#remember(texts);
    try {
      const found = await this.source.vocabulary(this.signal, () =>
        runsOf(texts),
      );
      return found.some(({terms}, index) =>
        terms.some((term) =>
          namesOf(index, term).some((name) => !this.#known.has(name)),
        ),
      );
    } catch (error) {
      for (const text of texts) this.#asked.delete(text);
      throw error;
    }
  }

  #remember(texts: readonly string[]): void {
    if (this.#asked.size > MOST) this.#asked.clear();
    for (const text of texts) {
      this.#asked.add(text);
      this.#unasked.delete(text);
    }
  }
}
