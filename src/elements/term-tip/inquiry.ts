import {isThenable, whenReady} from '../../glossary/awaitable.js';
import type {LookUp, TipAnchor} from './anchor.js';
import {findSource, type SourceNamer} from './find-source.js';
import {lookUp} from './look-up.js';
import {ownerOf} from './owner.js';

/** The element that says which glossary an anchor reads: a linker speaks for its tips. */
const namerOf = ({element}: TipAnchor): SourceNamer =>
  (ownerOf(element) as SourceNamer | undefined) ?? element;

/**
 * One question to the glossary, from the moment that somebody may want the
 * answer. An answer that is in memory is there at once.
 */
export class Inquiry {
  answer: LookUp = {status: 'loading'};
  /** What was asked; the anchor may name something else by now. */
  readonly reference: string;
  readonly source;
  readonly #controller = new AbortController();

  /** @param settled Called when a late answer has come, unless it was dropped. */
  constructor(
    readonly anchor: TipAnchor,
    settled: () => void,
  ) {
    this.reference = anchor.reference;
    this.source = findSource(namerOf(anchor), anchor.surroundings);
    const answer = this.ask(this.reference);
    if (isThenable(answer)) {
      void answer.then((late) => {
        if (this.#controller.signal.aborted) return;
        this.answer = late;
        settled();
      });
    } else {
      this.answer = answer;
    }
  }

  /** Looks something up in the same glossary. */
  ask(reference: string) {
    return whenReady(this.source, (found) =>
      lookUp(found, reference, this.#controller.signal),
    );
  }

  /** Nobody wants to know any more. */
  drop(): void {
    this.#controller.abort();
  }
}
