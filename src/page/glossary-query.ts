import type {ReactiveController} from 'lit';
import {type Awaitable, isThenable, whenReady} from '../glossary/awaitable.js';
import type {GlossarySource} from '../glossary/source.js';
import type {ContentKey} from './content-contract.js';
import {type GlossaryReader, SourceFinder} from './source-finder.js';
import {setState} from './states.js';

/** The state of a request to the glossary. */
export type Answer<T> =
  | {readonly status: 'idle'}
  | {readonly status: 'pending'}
  | {readonly status: 'found'; readonly value: T}
  | {readonly status: 'missing'; readonly label: string}
  | {readonly status: 'failed'; readonly error: unknown};

/**
 * A query: what is requested, and which properties of the host it depends on.
 */
export interface Query<T> {
  /**
   * Compared item by item; when it changes, the request is repeated.
   * `undefined` requests nothing.
   */
  readonly key: () => ContentKey | undefined;
  /** What the host's content is made of; a prerenderer writes the same key. */
  readonly content: () => ContentKey;
  readonly ask: (
    source: GlossarySource,
    signal: AbortSignal | undefined,
  ) => Awaitable<T | null | undefined>;
  /** Called once with every answer, when it is on screen. */
  readonly answered: (answer: Answer<T>) => void;
}

/** Whether an answer is the same as the last one. */
export type IsSame = (
  answer: Answer<unknown>,
  last: Answer<unknown>,
) => boolean;

const IDLE = {status: 'idle'} as const;
const PENDING = {status: 'pending'} as const;

/**
 * Requests something from the glossary of an element and holds the answer as a
 * state.
 *
 * It repeats the request when the query or the glossary changes, drops answers
 * to older requests, and aborts when the element leaves the page. An answer in
 * memory is there in the same update. It renders nothing.
 */
export class GlossaryQuery<T> implements ReactiveController {
  #answer: Answer<T> = IDLE;
  #announced: Answer<T> = IDLE;
  #asked: readonly unknown[] | undefined;
  /**
   * The request that is pending or was answered last; answers to older ones are
   * dropped.
   */
  #run: {controller?: AbortController} | undefined;
  readonly #finder: SourceFinder;

  /** Space is reserved for the answer, which was not there at once. */
  isLate = false;

  /** The source that the answer is from. */
  source: GlossarySource | undefined;

  constructor(
    readonly host: GlossaryReader,
    readonly query: Query<T>,
  ) {
    this.#finder = new SourceFinder(host, this as GlossaryQuery<unknown>);
    host.addController(this);
  }

  get answer(): Answer<T> {
    return this.#answer;
  }

  /** What is to be shown: the answer, or the last one while a new one is on its way. */
  get value(): T | undefined {
    return this.#answer.status === 'found' ? this.#answer.value : this.#shown;
  }

  #shown: T | undefined;

  hostConnected(): void {
    if (this.#asked && this.#answer.status !== 'found') this.#askAgain();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  hostUpdate(): void {
    const key = this.query.key();
    if (!key) {
      this.#stop();
      this.#asked = this.#shown = undefined;
      this.#answer = IDLE;
      return;
    }
    const source = this.#finder.find();
    const asked = [source, ...key];
    const same =
      this.#asked?.length === asked.length &&
      asked.every((item, index) => item === this.#asked![index]);
    if (same) return;
    this.#asked = asked;
    this.#stop();
    if (source) this.#ask(source);
    else this.#settle(PENDING);
  }

  hostUpdated(): void {
    const {host} = this;
    const answer = this.#answer;
    if (answer === this.#announced) return;
    this.#announced = answer;
    const {status} = answer;
    setState(host, 'loading', status === 'pending');
    setState(host, 'missing', status === 'missing');
    setState(host, 'error', status === 'failed');
    // A late answer uses the reserved space; `follow` releases the rest out of
    // sight.
    if (status === 'pending') {
      this.isLate = true;
      setState(host, 'late', true);
    }
    this.query.answered(answer);
  }

  /**
   * Repeats the request. What is on screen stays until there is another answer.
   */
  refresh(isSame: IsSame): void {
    if (!this.source || !this.host.isConnected) return;
    this.#stop();
    this.#ask(this.source, isSame);
  }

  #stop(): void {
    this.#run?.controller?.abort();
    this.#run = undefined;
  }

  #askAgain(): void {
    this.#asked = undefined;
    this.host.requestUpdate();
  }

  #ask(source: Awaitable<GlossarySource>, isSame?: IsSame): void {
    const run: {controller?: AbortController} = (this.#run = {});
    let label = 'glossary';
    const settle = (answer: Answer<T>) => {
      if (this.#run === run && !isSame?.(answer, this.#answer))
        this.#settle(answer);
    };
    const settleValue = (value: T | null | undefined) => {
      settle(
        value == null ? {status: 'missing', label} : {status: 'found', value},
      );
    };
    try {
      const value = whenReady(source, (found) => {
        label = found.label;
        this.source = found;
        if (this.#run !== run) return undefined;
        if (!found.immediate) run.controller = new AbortController();
        return this.query.ask(found, run.controller?.signal);
      });
      if (!isThenable(value)) {
        settleValue(value);
        return;
      }
      if (!isSame) this.#settle(PENDING);
      value.then(settleValue, (error: unknown) => {
        settle({status: 'failed', error});
      });
    } catch (error) {
      settle({status: 'failed', error});
    }
  }

  #settle(answer: Answer<T>): void {
    this.#answer = answer;
    if (answer.status === 'found') this.#shown = answer.value;
    else if (answer.status !== 'pending') this.#shown = undefined;
    this.host.requestUpdate();
  }
}
