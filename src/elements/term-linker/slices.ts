import {nextTurn, SLICE} from '../../glossary/slices.js';

/** Milliseconds of work that changes what is on screen: what follows from it takes several times as long. */
const SHOWING = 4;

/** Milliseconds after which a frame is not waited for: a page that is not seen has none. */
const NO_FRAME = 100;

/** Settles when the page has been painted. */
const nextFrame = (): Promise<void> =>
  document.hidden
    ? nextTurn()
    : new Promise((next) => {
        const timer = setTimeout(next, NO_FRAME);
        requestAnimationFrame(() => {
          clearTimeout(timer);
          void nextTurn().then(next);
        });
      });

/** What work says where it may be interrupted: `frame` after it has changed what is on screen. */
export type Pause = 'frame' | undefined;

/**
 * Runs work that yields wherever it may be interrupted, in slices. The first
 * slice runs now, so that what is short is done before the next frame. What has
 * been changed on screen is painted before more is: layout takes longer than
 * the work that causes it.
 *
 * @returns What the work returns, and the milliseconds that it took;
 *     `undefined` when it was given up.
 */
export const inSlices = async <T>(
  work: Generator<Pause | void, T>,
  signal: AbortSignal,
): Promise<{readonly value: T; readonly spent: number} | undefined> => {
  let spent = 0;
  while (!signal.aborted) {
    const start = performance.now();
    let took: number;
    let pause: Pause | void;
    do {
      const step = work.next();
      took = performance.now() - start;
      if (step.done) return {value: step.value, spent: spent + took};
      pause = step.value;
    } while (took < (pause ? SHOWING : SLICE));
    spent += took;
    await (pause ? nextFrame() : nextTurn());
  }
  return undefined;
};
