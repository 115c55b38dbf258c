/** Decides which layer answers: the uppermost that has an answer. */
import {type Awaitable, whenReady} from '../awaitable.js';
import type {GlossarySource} from '../source.js';
import {type Choice, firstAnswer} from './first-answer.js';
import type {LayerState} from './layer-state.js';
import type {Outcome} from './outcome.js';

/**
 * How long a layer may take before what is below it is shown, in milliseconds.
 */
export const LAYER_PATIENCE = 250;

/** What one layer has answered; layers are numbered from the uppermost, 0. */
export interface LayerAnswer<T> {
  readonly at: number;
  readonly value: T;
}

/** The result of the answers so far. */
export interface Resolution<R> {
  /** The layer that decides; `undefined` if none of them does. */
  readonly end: number | undefined;
  readonly result: () => Awaitable<R | undefined>;
}

/** One request to the layers. */
export interface LayerRequest<T, R> {
  /** Requests with the same key are the same. */
  readonly key: string;
  /** Numbers of the layers that are asked, in order; by default all. */
  readonly only?: readonly number[];
  readonly ask: (layer: GlossarySource, at: number) => Awaitable<T>;
  /** Whether an answer influences the result. */
  readonly matters: (value: T) => boolean;
  /** @param answers Uppermost first. */
  readonly resolve: (answers: readonly LayerAnswer<T>[]) => Resolution<R>;
}

/**
 * Asks all layers at once and returns the uppermost answer. A layer that fails
 * is left out as long as another one answers; so is a slow one, and watchers of
 * the source are called if its answer changes the result.
 */
export class Precedence {
  /**
   * @param layers Uppermost first, in the language.
   * @param language Of a view; the layers' own languages without.
   */
  constructor(
    readonly layers: readonly GlossarySource[],
    readonly state: LayerState,
    readonly language: string | undefined,
  ) {}

  first<T, R>(
    request: LayerRequest<T, R>,
    signal: AbortSignal | undefined,
  ): Awaitable<R | undefined> {
    const {state, layers} = this;
    const {only = [...layers.keys()], ask} = request;
    const key = `${this.language ?? ''} ${request.key}`;
    const answer = firstAnswer<T, Awaitable<R | undefined>>({
      asks: only.map((at) => () => ask(layers[at]!, at)),
      choose: (outcomes, isOver) => {
        if (signal?.aborted) {
          return {
            used: [],
            give: () => {
              throw signal.reason;
            },
          };
        }
        return this.#choose(request, only, outcomes, isOver);
      },
      whenOver: (call) =>
        state.isAwaited(key)
          ? () => undefined
          : state.platform.after(LAYER_PATIENCE, call),
      late: () => {
        state.await(key);
      },
    });
    return whenReady(answer, (value) => value);
  }

  /** The result, if layers that have not answered cannot change it or are not waited for. */
  #choose<T, R>(
    {matters, resolve}: LayerRequest<T, R>,
    only: readonly number[],
    outcomes: readonly (Outcome<T> | undefined)[],
    isOver: boolean,
  ): Choice<Awaitable<R | undefined>> | undefined {
    const answers = outcomes.flatMap((outcome, index) =>
      outcome && 'value' in outcome
        ? {at: only[index]!, value: outcome.value, outcome}
        : [],
    );
    const {end, result} = resolve(answers);
    const last = end === undefined ? only.length : only.indexOf(end);
    const open = outcomes.findIndex((outcome) => !outcome);
    const mayChange = open >= 0 && open < last;
    if (mayChange && !(isOver && end !== undefined)) return undefined;
    const failure = this.#note(only, outcomes);
    return {
      used: answers
        .filter(({at, value}) => only.indexOf(at) <= last && matters(value))
        .map(({outcome}) => outcome),
      give: () => {
        if (end === undefined && failure) throw failure.error;
        return result();
      },
    };
  }

  /** Records which layers have failed. Returns the uppermost failure. */
  #note(
    only: readonly number[],
    outcomes: readonly (Outcome<unknown> | undefined)[],
  ): {readonly error: unknown} | undefined {
    const failed = outcomes.flatMap((outcome, index) => {
      const {label} = this.layers[only[index]!]!;
      if (outcome && 'error' in outcome) return {label, error: outcome.error};
      if (outcome) this.state.answered(label);
      return [];
    });
    for (const {label, error} of failed) {
      this.state.failed(label, error);
      if (failed.length === outcomes.length) continue; // it is thrown
      const why = error instanceof Error ? error.message : String(error);
      this.state.warn(
        'layer',
        `the layer ${label} is left out, and the others are shown: ${why}`,
      );
    }
    return failed[0];
  }
}
