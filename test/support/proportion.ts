import assert from 'node:assert/strict';

/** Characters of a hostile text. */
const SIZE = 20_000;
/** Seconds below which the way that work grows is of no concern. */
const QUICK = 1;
/**
 * How much longer four times the input may take: in proportion it is 4, sorted
 * or searched about 5, compared each with each 16.
 */
const GROWTH = 10;

/** Seconds of the processor, which do not grow when others use it, too. */
const secondsOf = async (work: () => unknown): Promise<number> => {
  const start = process.cpuUsage();
  await work();
  const {user, system} = process.cpuUsage(start);
  return (user + system) / 1e6;
};

/** How much longer work takes for an input than for a quarter of it. */
const growthOf = async (
  work: (size: number) => unknown,
  size: number,
): Promise<number> => {
  const first = await secondsOf(() => work(size));
  const quarter = await secondsOf(() => work(size / 4));
  // Compiled by now, as the quarter was.
  const again = await secondsOf(() => work(size));
  return Math.min(first, again) / quarter;
};

/**
 * Asserts that work takes time in proportion to the size of its input, on a
 * machine of any speed: what is slow at first is compared with itself on a
 * quarter of the input. Work with a limit (of depth, or of the size of a part)
 * may grow faster until it reaches that limit, so that four times the size
 * decides.
 *
 * @param work Does it for an input of about so many characters.
 * @param about What the message of a failure names.
 */
export const growsInProportion = async (
  work: (size: number) => unknown,
  about = '',
  size = SIZE,
): Promise<void> => {
  if ((await secondsOf(() => work(size))) < QUICK) return;
  let ratio = await growthOf(work, size);
  if (ratio >= GROWTH) ratio = await growthOf(work, size * 4);
  assert.ok(
    ratio < GROWTH,
    `${about}: four times the input takes ${ratio.toFixed(1)} times as long`,
  );
};
