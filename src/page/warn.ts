const told = new Set<string>();

/** Says something once per page, however many elements run into it. */
export const warnOnce = (message: string): void => {
  if (told.has(message)) return;
  told.add(message);
  console.warn(`term-elements: ${message}`);
};
