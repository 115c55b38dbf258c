let pending = 0;
const native = globalThis.requestIdleCallback;

/** Watches what is put off until the page is idle; to be called before anything is. */
export const watchIdle = (): void => {
  globalThis.requestIdleCallback = (callback, options) => {
    pending++;
    return native((deadline) => {
      callback(deadline);
      pending--;
    }, options);
  };
};

/** Settles when nothing is put off any more. */
export const idleDone = async (): Promise<void> => {
  while (pending) await new Promise((next) => setTimeout(next, 5));
};
