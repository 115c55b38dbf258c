import {CLICKED, closestOutside, PRESSED} from './controls.js';
import {isTouch, type Signal, tipAround} from './signal.js';

// Events that are not seen outside a shadow root in which they only go from
// one element to another.
const WITHIN_ROOT = ['pointerover', 'focusin'];
const ANYWHERE = [
  ...WITHIN_ROOT,
  'pointerdown',
  'pointerup',
  'pointercancel',
  'click',
  'keydown',
];

/** Enter or Space, and no shortcut of the host. */
const isPress = ({key, ctrlKey, altKey, metaKey}: KeyboardEvent): boolean =>
  (key === 'Enter' || key === ' ') && !(ctrlKey || altKey || metaKey);

/** Callbacks for the events around tips. */
export interface TipEventsEffects {
  pass(signal: Signal): void;
  /** The keyboard may bring the focus to a tip next. */
  approach(): void;
  /** The reader presses a tip, whose attributes the host may have removed. */
  press(tip: HTMLElement): void;
  /** Whether a tap opens a card; if not, a link in the tip works as usual. */
  opensCards(): boolean;
}

/**
 * Translates what pointer, finger, keyboard and assistive technology do in a
 * document and its shadow roots into signals, and takes from the page what is
 * meant for a tip alone.
 */
export class TipEvents implements EventListenerObject {
  #seen: Event | undefined;
  #pointerType = '';

  constructor(readonly effects: TipEventsEffects) {}

  listenIn(root: Document | ShadowRoot): void {
    const types = root instanceof Document ? ANYWHERE : WITHIN_ROOT;
    for (const type of types) root.addEventListener(type, this, true);
  }

  /** Mentions are no elements: inside one the pointer enters nothing. */
  followPointer(root: Document | ShadowRoot): void {
    root.addEventListener('pointermove', this, {capture: true, passive: true});
  }

  unfollowPointer(root: Document | ShadowRoot): void {
    root.removeEventListener('pointermove', this, true);
  }

  handleEvent(event: Event): void {
    if (event === this.#seen) return; // by the listener of another root
    this.#seen = event;
    const [target] = event.composedPath();
    if (!(target instanceof Element)) return;
    const {type, timeStamp: time} = event;
    if (type === 'keydown') {
      const key = event as KeyboardEvent;
      if (isPress(key)) this.#activate(target, event);
      else if (key.key === 'Tab') this.effects.approach();
      return;
    }
    const pointer = event as PointerEvent;
    // Some engines give clicks no `pointerType`; the last pointer event has it.
    if (type === 'pointerdown') this.#pointerType = pointer.pointerType;
    const by = pointer.pointerType ?? (pointer.detail ? this.#pointerType : '');
    const isClick = type === 'click';
    // The second click of two selects the word.
    if (isClick && pointer.detail > 1 && !isTouch(by)) return;
    // Assistive technology clicks what it presses.
    if (isClick && !by && this.#activate(target, event)) return;
    const tip = tipFor(target, type);
    if (tip && isClick && isTouch(by) && this.effects.opensCards()) {
      // A tap opens the card; the way on is the link inside it.
      event.preventDefault();
      event.stopPropagation();
    }
    const {clientX: x, clientY: y} = pointer;
    const isDown = pointer.buttons > 0;
    this.effects.pass({type, target, tip, x, y, pointerType: by, isDown, time});
  }

  /**
   * Presses a tip that is a button itself. No other listener hears of it: a
   * label, a form or a row around the tip would take it for its own.
   *
   * @returns Whether it is.
   */
  #activate(target: Element, event: Event): boolean {
    if (target.localName !== 'term-tip') return false;
    const tip = target as HTMLElement;
    this.effects.press(tip);
    if (!tip.hasAttribute('tabindex')) return false;
    event.preventDefault();
    event.stopPropagation();
    if (!(event as KeyboardEvent).repeat)
      this.effects.pass({
        type: 'activate',
        target,
        tip,
        x: 0,
        y: 0,
        pointerType: '',
        isDown: false,
        time: event.timeStamp,
      });
    return true;
  }
}

/** The tip that an event is about. */
const tipFor = (target: Element, type: string): HTMLElement | undefined => {
  // What a control is for, a click does, whoever makes it.
  if (type === 'click' && closestOutside(target, CLICKED)) return undefined;
  return (
    tipAround(target) ??
    // The focus of a link around words is theirs.
    (type === 'focusin' && target.matches(`a,${PRESSED}`)
      ? target.querySelector<HTMLElement>('term-tip')
      : undefined) ??
    undefined
  );
};
