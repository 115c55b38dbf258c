/**
 * Milliseconds of work before the page has its turn: half a frame at 60 Hz,
 * the rest of which is the page's.
 */
export const SLICE = 8;

interface Yielding {
  yield(): Promise<void>;
}

/** Settles when the page has had its turn. */
export const nextTurn = (): Promise<void> => {
  const {scheduler} = globalThis as {readonly scheduler?: Partial<Yielding>};
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((next) => {
    // Timers wait for 4 ms when they are nested; messages do not.
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      next();
    };
    port2.postMessage(null);
  });
};

/**
 * Runs work that yields wherever it may be interrupted, in slices. The first
 * one runs now: what is short is done before anybody else has a turn.
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
