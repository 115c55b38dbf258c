import {preferences} from '../../page/preferences/preferences.js';
import {TermErrorEvent} from '../../page/events.js';
import {warnOnce} from '../../glossary/warnings.js';
import type {AnchorProvider, LookUp, TipAnchor} from './anchor.js';
import {CardDisplay} from './card-display.js';
import type {CardOwner} from './card-contract.js';
import {CLICKED, closestOutside, LINK} from './controls.js';
import {type Cause, HoverIntent, type IntentEffects} from './hover-intent.js';
import {Inquiry} from './inquiry.js';
import {focused, listenToKeys} from './keys.js';
import {isQuiet} from './quiet.js';
import {isTouch, type Signal, type Spot, tipAround} from './signal.js';
import {timing} from './timing.js';
import {tipAnchor} from './tip-anchor.js';

/** On a screen this small a card that a finger opens is a sheet at its bottom. */
const SMALL = '(max-width: 40rem), (max-height: 30rem)';

/** Pixels that the pointer moves while it is down, when text is being selected. */
const DRAG = 4;

/** What the loader knows of the page. */
export interface TipsPage {
  /** Documents and shadow roots that have tips. */
  roots(): Iterable<Document | ShadowRoot>;
  /** Who knows of mentions that are no elements, by root. */
  readonly providers: ReadonlyMap<Node, ReadonlySet<AnchorProvider>>;
}

/**
 * The tips of a page once somebody has touched one: it hears what pointer,
 * finger and keyboard do, lets `HoverIntent` decide what is to be seen, asks
 * the glossary, and has the one card that all tips share shown.
 */
export class Tips implements IntentEffects, CardOwner {
  readonly #intent: HoverIntent;
  readonly #display: CardDisplay;
  #inquiry: Inquiry | undefined;
  #late = 0;
  /** The last that was heard of the pointer. */
  #pointer: Signal | undefined;
  /** Where the pointer went down inside the card, and what had opened it. */
  #grip: Signal | undefined;
  #isFocusInside = false;
  /** The reader came by the keyboard, and goes on in the card. */
  #enters = false;
  /** Focus on this is a return, not a wish to read. */
  #returning: Element | null | undefined;

