import type {AnchorProvider, TipAnchor} from './anchor.js';
import {CardPresenter, type Reader} from './card-presenter.js';
import {removeRemains} from '../../page/host-traces/remains.js';
import {isBehind} from './context.js';
import {CLICKED, closestOutside, LINK} from './controls.js';
import {type Cause, HoverIntent, type IntentEffects} from './hover-intent.js';
import {describeAgain, describeAhead} from './describe.js';
import {focused, listenToKeys} from './keys.js';
import {isMuted} from './muted.js';
import {isTouch, type Signal, type Spot} from './signal.js';
import {timing} from './timing.js';
import {isStated} from './reference.js';
import {tipAnchor} from './tip-anchor.js';
import {tipBeside} from './tip-order.js';

/** Pixels that the pointer moves while it is down, when text is being selected. */
const DRAG = 4;

/** The state that the loader shares. */
export interface TipsPage {
  /** Documents and shadow roots that have tips. */
  roots(): Iterable<Document | ShadowRoot>;
  /** Objects that know mentions which are no elements, by root. */
  readonly providers: ReadonlyMap<Node, ReadonlySet<AnchorProvider>>;
  /** Gives a tip back at once what the host has taken away, such as its `tabindex`. */
  restoreNow(tip: HTMLElement): void;
}

/**
 * The tips of a page once one has been touched: it hears what pointer, finger
 * and keyboard do, lets `HoverIntent` decide what is to be seen, and has a
 * `CardPresenter` show it.
 */
export class Tips implements IntentEffects, Reader {
  readonly intent: HoverIntent;
  pointer: Signal | undefined;
  entersCard = false;
  readonly #presenter: CardPresenter;
  /** Where the pointer went down inside the card, and what had opened it. */
  #grip: Signal | undefined;
  #isFocusInside = false;
  /** Focus that returns here does not open a card. */
  #returning: Element | null | undefined;
  /** Loaded with the first tip whose author wants its term in the page's data. */
  #stateMention: ((tip: HTMLElement) => Promise<void>) | undefined;

