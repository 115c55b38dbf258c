import type {Awaitable} from '../source.js';

/** What has become of a question to one layer. */
export type Outcome<T> = {readonly value: T} | {readonly error: unknown};

/** Never throws and never rejects: a failure is an outcome. */
export const attempt = <T>(ask: () => Awaitable<T>): Awaitable<Outcome<T>> => {
  try {
    const answer = ask();
    return answer instanceof Promise
      ? answer.then(
          (value) => ({value}),
          (error: unknown) => ({error}),
        )
      : {value: answer};
  } catch (error) {
    return {error};
  }
};

/** `Promise.all` that answers at once where nothing is to be waited for. */
export const all = <T>(
  values: readonly Awaitable<T>[],
): Awaitable<readonly T[]> =>
  values.some((value) => value instanceof Promise)
    ? Promise.all(values)
    : (values as readonly T[]);
