import {isThenable, whenReady} from '../../glossary/awaitable.js';
import {findSource, type SourceNamer} from '../../page/find-source.js';
import type {LookUp, TipAnchor} from './anchor.js';
import {lookUp} from './look-up.js';
import {noteEntry} from './muted.js';
import {makerOf} from './tip-maker.js';

/**
 * The element that decides which glossary an anchor reads: for the tips of a
 * linker, the linker.
 */
const namerOf = ({element}: TipAnchor): SourceNamer =>
  (makerOf(element) as SourceNamer | undefined) ?? element;

/**
 * One request to the glossary, made as soon as a reader may want the answer. An
 * answer in memory is there synchronously.
 */
export class TipRequest {
  answer: LookUp = {status: 'loading'};
  /** What was requested; the anchor may name something else by now. */
  readonly reference: string;
  readonly source;
  readonly #controller = new AbortController();

  /** @param settled Called when a late answer has come, unless it was aborted. */
  constructor(
    readonly anchor: TipAnchor,
    settled: () => void,
  ) {
    this.reference = anchor.reference;
    this.source = findSource(namerOf(anchor), anchor.context);
    const answer = this.ask(this.reference);
    if (isThenable(answer)) {
      void answer.then((late) => {
        if (this.#controller.signal.aborted) return;
        this.#settle(late);
        settled();
      });
    } else {
      this.#settle(answer);
    }
  }

  #settle(answer: LookUp): void {
    this.answer = answer;
    noteEntry(this.anchor, answer);
    this.anchor.showWishes();
  }

  /** Looks something up in the same glossary. */
  ask(reference: string) {
    return whenReady(this.source, (found) =>
      lookUp(found, reference, this.#controller.signal),
    );
  }

  /** The answer is not needed any more. */
  abort(): void {
    this.#controller.abort();
  }
}
