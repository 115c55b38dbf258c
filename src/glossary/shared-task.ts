/**
 * One run of a task, shared by all who wait for it. It is aborted when the
 * last of them has gone, and a failure is forgotten, so that the next one to
 * ask starts it anew.
 */
export class SharedTask<T> {
  #run:
    | {promise: Promise<T>; controller: AbortController; waiting: number}
    | undefined;

  constructor(readonly start: (signal: AbortSignal) => Promise<T>) {}

  /** Rejects with the signal's reason as soon as the signal is aborted. */
  async join(signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    const run = (this.#run ??= this.#begin());
    run.waiting++;
    let leave: (() => void) | undefined;
    const left = new Promise<never>((_, reject) => {
      leave = () => {
        // The reason is the caller's own, whatever it is.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', leave, {once: true});
    });
    try {
      return await Promise.race([run.promise, left]);
    } finally {
      if (leave) signal?.removeEventListener('abort', leave);
      run.waiting--;
      if (!run.waiting && signal?.aborted && this.#run === run) {
        this.#run = undefined;
        run.controller.abort(signal.reason);
      }
    }
  }

  #begin() {
    const controller = new AbortController();
    const promise = this.start(controller.signal);
    const run = {promise, controller, waiting: 0};
    promise.catch(() => {
      if (this.#run === run) this.#run = undefined;
    });
    return run;
  }
}
