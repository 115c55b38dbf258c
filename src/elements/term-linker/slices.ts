import {nextTurn, SLICE} from '../../glossary/slices.js';

/**
 * Length of a slice that changes what is on screen, in milliseconds: layout and
 * paint then take several times as long.
 */
const SHOWING = 4;

/** How long to wait for a frame, in milliseconds: a hidden page has none. */
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

/**
 * What work yields where it may be interrupted: `frame` after it has changed
 * what is on screen.
 */
export type Pause = 'frame' | undefined;

/**
 * Runs work that yields wherever it may be interrupted, in slices. The first
 * slice runs now, so that short work is done before the next frame. Changes on
 * screen are painted before the work continues: layout takes longer than the
 * work that causes it.
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
