/** Random numbers that are the same in every run. */

/** Uniform numbers between 0 and 1 (mulberry32). */
export const uniformNumbers = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 2 ** 32;
};

/** Standard normal numbers, by Box and Muller (1958). */
export const normalNumbers = (seed: number): (() => number) => {
  const next = uniformNumbers(seed);
  return () =>
    Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
};
