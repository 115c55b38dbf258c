/**
 * Words that are remembered while names are read: names share their words, and
 * a large map takes a pause to grow that a page would feel.
 */
const MOST = 10_000;

/** A function of words that remembers its last answers. */
export const remembering = <T>(
  answer: (word: string) => T,
): ((word: string) => T) => {
  const known = new Map<string, T>();
  return (word) => {
    let value = known.get(word);
    if (value === undefined) {
      if (known.size >= MOST) known.clear();
      known.set(word, (value = answer(word)));
    }
    return value;
  };
};
