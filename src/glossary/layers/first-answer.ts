import {type Awaitable, isThenable} from '../awaitable.js';
import {attempt, type Outcome} from './outcome.js';

/** The answer so far, and the outcomes that it is made of. */
export interface Choice<T> {
  readonly used: readonly object[];
  readonly give: () => T;
}

/** One request to several layers. */
export interface LayerQuestion<T, R> {
  /** One for each layer, uppermost first; all are asked at once. */
  readonly asks: readonly (() => Awaitable<T>)[];
  /**
   * @param outcomes `undefined` where a layer has not answered.
   * @param isOver Whether such a layer may be skipped.
   * @returns `undefined` while more outcomes are needed.
   */
  readonly choose: (
    outcomes: readonly (Outcome<T> | undefined)[],
    isOver: boolean,
  ) => Choice<R> | undefined;
  /** Calls back when layers have had their time; never if it is unlimited. */
  readonly whenOver: (call: () => void) => () => void;
  /** Called when a layer that was skipped changes the answer. */
  readonly late: () => void;
}

/**
 * The answer of several layers as soon as it is certain; synchronous if no
 * layer is pending.
 */
export const firstAnswer = <T, R>({
  asks,
  choose,
  whenOver,
  late,
}: LayerQuestion<T, R>): Awaitable<R> => {
  const answers = asks.map(attempt);
  const outcomes = answers.map((answer) =>
    isThenable(answer) ? undefined : answer,
  );
  const first = choose(outcomes, false);
  if (first) return first.give();
  return new Promise((resolve, reject) => {
    let isOver = false;
    let given: Choice<R> | undefined;
    const look = () => {
      const choice = choose(outcomes, isOver);
      if (!choice) return;
      if (given) {
        const isSame =
          given.used.length === choice.used.length &&
          given.used.every((part, index) => part === choice.used[index]);
        given = choice;
        if (!isSame) late();
        return;
      }
      given = choice;
      stop();
      try {
        resolve(choice.give());
      } catch (error) {
        // The reason is the layer's own, whatever it is.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        reject(error);
      }
    };
    const stop = whenOver(() => {
      isOver = true;
      look();
    });
    for (const [index, answer] of answers.entries()) {
      if (!isThenable(answer)) continue;
      void answer.then((outcome) => {
        outcomes[index] = outcome;
        look();
      });
    }
  });
};
