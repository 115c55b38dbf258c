import {inSlices, type Pause} from './slices.js';

/** Milliseconds; work that takes no longer may be done as often as the page changes. */
const CHEAP = 2;

/** Longer work is followed by a rest of this many times its own length. */
const REST = 5;

const delay = (ms: number) => new Promise<void>((next) => setTimeout(next, ms));

/**
 * Runs work in slices whenever it is requested, one run at a time, and takes
 * only a small part of the page's time, however often that is.
 */
export class Passes {
  #controller: AbortController | undefined;
  #isDue = false;
  #notBefore = 0;

  constructor(readonly work: () => Generator<Pause | void>) {}

  /** Short work is done when this returns, unless a run has just ended. */
  request(): void {
    this.#isDue = true;
    if (!this.#controller)
      void this.#run((this.#controller = new AbortController()));
  }

  stop(): void {
    this.#controller?.abort();
    this.#controller = undefined;
    this.#isDue = false;
  }

  async #run(controller: AbortController): Promise<void> {
    const {signal} = controller;
    try {
      while (this.#isDue && !signal.aborted) {
        const wait = this.#notBefore - performance.now();
        if (wait > 0) await delay(wait);
        if (signal.aborted) return;
        this.#isDue = false;
        const done = await inSlices(this.work(), signal);
        if (done && done.spent > CHEAP)
          this.#notBefore = performance.now() + done.spent * REST;
      }
    } finally {
      if (this.#controller === controller) this.#controller = undefined;
    }
  }
}
