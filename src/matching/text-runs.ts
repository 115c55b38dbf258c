import type {TextRun, TextWord} from '../glossary/source.js';
import {KnownWords, type WordNumbers} from './known-words.js';
import {LONGEST_WORD, type Scanner} from './scanner.js';
import {UNKNOWN} from './word-table.js';

/** Knows every word of a text, and remembers which it was. */
class EveryWord implements WordNumbers {
  readonly seed = 0;
  readonly words: string[] = [];

  numberOf({units}: Scanner, length: number): number {
    if (length > LONGEST_WORD) return UNKNOWN;
    const word = String.fromCharCode(...units.subarray(0, length));
    return this.words.push(word) - 1;
  }
}

/**
 * The words of a text as a matcher reads them, whatever names there are: it
 * finds nothing that is not in one of these runs. Nothing inside an address is
 * a word, nor is what is too long to be one.
 */
export const textRuns = (text: string): readonly TextRun[] => {
  const every = new EveryWord();
  const known = new KnownWords(every);
  known.read(text);
  const runs: TextRun[] = [];
  let run: TextWord[] = [];
  for (let index = 0; index < known.count; index++) {
    if (!known.follows[index]) runs.push((run = []));
    const word = every.words[known.words[index]!]!;
    const stems = known.stems.get(index);
    run.push(
      stems
        ? {word, stems: stems.map((stem) => every.words[stem.word]!)}
        : {word},
    );
  }
  return runs;
};
