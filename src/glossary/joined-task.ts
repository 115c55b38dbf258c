/**
 * One run of a task, shared by all that wait for it. It is aborted when the
 * last of them gives up. A failure is not cached: the next request starts the
 * task again.
 */
export class JoinedTask<T> {
  #run:
    | {promise: Promise<T>; controller: AbortController; waiting: number}
    | undefined;

  /** @param start Is aborted by the signal, and may abort what it began by the controller. */
  constructor(
    readonly start: (
      signal: AbortSignal,
      controller: AbortController,
    ) => Promise<T>,
  ) {}

  /** Rejects with the signal's reason as soon as the signal is aborted. */
  join(signal?: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const run = (this.#run ??= this.#begin());
      run.waiting++;
      const leave = () => {
        // The reason is the caller's own, whatever it is.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        reject(signal?.reason);
        if (--run.waiting) return;
        // An element that is moved leaves and comes back, within one task.
        setTimeout(() => {
          if (run.waiting || this.#run !== run) return;
          this.#run = undefined;
          run.controller.abort(signal?.reason);
        });
      };
      signal?.addEventListener('abort', leave, {once: true});
      // First, so that a caller that leaves on the answer does not abort it.
      const stay = () => signal?.removeEventListener('abort', leave);
      run.promise.finally(stay).then(resolve, reject);
    });
  }

  #begin() {
    const controller = new AbortController();
    const promise = this.start(controller.signal, controller);
    const run = {promise, controller, waiting: 0};
    promise.catch(() => {
      if (this.#run === run) this.#run = undefined;
    });
    return run;
  }
}
