/**
 * Values, or promises of them. This is the only module that distinguishes the
 * two, and it does so as `await` does: by the method `then`. `instanceof
 * Promise` does not hold for promises of another realm, of a library, or of
 * native code on a page whose `Promise` is replaced (zone.js). Pure.
 */

/**
 * A value, or a promise of it. Data that is in memory is answered at once, so
 * that an element can render in its first update and nothing moves.
 */
export type Awaitable<T> = T | PromiseLike<T>;

/** Whether it is a promise. */
export const isThenable = <T>(value: Awaitable<T>): value is PromiseLike<T> =>
  ((typeof value === 'object' && value !== null) ||
    typeof value === 'function') &&
  'then' in value &&
  typeof value.then === 'function';

/** The value itself, or a promise of the page's own realm. */
const settled = <T>(value: Awaitable<T>): T | Promise<T> =>
  isThenable(value) ? Promise.resolve(value) : value;

/** Continues with a value at once, or with a promise when it is fulfilled. */
export const whenReady = <T, R>(
  value: Awaitable<T>,
  next: (value: T) => Awaitable<R>,
): R | Promise<R> =>
  isThenable(value) ? Promise.resolve(value).then(next) : settled(next(value));

/** The value, or a replacement if its promise is rejected. */
export const whenRejected = <T>(
  value: Awaitable<T>,
  recover: (error: unknown) => Awaitable<T>,
): T | Promise<T> =>
  isThenable(value) ? Promise.resolve(value).catch(recover) : value;

/**
 * `Promise.all` that returns the values at once if none of them is a promise.
 */
export const allReady = <T>(
  values: readonly Awaitable<T>[],
): readonly T[] | Promise<readonly T[]> =>
  values.some(isThenable) ? Promise.all(values) : (values as readonly T[]);

/** The same for two of different kinds. */
export const bothReady = <A, B>(
  a: Awaitable<A>,
  b: Awaitable<B>,
): readonly [A, B] | Promise<readonly [A, B]> =>
  isThenable(a) || isThenable(b) ? Promise.all([a, b]) : [a, b];
