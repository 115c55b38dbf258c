/** When a request is made again. Pure. */

/** Statuses of transient failures (RFC 9110, RFC 6585, RFC 8470). */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Whether the same request may be answered with success a moment later. */
export const isPassing = (status: number): boolean => PASSING.has(status);

/**
 * Milliseconds before an attempt: twice as long each time, half of it random,
 * so that the readers of a page do not all return at once.
 *
 * @param failed Attempts so far, from 1.
 * @param random At least 0, below 1.
 */
export const backoff = (failed: number, base: number, random: number): number =>
  base * 2 ** (failed - 1) * (0.5 + random / 2);

/**
 * A page that stays open for days retries every day. Timers cannot wait for
 * more than 24 days, and a larger number may be an invalid date.
 */
const LONGEST = 24 * 60 * 60 * 1000;

/**
 * When a server wants to be asked again (RFC 9110, section 10.2.3): a number of
 * seconds, or an HTTP date; a day from now at the latest.
 *
 * @param now Milliseconds since 1970.
 * @returns Milliseconds since 1970; `undefined` where it does not say.
 */
export const retryTime = (
  header: string | null,
  now: number,
): number | undefined => {
  const value = header?.trim() ?? '';
  const seconds = /^\d+$/.test(value) ? Number(value) : NaN;
  const date = /^[A-Z]/i.test(value) ? Date.parse(value) - now : NaN;
  const wait = Number.isNaN(seconds) ? date : seconds * 1000;
  return Number.isNaN(wait)
    ? undefined
    : now + Math.min(Math.max(wait, 0), LONGEST);
};
