/** `1,204 terms`, `1 term`; without a noun the number alone. */
export const count = (number: number, noun?: string): string => {
  const text = number.toLocaleString('en');
  return noun ? `${text} ${noun}${number === 1 ? '' : 's'}` : text;
};
