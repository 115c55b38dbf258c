/**
 * Splits long work into slices between which the page can work. It needs a
 * message channel and a clock, and no DOM.
 */

/**
 * Length of a slice in milliseconds: half a frame at 60 Hz, the rest of which
 * is the page's.
 */
export const SLICE = 8;

/**
 * Settles when the page has had its turn. `scheduler.yield()` comes back before
 * other tasks of the page: measured with 12,000 mentions to paint, the page's
 * own timer ran 39 to 54 times with it and 66 to 77 times with a message, and
 * while a document of 100,000 terms was read not once with it. Timers wait for
 * 4 ms when they are nested.
 */
export const nextTurn = (): Promise<void> =>
  new Promise((next) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      next();
    };
    port2.postMessage(null);
  });

/**
 * Runs work that yields wherever it may be interrupted, in slices. The first
 * one runs now, so that short work is synchronous.
 *
 * @throws The reason of the signal, in the next slice.
 */
export const workInSlices = async <T>(
  work: Generator<void, T>,
  signal?: AbortSignal,
): Promise<T> => {
  for (;;) {
    signal?.throwIfAborted();
    const start = performance.now();
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() - start < SLICE);
    await nextTurn();
  }
};
