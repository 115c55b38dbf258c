/** Numbers as a figure writes them, in the language of its entry. */
export interface NumberText {
  /**
   * @param step Distance to the next number: it gets as many digits as
   * distinguish them.
   */
  readonly number: (value: number, step?: number) => string;
  /** A fraction in per cent. */
  readonly percent: (value: number, step?: number) => string;
}

/** From here on a number is written as `1.2M`, and beside others as `500K`. */
const LARGE = 1e6;
const LARGE_TICK = 1e5;

/** Digits after the point that distinguish values at this distance. */
const digitsOf = (step: number): number =>
  Math.min(8, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));

/** Digits that a value of this size is read with. */
const digitsFor = (value: number): number =>
  value ? Math.min(8, Math.max(0, 3 - Math.floor(Math.log10(value)))) : 0;

const formats = new Map<string, Intl.NumberFormat>();

/** Formats are costly to make; a page has one or two languages. */
const formatOf = (
  language: string,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat => {
  const key = `${language} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    // By the rounded number: neither "-0" nor "-0.00", in any digits.
    const all = {...options, signDisplay: 'negative'} as const;
    try {
      format = new Intl.NumberFormat(language, all);
    } catch {
      format = new Intl.NumberFormat('en', all); // not a language tag
    }
    formats.set(key, format);
  }
  return format;
};

export const numberText = (language = 'en'): NumberText => {
  const write = (value: number, options: Intl.NumberFormatOptions) =>
    formatOf(language, options).format(value).replace('-', '−');
  const digits = (value: number, step: number | undefined) =>
    step ? digitsOf(step) : digitsFor(Math.abs(value));
  return {
    number: (value, step) =>
      write(
        value,
        Math.abs(value) < (step ? LARGE_TICK : LARGE)
          ? {maximumFractionDigits: digits(value, step)}
          : {notation: 'compact', maximumFractionDigits: 2},
      ),
    percent: (value, step) =>
      write(value, {
        style: 'percent',
        maximumFractionDigits: digits(value * 100, step && step * 100),
      }),
  };
};
