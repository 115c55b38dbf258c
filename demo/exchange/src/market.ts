import type {OrderAnswer, OrderRequest} from './simulation/account.js';
import {Simulation, type Snapshot} from './simulation/simulation.js';

/** A tab that was away does not catch up: the market went on without it. */
const mostStepsAtOnce = 5;

/** Ticks that one level of the book may stand for. */
export const groups = [1, 2, 10, 20] as const;

/**
 * The simulation as the page sees it: it goes on with the frames of the
 * browser, a fixed number of times a second, and tells React each time.
 */
export class Market {
  readonly #simulation: Simulation;
  readonly #stepMs: number;
  readonly #listeners = new Set<() => void>();
  #snapshot: Snapshot;
  #group: number = groups[1];
  #frame = 0;
  #due = 0;

  constructor(seed: number, fps: number) {
    this.#simulation = new Simulation(seed);
    this.#stepMs = 1000 / fps;
    this.#snapshot = this.#simulation.snapshot(this.#group);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Snapshot => this.#snapshot;

  get isRunning(): boolean {
    return this.#frame !== 0;
  }

  start(): void {
    if (this.isRunning) return;
    this.#due = performance.now();
    const turn = (now: number): void => {
      this.#frame = requestAnimationFrame(turn);
      this.#catchUp(now);
    };
    this.#frame = requestAnimationFrame(turn);
    this.#changed();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#changed();
  }

  get group(): number {
    return this.#group;
  }

  set group(ticks: number) {
    this.#group = ticks;
    this.#changed();
  }

  place(request: OrderRequest): OrderAnswer {
    const answer = this.#simulation.place(request);
    this.#changed();
    return answer;
  }

  cancel(id: number): void {
    this.#simulation.cancel(id);
    this.#changed();
  }

  #catchUp(now: number): void {
    const steps = Math.floor((now - this.#due) / this.#stepMs);
    if (steps < 1) return;
    this.#due =
      steps > mostStepsAtOnce ? now : this.#due + steps * this.#stepMs;
    for (let step = Math.min(steps, mostStepsAtOnce); step > 0; step--)
      this.#simulation.advance(this.#stepMs);
    this.#changed();
  }

  #changed(): void {
    this.#snapshot = this.#simulation.snapshot(this.#group);
    for (const listener of this.#listeners) listener();
  }
}
