import type {TipAnchor} from './anchor.js';
import type {Timing} from './timing.js';

/** What made a card open; a press holds it open until the reader is done with it. */
export type Cause = 'hover' | 'focus' | 'press';

/** What an intent does, and what it needs for it. */
export interface IntentEffects {
  /** The reader may want this: ask for its data. */
  request(anchor: TipAnchor): void;
  show(anchor: TipAnchor, cause: Cause): void;
  hide(): void;
}

export interface Clock {
  now(): number;
  setTimeout(callback: () => void, ms: number): number;
  clearTimeout(timer: number | undefined): void;
}

/**
 * Decides from where pointer and focus are what the reader wants to see. It
 * knows no DOM: anchors are compared by their keys, and time is a clock's.
 *
 * A card that is open stays until the pointer has been away from the words and
 * the card for the grace time, so that it can be entered; a neighbour takes it
 * over at once, unless the pointer sweeps over it on its way.
 */
export class HoverIntent {
  #open: TipAnchor | undefined;
  #cause: Cause = 'hover';
  /** Under the pointer; not asked for if it is what is open. */
  #over: TipAnchor | undefined;
  /** The pointer is in the card, or on the words of the open one. */
  #isInCard = false;
  #requested: number | undefined;
  #showing: number | undefined;
  #hiding: number | undefined;
  #closedAt = -Infinity;
  #enteredAt = -Infinity;

  constructor(
    readonly effects: IntentEffects,
    readonly timing: Timing,
    readonly clock: Clock,
  ) {}

  /** What a card is open for. */
  get open(): TipAnchor | undefined {
    return this.#open;
  }

  get cause(): Cause {
    return this.#cause;
  }

  /**
   * The pointer is over an anchor, over the card, or over neither.
   *
   * @param at When it came there, if that was before now.
   */
  point(anchor: TipAnchor | undefined, inCard = false, at = this.clock.now()) {
    const same = anchor?.key === this.#over?.key;
    if (anchor?.key === this.#open?.key && anchor) inCard = true; // as good as in it
    this.#isInCard = inCard;
    if (inCard) this.#keep();
    if (same && (anchor || this.#hiding !== undefined)) return;
    this.#forget();
    this.#over = anchor;
    if (inCard) return;
    if (this.#open && this.#cause === 'hover') this.#leave();
    // What the reader has taken hold of, no pointer takes away.
    if (anchor && !(this.#open && this.#cause === 'press'))
      this.#enter(anchor, at);
  }

  /** The keyboard has moved the focus to an anchor, or away from one. */
  focus(anchor: TipAnchor | undefined): void {
    if (anchor) {
      if (anchor.key !== this.#open?.key) this.#show(anchor, 'focus');
      else this.#cause = 'focus';
    } else if (this.#open && this.#cause !== 'hover') {
      this.dismiss();
    }
  }

  /** An anchor was clicked, tapped or activated: its card opens, or closes. */
  press(anchor: TipAnchor): void {
    if (anchor.key === this.#open?.key && this.#cause === 'press') {
      this.dismiss();
    } else {
      this.#show(anchor, 'press');
    }
  }

  /** Closes what is open, and does not open what is under the pointer again. */
  dismiss(): void {
    this.#forget();
    this.#keep();
    if (!this.#open) return;
    // In a small frame the card may have been over its words.
    if (this.#isInCard) this.#over = this.#open;
    this.#open = undefined;
    this.#closedAt = this.clock.now();
    this.effects.hide();
  }

  /** The reader is at work in the card, selects text or holds the focus there: it stays. */
  hold(): void {
    this.#keep();
    this.#cause = 'press';
  }

  /** The reader has let go of the card: leaving it closes it again. */
  loosen(): void {
    this.#cause = 'hover';
  }

  /** The words are now another node: the framework has drawn them again. */
  replace(anchor: TipAnchor): void {
    if (this.#over?.key === this.#open?.key) this.#over = anchor;
    this.#open = anchor;
  }

  #enter(anchor: TipAnchor, at: number): void {
    const {timing, clock} = this;
    const now = clock.now();
    const isOpen = this.#open && this.#cause === 'hover';
    const isWarm = isOpen || now - this.#closedAt < timing.warm;
    const sweeps = isOpen && at - this.#enteredAt < timing.crossing;
    this.#enteredAt = at;
    const delay = sweeps ? timing.crossing : isWarm ? 0 : timing.show;
    const left = (ms: number) => Math.max(0, ms - (now - at));
    const show = () => {
      this.#show(anchor, 'hover');
    };
    if (left(delay) === 0) {
      show();
      return;
    }
    this.#requested = clock.setTimeout(
      () => {
        this.effects.request(anchor);
      },
      left(Math.min(timing.request, delay)),
    );
    this.#showing = clock.setTimeout(show, left(delay));
  }

  #show(anchor: TipAnchor, cause: Cause): void {
    this.#forget();
    this.#keep();
    this.#open = anchor;
    this.#cause = cause;
    this.effects.show(anchor, cause);
  }

  #leave(): void {
    this.#hiding ??= this.clock.setTimeout(() => {
      this.#hiding = undefined;
      // A neighbour that is about to open takes the card over: no gap between.
      if (this.#showing === undefined) this.dismiss();
    }, this.timing.grace);
  }

  #keep(): void {
    this.clock.clearTimeout(this.#hiding);
    this.#hiding = undefined;
  }

  #forget(): void {
    this.clock.clearTimeout(this.#requested);
    this.clock.clearTimeout(this.#showing);
    this.#requested = this.#showing = undefined;
  }
}
