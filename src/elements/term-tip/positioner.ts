import type {TipAnchor} from './anchor.js';
import {type Box, lineAt, place} from './placement.js';

/** What becomes of a card whose words have moved. */
export interface PositionerEffects {
  /** The words are gone, or not to be seen any more. */
  lost(): void;
}

/**
 * Keeps an open card beside its words: wherever they scroll, are moved by the
 * layout or animated to. It looks once a frame, and only while a card is open,
 * which is right for every way in which words can move; the card is touched
 * only when they did.
 */
export class Positioner {
  #frame = 0;
  #anchor: TipAnchor | undefined;
  #line = 0;
  #box: Box | undefined;
  #above: boolean | undefined;
  #last = '';
  #observer: IntersectionObserver | undefined;
  #isClipped = false;
  #isSheet = false;

  constructor(
    readonly card: HTMLElement,
    readonly effects: PositionerEffects,
  ) {
    card.addEventListener('card-change', () => {
      this.#last = '';
      if (this.#anchor) this.#place();
    });
  }

  /**
   * Places the card at the line that is nearest to a point, and goes on. A
   * sheet has its place already, and outlives its words.
   */
  start(
    anchor: TipAnchor,
    point: {readonly x: number; readonly y: number} | undefined,
    isSheet: boolean,
  ): void {
    this.stop();
    this.#anchor = anchor;
    this.#isSheet = isSheet;
    this.#line = point ? lineAt(anchor.rects(), point.x, point.y) : 0;
    this.#above = undefined;
    this.#watch();
    this.#place();
    this.#next();
  }

  /** The middle of the line that the card was placed at last. */
  get words(): {readonly x: number; readonly y: number} | undefined {
    const box = this.#box;
    return (
      box && {x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2}
    );
  }

  /** The same words are another node now. */
  replace(anchor: TipAnchor): void {
    this.#anchor = anchor;
    this.#watch();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#observer?.disconnect();
    this.#anchor = this.#box = undefined;
    this.#isClipped = false;
    this.#last = '';
  }

  /** What a scrolling box cuts off is not to be seen, though it has a place. */
  #watch(): void {
    this.#observer?.disconnect();
    const element = this.#anchor?.element;
    if (!element || this.#anchor?.key !== element || this.#isSheet) return;
    let wasSeen = false; // a page may still be scrolling to it
    this.#observer = new IntersectionObserver((entries) => {
      const isSeen = entries.at(-1)!.isIntersecting;
      wasSeen ||= isSeen;
      this.#isClipped = wasSeen && !isSeen;
    });
    this.#observer.observe(element);
  }

  #next(): void {
    this.#frame = requestAnimationFrame(() => {
      if (!this.#anchor) return;
      if (this.#place()) this.#next();
    });
  }

  /** Whether there is still something to follow. */
  #place(): boolean {
    const {card} = this;
    const anchor = this.#anchor!;
    const {style} = card;
    if (card.isConnected && this.#isSheet) {
      for (const side of SIDES) style.removeProperty(side);
      return true;
    }
    const isThere = anchor.isConnected() && card.isConnected;
    const lines = isThere ? anchor.rects() : [];
    const line = lines[Math.min(this.#line, lines.length - 1)];
    if (!line || this.#isClipped) {
      this.effects.lost();
      return this.#anchor !== undefined;
    }
    const {clientWidth: width, clientHeight: height} =
      card.ownerDocument.documentElement;
    this.#box = line;
    const now = `${line.left} ${line.top} ${line.right} ${line.bottom} ${width} ${height}`;
    if (now === this.#last) return true;
    this.#last = now;
    style.maxBlockSize = '';
    const box = card.getBoundingClientRect();
    const placed = place({
      line,
      width: box.width,
      height: box.height,
      viewport: {width, height},
      rightToLeft: style.direction === 'rtl',
      above: this.#above,
    });
    this.#above = placed.above;
    // Rectangles are of the window, lengths of a page that may be zoomed.
    const px = (length: number) => `${length / (card.currentCSSZoom ?? 1)}px`;
    const offset = px(placed.offset);
    style.left = px(placed.left);
    style.top = placed.above ? 'auto' : offset;
    style.bottom = placed.above ? offset : 'auto';
    style.maxBlockSize = px(placed.height);
    return true;
  }
}

const SIDES = ['left', 'top', 'bottom', 'max-block-size'];
