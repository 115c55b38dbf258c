/** Edits from one word to another: letters put in, left out or changed. */
const distance = (a: string, b: string): number => {
  let row = Array.from({length: b.length + 1}, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min(
          next[j - 1]! + 1,
          row[j]! + 1,
          row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return row[b.length]!;
};

/** The name that was probably meant, or `undefined` where none is close. */
export const nearest = (
  word: string,
  names: readonly string[],
): string | undefined => {
  if (word.length > 60) return undefined;
  const meant = names
    .map((name) => ({
      name,
      far: name.startsWith(word) && word.length > 1 ? 1 : distance(word, name),
    }))
    .sort((a, b) => a.far - b.far)[0];
  return meant && meant.far <= Math.max(2, meant.name.length / 3)
    ? meant.name
    : undefined;
};
