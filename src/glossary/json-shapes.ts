/** What values of a document are, where nothing has checked them yet. Pure. */

/** An object that is not a list. */
export const isObject = (
  value: unknown,
): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The items of a list; none of a value that is not a list. */
export const listOf = <T>(list: readonly T[] | undefined): readonly T[] =>
  Array.isArray(list) ? (list as readonly T[]) : [];
