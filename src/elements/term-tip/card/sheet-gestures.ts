/** Pixels that a finger moves before it is clear where it goes. */
const SLOP = 8;
/** Milliseconds; who rests longer than this selects text. */
const REST = 400;
/** Of the height of a sheet: drawn down so far, it goes. */
const FAR = 0.3;
/** Pixels a millisecond: so fast, it goes however far it is. */
const FAST = 0.5;

/** What has gestures and keys of its own. */
const FIELDS = 'input, select, textarea';

/** Where a finger came down on a sheet, and since when it draws the sheet. */
interface Swipe {
  readonly x: number;
  readonly y: number;
  readonly time: number;
  isDrawing: boolean;
}

/**
 * What a finger does to a sheet: drawn down from its top it closes, as does a
 * press beside it. The page behind does not scroll, by finger, wheel or key.
 *
 * It listens at the window: what happens on a backdrop, Chromium scrolls by
 * without asking the listeners of its dialog.
 */
export class SheetGestures implements EventListenerObject {
  readonly #listening = new AbortController();
  #swipe: Swipe | undefined;
  #isPressedBeside = false;

  constructor(
    readonly dialog: HTMLElement,
    readonly close: () => void,
  ) {
    const {signal} = this.#listening;
    for (const type of [
      'touchstart',
      'touchmove',
      'touchend',
      'touchcancel',
      'wheel',
      'pointerdown',
      'click',
      'keydown',
    ])
      addEventListener(type, this, {capture: true, passive: false, signal});
  }

  end(): void {
    this.#listening.abort();
  }

  handleEvent(event: Event): void {
    const {dialog} = this;
    switch (event.type) {
      case 'pointerdown':
        this.#isPressedBeside = isBeside(dialog, event as PointerEvent);
        break;
      case 'click':
        if (this.#isPressedBeside && isBeside(dialog, event as PointerEvent))
          this.close();
        break;
      case 'wheel':
        // Pinching is the browser's.
        if (!(event as WheelEvent).ctrlKey) holdPage(dialog, event);
        break;
      case 'keydown':
        holdKey(dialog, event as KeyboardEvent);
        break;
      case 'touchstart':
        this.#start(dialog, event as TouchEvent);
        break;
      case 'touchmove':
        this.#move(dialog, event as TouchEvent);
        break;
      default:
        this.#end(dialog, event as TouchEvent);
    }
  }

  #start(dialog: HTMLElement, event: TouchEvent): void {
    const [touch, second] = event.touches;
    const isField = targetOf(event).matches(FIELDS);
    this.#swipe =
      touch && !second && !isField && dialog.scrollTop <= 0
        ? {
            x: touch.clientX,
            y: touch.clientY,
            time: event.timeStamp,
            isDrawing: false,
          }
        : undefined;
  }

  #move(dialog: HTMLElement, event: TouchEvent): void {
    const [touch, second] = event.touches;
    if (!touch || second) return; // pinching
    const swipe = this.#swipe;
    if (swipe && !swipe.isDrawing) {
      const down = touch.clientY - swipe.y;
      const aside = Math.abs(touch.clientX - swipe.x);
      const hasRested = event.timeStamp - swipe.time > REST;
      if (hasRested || down < -SLOP || aside > Math.max(SLOP, down))
        this.#swipe = undefined;
      else swipe.isDrawing = down > SLOP;
    }
    if (swipe?.isDrawing) {
      event.preventDefault();
      draw(dialog, touch.clientY - swipe.y);
    } else {
      holdPage(dialog, event);
    }
  }

  #end(dialog: HTMLElement, event: TouchEvent): void {
    const swipe = this.#swipe;
    this.#swipe = undefined;
    if (!swipe?.isDrawing) return;
    const way = event.changedTouches[0]!.clientY - swipe.y;
    const isFast = way / (event.timeStamp - swipe.time) > FAST;
    const isFar = way > dialog.offsetHeight * FAR;
    draw(dialog, 0);
    if (event.type === 'touchend' && (isFar || isFast)) this.close();
  }
}

/** What an event is about, in whichever shadow root. */
const targetOf = (event: Event): Element => event.composedPath()[0] as Element;

/** Moves a sheet by a number of pixels, downward only. */
const draw = (dialog: HTMLElement, by: number): void => {
  if (by > 0) dialog.style.setProperty('--_drawn', `${by}px`);
  else dialog.style.removeProperty('--_drawn');
};

/** What cannot scroll hands on to the page; what can contains it by its style. */
const holdPage = (dialog: HTMLElement, event: Event): void => {
  const scrolls = dialog.scrollHeight > dialog.clientHeight;
  const isBehind = targetOf(event) === dialog && isBeside(dialog, event);
  if ((isBehind || !scrolls) && event.cancelable) event.preventDefault();
};

/** Keys that scroll, and whether they do so downward. */
const SCROLLING: Readonly<Record<string, boolean>> = {
  ArrowUp: false,
  PageUp: false,
  Home: false,
  ArrowDown: true,
  PageDown: true,
  End: true,
  ' ': true,
};

/** A key that the sheet has no use for would scroll the page. */
const holdKey = (dialog: HTMLElement, event: KeyboardEvent): void => {
  const {key, shiftKey} = event;
  const target = targetOf(event);
  let isDown = SCROLLING[key];
  if (isDown === undefined || target.matches(FIELDS)) return;
  if (key === ' ') {
    if (target.matches('button')) return;
    isDown = !shiftKey;
  }
  const {scrollTop, scrollHeight, clientHeight} = dialog;
  // Less than a pixel is rounding.
  const left = isDown ? scrollHeight - clientHeight - scrollTop : scrollTop;
  if (left < 1) event.preventDefault();
};

/** Whether something happened beside a dialog: its backdrop is the dialog too. */
const isBeside = (dialog: HTMLElement, event: Event): boolean => {
  const {clientX: x, clientY: y} =
    (event as TouchEvent).touches?.[0] ?? (event as MouseEvent);
  const {left, top, right, bottom} = dialog.getBoundingClientRect();
  return x < left || x > right || y < top || y > bottom;
};
