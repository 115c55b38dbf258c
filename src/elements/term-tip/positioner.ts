import type {TipAnchor} from './anchor.js';
import {isInert, viewportOf} from './context.js';
import {type Box, lineAt, place, type Viewport} from './placement.js';

/** What a positioner reports about the words of its card. */
export interface PositionerEffects {
  /** The words are gone, or not to be seen any more. */
  lost(): void;
}

/**
 * Keeps an open card beside its words when they scroll, when the layout moves
 * them, or when they are animated. It measures once per frame, only while a
 * card is open, because words can move in many ways that have no event; the
 * card is changed only if they did.
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

  /**
   * Words that a scroll container clips are not visible, though they have a
   * position.
   */
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
    const viewport = viewportOf(card.ownerDocument);
    if (card.isConnected && this.#isSheet) {
      this.#placeSheet(viewport);
      return true;
    }
    const isThere =
      anchor.isConnected() && card.isConnected && !isInert(anchor.context);
    const lines = isThere ? anchor.rects() : [];
    const line = lines[Math.min(this.#line, lines.length - 1)];
    if (!line || this.#isClipped) {
      this.effects.lost();
      return this.#anchor !== undefined;
    }
    this.#box = line;
    const {left, top, right, bottom} = line;
    if (!this.#isNew([left, top, right, bottom, ...numbersOf(viewport)]))
      return true;
    const {style} = card;
    style.removeProperty('--_max-height');
    const box = card.getBoundingClientRect();
    const placed = place({
      line,
      width: box.width,
      height: box.height,
      viewport,
      rightToLeft: style.getPropertyValue('--_direction') === 'rtl',
      above: this.#above,
    });
    this.#above = placed.above;
    const offset = this.#px(placed.offset);
    this.#write({
      left: this.#px(placed.left),
      top: placed.above ? 'auto' : offset,
      bottom: placed.above ? offset : 'auto',
      'max-width': this.#px(placed.width),
      'max-height': this.#px(placed.height),
    });
    return true;
  }

  /** A sheet is at the bottom of what is on screen, as wide as that is. */
  #placeSheet(viewport: Viewport): void {
    if (!this.#isNew(numbersOf(viewport))) return;
    const {left, top, width, height, layoutHeight} = viewport;
    this.#write({
      left: this.#px(left),
      bottom: this.#px(Math.max(0, layoutHeight - top - height)),
      width: this.#px(width),
      'max-height': this.#px(height * SHEET),
    });
  }

  /** Whether anything has moved since the card was placed last. */
  #isNew(numbers: readonly number[]): boolean {
    const now = numbers.join(' ');
    const isNew = now !== this.#last;
    this.#last = now;
    return isNew;
  }

  /** Rectangles are of the window, lengths of a page that may be zoomed. */
  #px(length: number): string {
    return `${length / (this.card.currentCSSZoom ?? 1)}px`;
  }

  /**
   * Writes the position into custom properties of the card's style sheet, which
   * no rule of the page can override.
   */
  #write(place: Partial<Record<Length, string>>): void {
    const {style} = this.card;
    for (const name of LENGTHS) {
      const value = place[name];
      if (value === undefined) style.removeProperty(`--_${name}`);
      else style.setProperty(`--_${name}`, value);
    }
  }
}

const numbersOf = ({
  left,
  top,
  width,
  height,
  layoutHeight,
}: Viewport): readonly number[] => [left, top, width, height, layoutHeight];

const LENGTHS = [
  'left',
  'top',
  'bottom',
  'width',
  'max-width',
  'max-height',
] as const;
type Length = (typeof LENGTHS)[number];

/** Of a sheet, the part of the screen that it may cover. */
const SHEET = 0.8;