  constructor(readonly page: TipsPage) {
    this.#intent = new HoverIntent(this, timing, {
      now: () => performance.now(),
      setTimeout: (callback, ms) => window.setTimeout(callback, ms),
      clearTimeout: (timer) => {
        clearTimeout(timer);
      },
    });
    this.#display = new CardDisplay(this, () => {
      this.#lost();
    });
    listenToKeys(this.#display.element, {
      anchor: () => this.#display.anchor,
      isSheet: () => this.#display.isSheet,
      close: () => {
        this.close();
      },
    });
    document.documentElement.addEventListener('pointerleave', () => {
      this.#intent.point(undefined);
    });
    addEventListener('blur', () => {
      this.#returning = focused(); // the window will give it back
      // What has the focus now keeps Escape to itself.
      if (document.activeElement?.matches('iframe')) this.#intent.dismiss();
    });
    void import('./besides.js').then(
      ({addBesides}) => {
        addBesides(page, this.#display, this);
      },
      () => undefined, // cards open all the same
    );
  }

  /** Takes note of what happened. */
  handle(signal: Signal): void {
    switch (signal.type) {
      case 'pointerover':
      case 'pointermove':
        this.#move(signal);
        break;
      case 'pointerdown':
        this.#press(signal);
        break;
      case 'pointerup':
      case 'pointercancel':
        this.#release(signal);
        break;
      case 'focusin':
        this.#focus(signal);
        break;
      case 'click':
        this.#click(signal);
        break;
      case 'activate':
        this.#activate(signal);
    }
  }

  /** An attribute of a tip has changed. */
  changed(tip: HTMLElement): void {
    const {open} = this.#intent;
    if (open?.element !== tip || !this.#inquiry) return;
    if (this.#inquiry.reference !== open.reference) this.retry();
    else if (this.#display.anchor) this.#display.changeValue(open);
  }

  /** Asks for what tips will want to show. */
  preload(tips: readonly HTMLElement[]): void {
    for (const tip of tips) new Inquiry(tipAnchor(tip), () => undefined);
  }

  request(anchor: TipAnchor): void {
    this.#inquire(anchor);
  }

  show(anchor: TipAnchor, cause: Cause): void {
    clearTimeout(this.#late);
    if (this.#inquire(anchor).answer.status !== 'loading') {
      this.#present();
      return;
    }
    this.#display.close();
    this.#late = window.setTimeout(
      () => {
        this.#present();
      },
      cause === 'hover' ? timing.loading : timing.request,
    );
  }

  hide(): void {
    clearTimeout(this.#late);
    this.#inquiry?.drop();
    this.#inquiry = undefined;
    this.#isFocusInside = this.#enters = false;
    this.#grip = undefined;
    this.#display.close();
  }

  /** Closes the card, and gives the focus back if it is there. */
  close(): void {
    const {anchor} = this.#display;
    if (this.#isFocusInside && anchor?.focusable) {
      this.#returning = anchor.focusable;
      anchor.focusable.focus({preventScroll: true});
    }
    this.#intent.dismiss();
  }

  retry(): void {
    const {open} = this.#intent;
    if (!open) return;
    this.#inquiry?.drop();
    this.#inquiry = undefined;
    const {answer} = this.#inquire(open);
    if (this.#display.anchor) this.#display.update(answer);
    if (answer.status !== 'loading') this.#present();
  }

  /** What the open card is read from. */
  get source() {
    return this.#inquiry?.source;
  }

  lookUp(reference: string) {
    return this.#inquiry?.ask(reference) ?? {status: 'missing' as const};
  }

  #inquire(anchor: TipAnchor): Inquiry {
    let inquiry = this.#inquiry;
    if (
      inquiry?.anchor.key !== anchor.key ||
      inquiry.reference !== anchor.reference ||
      inquiry.answer.status === 'failed'
    ) {
      inquiry?.drop();
      inquiry = this.#inquiry = new Inquiry(anchor, () => {
        if (this.#intent.open?.key === anchor.key) this.#present();
      });
    }
    return inquiry;
  }

  /** Shows what is known of what is to be shown. */
  #present(): void {
    const {open, cause} = this.#intent;
    const answer = this.#inquiry?.answer;
    if (!open || !answer) return;
    clearTimeout(this.#late);
    if (answer.status === 'missing' || answer.status === 'failed')
      this.#report(open, answer);
    const isShown = this.#display.anchor?.key === open.key;
    const isAsked = cause === 'press' || isShown;
    if (!isAsked && (answer.status === 'missing' || isUnwanted(answer))) {
      this.#intent.dismiss();
      return;
    }
    const isSheet =
      cause === 'press' &&
      isTouch(this.#pointer?.pointerType ?? '') &&
      window.matchMedia(SMALL).matches;
    if (isShown) {
      this.#display.update(answer);
    } else {
      const point = cause === 'focus' ? undefined : this.#pointer;
      this.#display.open(open, answer, {point, isSheet});
    }
    if (isSheet || this.#enters) this.#display.focus();
  }

  #report(anchor: TipAnchor, answer: LookUp): void {
    const {reference, element} = anchor;
    const event = new TermErrorEvent(
      reference,
      answer.status === 'failed'
        ? answer.error
        : `"${reference}" is not in the glossary. Check the spelling.`,
    );
    warnOnce(event.code, `<${element.localName}>: ${event.message}`);
    element.dispatchEvent(event);
  }

  /** The words have gone; a framework may have drawn them again in the same place. */
  #lost(): void {
    const {open} = this.#intent;
    const words = this.#display.words;
    const target = words && elementAt(words);
    const anchor =
      target && this.#anchorAt({target, tip: tipAround(target), ...words});
    if (
      open &&
      !open.isConnected() &&
      anchor?.isConnected() &&
      anchor.reference === open.reference
    ) {
      this.#intent.replace(anchor);
      this.#display.replace(anchor);
    } else {
      this.close();
    }
  }

  #anchorAt({target, tip, x, y}: Spot): TipAnchor | undefined {
    if (tip) return tipAnchor(tip);
    for (const provider of this.page.providers.get(target.getRootNode()) ??
      []) {
      const anchor = provider.anchorAt(target, x, y);
      if (anchor) return anchor;
    }
    return undefined;
  }

  #move(signal: Signal): void {
    if (isTouch(signal.pointerType)) return;
    this.#pointer = signal;
    if (this.#grip) return; // text is being selected, wherever that leads
    const {target} = signal;
    const isInCard = this.#display.contains(target);
    const anchor = isInCard ? undefined : this.#anchorAt(signal);
    const wanted = anchor && !isQuiet(anchor.reference) ? anchor : undefined;
    this.#intent.point(wanted, isInCard, signal.time);
  }

  #press(signal: Signal): void {
    this.#pointer = signal;
    const {open, cause} = this.#intent;
    if (this.#display.contains(signal.target)) {
      if (cause !== 'hover') return;
      this.#grip = signal;
      this.#intent.hold();
    } else if (open && this.#anchorAt(signal)?.key !== open.key) {
      this.#intent.dismiss();
    }
  }

  #release({x, y}: Signal): void {
    const grip = this.#grip;
    this.#grip = undefined;
    // A click is over; a selection is to stay until the reader is done with it.
    if (grip && Math.hypot(x - grip.x, y - grip.y) < DRAG)
      this.#intent.loosen();
  }

  #focus({target, tip}: Signal): void {
    const isReturn = target === this.#returning;
    this.#returning = undefined;
    if (this.#display.contains(target)) {
      this.#isFocusInside = true;
      if (target.matches(':focus-visible')) this.#intent.hold();
      return;
    }
    const wasInside = this.#isFocusInside;
    this.#isFocusInside = false;
    if (isReturn) return;
    const anchor = tip ? tipAnchor(tip) : undefined;
    if (
      anchor &&
      target.matches(':focus-visible') &&
      !isQuiet(anchor.reference)
    ) {
      this.#intent.focus(anchor);
    } else if (wasInside || this.#intent.cause === 'focus') {
      this.#intent.focus(undefined);
    }
  }

  #click(signal: Signal): void {
    const {target, pointerType} = signal;
    if (this.#display.contains(target)) return;
    if (!isTouch(pointerType) && closestOutside(target, LINK)) return;
    // No tip, or painted words in a control, which the click is for.
    if (!signal.tip && closestOutside(target, CLICKED)) return;
    const anchor = this.#anchorAt(signal);
    if (!anchor) return;
    this.#pointer = signal;
    this.#enters = !pointerType;
    this.#intent.press(anchor);
  }

  #activate({tip}: Signal): void {
    this.#pointer = undefined; // no pointer has to do with it
    this.#enters = true;
    this.#intent.press(tipAnchor(tip!));
  }
}

/** The innermost element at a point, in whichever shadow root. */
const elementAt = (
  {x, y}: {readonly x: number; readonly y: number},
  root: DocumentOrShadowRoot = document,
): Element | null => {
  const element = root.elementFromPoint(x, y);
  const inner = element?.shadowRoot;
  return inner && inner !== root ? elementAt({x, y}, inner) : element;
};

/** An entry that the reader knows, or that is too easy for them. */
const isUnwanted = (answer: LookUp): boolean => {
  if (answer.status !== 'found' || answer.entries.length !== 1) return false;
  const {id, difficulty} = answer.entries[0]!.term;
  return (
    preferences.knows(id) ||
    (difficulty !== undefined && difficulty < preferences.current.difficulty)
  );
};
