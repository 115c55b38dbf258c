import type {GlossarySource, SourceStatus} from '../source.js';
import {once, type Warn, warnOnce} from '../warnings.js';

/** What layers need of the platform. */
export interface LayerPlatform {
  /** Calls back after some milliseconds, unless it is ended before. */
  readonly after: (ms: number, call: () => void) => () => void;
  readonly warn: Warn;
}

export const layerPlatform: LayerPlatform = {
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => {
      clearTimeout(timer);
    };
  },
  warn: warnOnce,
};

/** How many requests with a late answer are remembered. */
const MOST_AWAITED = 1000;

/**
 * The state of the layers of one source, for all languages: which have failed,
 * and which requests are worth waiting for.
 */
export class LayerState {
  readonly listeners = new Set<() => void>();
  readonly #failures = new Map<string, unknown>();
  /** Once for each layer, whatever the language. */
  readonly warn: Warn;
  readonly #awaited = new Set<string>();
  #status: SourceStatus | undefined;
  #from: readonly unknown[] = [];

  constructor(
    readonly label: string,
    /** Lowest first. */
    readonly layers: readonly GlossarySource[],
    readonly platform: LayerPlatform,
  ) {
    this.warn = once(platform.warn);
  }

  /** A layer in its own language, by its number from the uppermost, 0. */
  layerAt(at: number): GlossarySource {
    return this.layers[this.layers.length - 1 - at]!;
  }

  /** An answer may have changed. */
  changed(): void {
    for (const listener of [...this.listeners]) listener();
  }

  /**
   * A request was answered late. Repeated, it waits for the answer: otherwise a
   * layer that is always late would be asked again and again.
   */
  await(question: string): void {
    if (this.#awaited.size === MOST_AWAITED) this.#awaited.clear();
    this.#awaited.add(question);
    this.changed();
  }

  isAwaited(question: string): boolean {
    return this.#awaited.has(question);
  }

  answered(label: string): void {
    this.#failures.delete(label);
  }

  failed(label: string, error: unknown): void {
    this.#failures.set(label, error);
  }

  /** The same object as long as no layer has another one. */
  get status(): SourceStatus {
    const from = this.layers.flatMap(({label, status}) => [
      status,
      this.#failures.get(label),
    ]);
    const isSame =
      this.#from.length === from.length &&
      from.every((part, index) => part === this.#from[index]);
    if (!this.#status || !isSame) {
      this.#from = from;
      this.#status = this.#combined();
    }
    return this.#status;
  }

  #combined(): SourceStatus {
    const layers = this.layers.map(({label, status}): SourceStatus => {
      if (status) return status;
      const error = this.#failures.get(label);
      return {
        label,
        state: error === undefined ? 'ready' : 'failed',
        ...(error !== undefined && {error}),
        files: [],
        totals: {files: 0, bytes: 0},
      };
    });
    const states = layers.map(({state}) => state);
    const isAll = (state: SourceStatus['state']) =>
      states.every((other) => other === state);
    const state = isAll('failed')
      ? 'failed'
      : isAll('idle')
        ? 'idle'
        : states.includes('loading')
          ? 'loading'
          : states.includes('stale')
            ? 'stale'
            : 'ready';
    const error = layers.findLast((layer) => layer.error !== undefined)?.error;
    return {
      label: this.label,
      state,
      ...(error !== undefined && {error}),
      files: layers.flatMap(({files}) => files),
      totals: {
        files: layers.reduce((sum, {totals}) => sum + totals.files, 0),
        bytes: layers.reduce((sum, {totals}) => sum + totals.bytes, 0),
      },
      layers,
    };
  }
}
