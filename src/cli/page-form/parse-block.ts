/** Deeper data than this is no page's; it bounds every walk over a block. */
const MAX_DEPTH = 100;

const isTooDeep = (value: unknown): boolean => {
  let level: unknown[] = [value];
  for (let depth = 0; level.length; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((item) =>
      typeof item === 'object' && item
        ? (Object.values(item) as unknown[])
        : [],
    );
  }
  return false;
};

/** The value of a JSON-LD block, or `undefined` where it is not to be read. */
export const parseBlock = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    const whole = typeof value === 'object' && value !== null;
    return whole && !isTooDeep(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
