import {type Awaitable, isThenable} from '../awaitable.js';

/** The outcome of a request to one layer. */
export type Outcome<T> = {readonly value: T} | {readonly error: unknown};

/** Never throws and never rejects: a failure is an outcome, too. */
export const attempt = <T>(
  ask: () => Awaitable<T>,
): Outcome<T> | Promise<Outcome<T>> => {
  try {
    const answer = ask();
    return isThenable(answer)
      ? Promise.resolve(answer).then(
          (value) => ({value}),
          (error: unknown) => ({error}),
        )
      : {value: answer};
  } catch (error) {
    return {error};
  }
};

/** The values of the outcomes that are no failures. */
export const valuesOf = <T>(outcomes: readonly Outcome<T>[]): readonly T[] =>
  outcomes.flatMap((outcome) => ('value' in outcome ? [outcome.value] : []));
