import type {Clock} from '../../../../src/elements/term-tip/hover-intent.js';

/** A clock that is moved by hand; what is due happens in order. */
export class HandClock implements Clock {
  #now = 1000;
  #next = 1;
  readonly #due = new Map<number, {at: number; callback: () => void}>();

  now(): number {
    return this.#now;
  }

  setTimeout(callback: () => void, ms: number): number {
    this.#due.set(this.#next, {at: this.#now + ms, callback});
    return this.#next++;
  }

  clearTimeout(timer: number | undefined): void {
    if (timer !== undefined) this.#due.delete(timer);
  }

  /** Lets this many milliseconds pass. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [first] = [...this.#due]
        .filter(([, {at}]) => at <= end)
        .sort(([a, one], [b, other]) => one.at - other.at || a - b);
      if (!first) break;
      const [timer, {at, callback}] = first;
      this.#due.delete(timer);
      this.#now = Math.max(this.#now, at);
      callback();
    }
    this.#now = end;
  }
}
