import {TERM_FIELDS} from 'term-elements/glossary';

const plain = (name: string) =>
  name
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const BY_WORD = new Map<string, string>();
for (const [property, {importNames}] of Object.entries(TERM_FIELDS)) {
  if (!importNames) continue;
  for (const word of [plain(property), ...importNames]) {
    if (!BY_WORD.has(word)) BY_WORD.set(word, property);
  }
}
// `definition` alone is the sentence that a card shows; beside a summary it is
// the long text.
BY_WORD.set('definition', 'summary');

/** The property that an input most likely means by a name of its own. */
export const propertyNamed = (name: string): string | undefined =>
  BY_WORD.get(plain(name));

/** Whether a name is that of the property itself. */
const isExact = (word: string): boolean =>
  Object.hasOwn(TERM_FIELDS, word) && BY_WORD.has(word);

/** An assignment of the names that an input has. */
export interface Guess {
  /** Property of the format. */
  readonly property: string;
  /** What the input calls it. */
  readonly name: string;
}

/**
 * Which names of an input stand for which properties, if the command line does not say.
 * Each property is given once, to the first name that fits, exact ones first.
 *
 * @param names Of the input, in order.
 * @param taken Properties that are spoken for.
 */
export const guessProperties = (
  names: readonly string[],
  taken: ReadonlySet<string>,
): readonly Guess[] => {
  const given = new Set(taken);
  const guesses: Guess[] = [];
  const give = (property: string | undefined, name: string) => {
    if (property === undefined || given.has(property)) return;
    given.add(property);
    guesses.push({property, name});
  };
  const words = new Set(names.map(plain));
  const hasSummary = given.has('summary') || words.has('summary');
  for (const name of names) {
    const word = plain(name);
    if (word === 'definition' && hasSummary) give('definition', name);
    else if (isExact(word)) give(propertyNamed(name), name);
  }
  for (const name of names) {
    if (guesses.every((guess) => guess.name !== name)) {
      give(propertyNamed(name), name);
    }
  }
  const order = new Map(names.map((name, index) => [name, index]));
  return guesses.toSorted((a, b) => order.get(a.name)! - order.get(b.name)!);
};
