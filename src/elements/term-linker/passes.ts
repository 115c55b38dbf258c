import {inSlices, type Pause} from './slices.js';

/** Milliseconds; work that takes no longer may be done as often as the page changes. */
const CHEAP = 2;

/** Longer work is followed by a rest of this many times its own length. */
const REST = 5;

const delay = (ms: number) => new Promise<void>((next) => setTimeout(next, ms));

/**
 * Does work in slices whenever it is asked for, one run at a time. However
 * often that is, it takes a small part of the time of the page.
 */
export class Passes {
  #controller: AbortController | undefined;
  #isDue = false;
  #notBefore = 0;

  constructor(readonly work: () => Generator<Pause | void>) {}

  /** What is short is done when this returns, if nothing was done just before. */
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
