/** The numbers that a text states. */

/** Without the targets of links, and without "Black-76" and "10⁷⁷", which are names. */
export const numbersIn = (text: string): readonly number[] =>
  [
    ...text
      .replace(/\[\[[^|\]]*\|/g, '')
      .replace(/10[⁰¹²³⁴-⁹]+/g, '')
      .matchAll(/(?<![A-Za-z]-)(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?/g),
  ].map(([number]) => Number(number.replaceAll(',', '')));

/** Whether a number is among others, but for the rounding of arithmetic. */
export const isAmong = (
  number: number,
  others: readonly number[],
  tolerance = 1e-9,
): boolean =>
  others.some(
    (other) =>
      Math.abs(other - number) <= tolerance * Math.max(1, Math.abs(number)),
  );
