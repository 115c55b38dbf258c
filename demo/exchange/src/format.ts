/** Numbers and times as an exchange writes them; the minus is a minus sign. */

const formats = new Map<string, Intl.NumberFormat>();

const formatOf = (decimals: number, isSigned: boolean): Intl.NumberFormat => {
  const key = `${decimals}${isSigned}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat('en', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: isSigned ? 'exceptZero' : 'negative',
    });
    formats.set(key, format);
  }
  return format;
};

export const number = (value: number, decimals: number): string =>
  formatOf(decimals, false).format(value).replace('-', '−');

export const signed = (value: number, decimals: number): string =>
  formatOf(decimals, true).format(value).replace('-', '−');

/** @param share 0.01 is one percent. */
export const rate = (share: number, decimals: number): string =>
  `${number(share * 100, decimals)}%`;

/** A rate that may go either way, with its sign. */
export const percent = (share: number, decimals: number): string =>
  `${signed(share * 100, decimals)}%`;

const steps = [
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'K'],
] as const;

/** "1.92 B" */
export const compact = (value: number): string => {
  const step = steps.find(([size]) => value >= size);
  return step ? `${number(value / step[0], 2)} ${step[1]}` : number(value, 2);
};

const two = (value: number): string => String(value).padStart(2, '0');

/** Time left, "02:13:05". */
export const countdown = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => two(Math.floor(part)))
    .join(':');
};

/** Time of day in UTC, "13:46:55". */
export const timeOfDay = (time: number): string =>
  new Date(time).toISOString().slice(11, 19);
