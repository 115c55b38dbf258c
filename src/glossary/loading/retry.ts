/** When a request is made again. Pure. */

/** Answers that may be others in a moment (RFC 9110, RFC 6585, RFC 8470). */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Whether the same request may be answered with success a moment later. */
export const isPassing = (status: number): boolean => PASSING.has(status);

/**
 * Milliseconds before an attempt: twice as long each time, half of it by
 * chance, so that the readers of a page do not all come back at once.
 *
 * @param failed Attempts so far, from 1.
 * @param random At least 0, below 1.
 */
export const backoff = (failed: number, base: number, random: number): number =>
  base * 2 ** (failed - 1) * (0.5 + random / 2);

/**
 * When a server wants to be asked again (RFC 9110, section 10.2.3): a number of
 * seconds, or an HTTP date.
 *
 * @param now Milliseconds since 1970.
 * @returns Milliseconds since 1970; `undefined` where it does not say.
 */
export const retryTime = (
  header: string | null,
  now: number,
): number | undefined => {
  const value = header?.trim() ?? '';
  if (/^\d+$/.test(value)) return now + Number(value) * 1000;
  const time = /^[A-Z]/i.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : Math.max(time, now);
};