  constructor(readonly page: TipsPage) {
    this.intent = new HoverIntent(this, timing, {
      now: () => performance.now(),
      setTimeout: (callback, ms) => window.setTimeout(callback, ms),
      clearTimeout: (timer) => {
        clearTimeout(timer);
      },
    });
    for (const root of page.roots()) removeRemains(root);
    const presenter = (this.#presenter = new CardPresenter(this));
    const {display} = presenter;
    listenToKeys(display.element, {
      anchor: () => display.anchor,
      isSheet: () => display.isSheet,
      isPinned: () => this.intent.cause === 'press',
      approach: (from, isBackward) => {
        this.#approach(from, isBackward);
      },
      close: () => {
        this.close();
      },
    });
    document.documentElement.addEventListener('pointerleave', () => {
      this.intent.point(undefined);
    });
    // What is in front of the page then, or was when it is shown again, is not known.
    for (const type of ['pagehide', 'fullscreenchange'])
      addEventListener(type, () => {
        this.#grip = this.pointer = undefined;
        this.intent.dismiss();
      });
    addEventListener('blur', () => {
      this.#returning = focused(); // the window will give it back
      // What has the focus now keeps Escape to itself.
      if (document.activeElement?.matches('iframe')) this.intent.dismiss();
    });
    void import('./card-enhancements.js').then(
      ({enhanceCards}) => {
        enhanceCards(page, display, presenter);
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

  /** Tips have come into the page, perhaps with what else was saved of one. */
  joined(tips: readonly HTMLElement[]): void {
    for (const root of new Set(tips.map((tip) => tip.getRootNode())))
      removeRemains(root as Document | ShadowRoot);
  }

  /** The host had removed attributes of a tip: what else was on it is there again, too. */
  restored(tip: HTMLElement, isRefocused: boolean): void {
    if (isRefocused) this.#returning = tip;
    if (!isMuted(tipAnchor(tip))) describeAgain(tip);
    const {anchor} = this.#presenter.display;
    if (anchor?.element === tip) anchor.setOpen(true);
  }

  /**
   * An attribute of a tip has changed, or its glossary.
   *
   * @param isOther It may name something else now.
   */
  changed(tip: HTMLElement, isOther: boolean): void {
    this.#presenter.changed(tip);
    if (isOther) void this.#stateMention?.(tip);
  }

  /** Requests what tips will want to show, and describes them. */
  preload(tips: readonly HTMLElement[]): void {
    for (const tip of tips) describeAhead(tipAnchor(tip));
    const stated = tips.filter(isStated);
    if (stated.length)
      void import('./tip-mentions.js').then(
        ({stateMention}) => {
          this.#stateMention = stateMention;
          for (const tip of stated) void stateMention(tip);
        },
        () => undefined, // readers miss nothing
      );
  }

  request(anchor: TipAnchor): void {
    this.#presenter.request(anchor);
  }

  show(anchor: TipAnchor, cause: Cause): void {
    this.#presenter.show(anchor, cause);
  }

  hide(): void {
    this.#isFocusInside = this.entersCard = false;
    this.#grip = undefined;
    this.#presenter.hide();
  }

  close(): void {
    const {anchor} = this.#presenter.display;
    if (this.#isFocusInside && anchor) this.page.restoreNow(anchor.element);
    const focusable = this.#isFocusInside ? anchor?.focusable : undefined;
    // A sheet has made the words inert, and gives the focus back itself when it goes.
    this.#returning = focusable;
    this.intent.dismiss();
    if (!focusable || focused() === focusable) return;
    this.#returning = focusable;
    focusable.focus({preventScroll: true});
  }

  anchorAt({target, tip, x, y}: Spot): TipAnchor | undefined {
    if (tip) return tipAnchor(tip);
    for (const provider of this.page.providers.get(target.getRootNode()) ??
      []) {
      const anchor = provider.anchorAt(target, x, y);
      if (anchor) return anchor;
    }
    return undefined;
  }

  #isInCard(node: Node): boolean {
    return this.#presenter.display.contains(node);
  }

  #move(signal: Signal): void {
    if (isTouch(signal.pointerType)) return;
    this.pointer = signal;
    if (this.#grip) return; // text is being selected, wherever that leads
    const isInCard = this.#isInCard(signal.target);
    // Who drags over words selects them, or moves something.
    const isPassing = isInCard || signal.isDown;
    const anchor = isPassing ? undefined : this.anchorAt(signal);
    const wanted = anchor && !isMuted(anchor) ? anchor : undefined;
    this.intent.point(wanted, isInCard, signal.time);
  }

  #press(signal: Signal): void {
    this.pointer = signal;
    const {open, cause} = this.intent;
    if (this.#isInCard(signal.target)) {
      if (cause !== 'hover') return;
      this.#grip = signal;
      this.intent.hold();
    } else if (open && this.anchorAt(signal)?.key !== open.key) {
      this.intent.dismiss();
    }
  }

  #release({x, y}: Signal): void {
    const grip = this.#grip;
    this.#grip = undefined;
    // A click is over; a selection is to stay until the reader is done with it.
    if (grip && Math.hypot(x - grip.x, y - grip.y) < DRAG) this.intent.loosen();
  }

  #focus({target, tip}: Signal): void {
    const isReturn = target === this.#returning;
    this.#returning = undefined;
    if (this.#isInCard(target)) {
      this.#isFocusInside = true;
      if (target.matches(':focus-visible')) this.intent.hold();
      return;
    }
    const wasInside = this.#isFocusInside;
    this.#isFocusInside = false;
    if (isReturn) return;
    const {open} = this.intent;
    if (open && isBehind(open.context, target)) this.intent.dismiss();
    const anchor = tip ? tipAnchor(tip) : undefined;
    if (anchor && target.matches(':focus-visible') && !isMuted(anchor)) {
      this.intent.focus(anchor);
    } else if (wasInside || this.intent.cause === 'focus') {
      this.intent.focus(undefined);
    }
  }

  #click(signal: Signal): void {
    const {target, pointerType} = signal;
    if (this.#isInCard(target)) return;
    if (!isTouch(pointerType) && closestOutside(target, LINK)) return;
    // No tip, or painted words in a control, which the click is for.
    if (!signal.tip && closestOutside(target, CLICKED)) return;
    const anchor = this.anchorAt(signal);
    if (!anchor) return;
    this.pointer = signal;
    this.entersCard = !pointerType;
    this.intent.press(anchor);
  }

  /** The keyboard comes to a tip next, or soon: it is described when it has the focus. */
  #approach(from: Element, isBackward: boolean): void {
    const tip = tipBeside(from, isBackward);
    const anchor = tip && tipAnchor(tip);
    if (anchor && !isMuted(anchor)) describeAhead(anchor);
  }

  #activate({tip}: Signal): void {
    this.pointer = undefined; // no pointer has to do with it
    this.entersCard = true;
    this.intent.press(tipAnchor(tip!));
  }
}
