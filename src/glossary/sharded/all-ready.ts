import type {Awaitable} from '../source.js';

/** `Promise.all` that answers at once where nothing is to be waited for. */
export const allReady = <T>(
  values: readonly Awaitable<T>[],
): Awaitable<readonly T[]> =>
  values.some((value) => value instanceof Promise)
    ? Promise.all(values)
    : (values as readonly T[]);

/** The same for two of different kinds. */
export const bothReady = <A, B>(
  a: Awaitable<A>,
  b: Awaitable<B>,
): Awaitable<readonly [A, B]> =>
  a instanceof Promise || b instanceof Promise ? Promise.all([a, b]) : [a, b];
