/**
 * Number of characters at the start of an input by which its format is
 * recognised.
 */
const START = 65_536;

/**
 * The first characters of an input, and all of its chunks from the beginning.
 */
export const beginningOf = async (
  source: AsyncIterable<string>,
): Promise<{
  readonly start: string;
  readonly pieces: AsyncIterable<string>;
}> => {
  const iterator = source[Symbol.asyncIterator]();
  let start = '';
  let isDone = false;
  while (start.length < START && !isDone) {
    const next = await iterator.next();
    isDone = next.done === true;
    if (!next.done) start += next.value;
  }
  const pieces = async function* () {
    yield start;
    try {
      while (!isDone) {
        const next = await iterator.next();
        isDone = next.done === true;
        if (!next.done) yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  };
  return {start: start.slice(0, START), pieces: pieces()};
};
