import type {Io} from './io.js';

const WIDTH = 24;
/** Bytes of a terminal are cheap, but not free. */
const STEP = 0.01;

/**
 * Progress on one line of a terminal, which is overwritten; nothing without a
 * terminal.
 */
export class Progress {
  #phase = '';
  #shown = -1;
  readonly #isShown: boolean;

  constructor(
    readonly io: Io,
    isQuiet: boolean,
  ) {
    this.#isShown = io.isTerminal === true && !isQuiet;
  }

  /** @param part From 0 to 1. */
  show(phase: string, part: number): void {
    if (!this.#isShown) return;
    if (phase === this.#phase && part - this.#shown < STEP && part < 1) return;
    this.#phase = phase;
    this.#shown = part;
    const full = Math.round(Math.min(1, part) * WIDTH);
    const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
    const percent = `${Math.floor(Math.min(1, part) * 100)} %`.padStart(5);
    this.io.stderr(`\r\u001b[K${bar} ${percent}  ${phase}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#isShown && this.#phase) this.io.stderr('\r\u001b[K');
    this.#phase = '';
  }
}
