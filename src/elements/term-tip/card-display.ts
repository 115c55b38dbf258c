import type {Entry} from '../../glossary/source.js';
import {
  TermCloseEvent,
  TermDwellEvent,
  TermOpenEvent,
} from '../../page/events.js';
import {preferences} from '../../page/preferences/preferences.js';
import type {LookUp, TipAnchor} from './anchor.js';
import type {CardController} from './card-contract.js';
import {TipCard} from './card/tip-card.js';
import {describe, undescribe} from './describe.js';
import {fadesRead} from './muted.js';
import {Positioner} from './positioner.js';
import {slottedOf} from './slotted.js';
import {cardPlace, takeLook} from './context.js';
import {timing} from './timing.js';

/** How a card comes onto the screen. */
export interface Opening {
  /** Where the pointer is, if it has to do with it. */
  readonly point: {readonly x: number; readonly y: number} | undefined;
  readonly isSheet: boolean;
  /** It stays until the reader closes it. */
  readonly isPinned: boolean;
}

/**
 * The one card of a document on screen: it is put where it can be seen and
 * used, looks as if it stood beside its words, follows them, and reports to the page
 * and assistive technology of itself.
 */
export class CardDisplay {
  readonly #card: TipCard;
  readonly #positioner: Positioner;
  #anchor: TipAnchor | undefined;
  #dwell = 0;

  /** @param lost Called when the words of the open card have gone. */
  constructor(controller: CardController, lost: () => void) {
    this.#card = new TipCard(document, controller);
    this.element.popover = 'manual';
    this.#positioner = new Positioner(this.element, {lost});
  }

  get element(): HTMLElement {
    return this.#card.element;
  }

  /** What the card is on screen for. */
  get anchor(): TipAnchor | undefined {
    return this.#anchor;
  }

  get isSheet(): boolean {
    return this.#anchor !== undefined && this.#card.sheet;
  }

  /** Whether a node is in the card: in its shadow root, or slotted. */
  contains(node: Node): boolean {
    return (
      this.element.contains(node) ||
      node.getRootNode() === this.element.shadowRoot
    );
  }

  open(
    anchor: TipAnchor,
    answer: LookUp,
    {point, isSheet, isPinned}: Opening,
  ): void {
    const {element} = this;
    this.#conclude();
    this.#card.withdraw();
    this.#anchor = anchor;
    const place = cardPlace(anchor.context);
    if (element.parentNode !== place) place.append(element);
    takeLook(element, anchor.context);
    this.#card.sheet = isSheet;
    this.#card.pinned = isPinned;
    this.#card.open({
      title: anchor.text,
      answer,
      value: anchor.value,
      valueLabel: anchor.valueLabel,
      href: anchor.href,
      images: anchor.element.getAttribute('images') ?? '',
      slotted: slottedOf(anchor.element),
    });
    if (!element.matches(':popover-open')) element.showPopover();
    this.#card.present();
    this.#positioner.start(anchor, point, isSheet);
    if (this.#anchor !== anchor) return; // it has no place in the page
    describe(anchor, answer);
    anchor.setOpen(true);
    anchor.element.dispatchEvent(new TermOpenEvent(anchor.reference, this.#id));
    this.#dwell = window.setTimeout(() => {
      const id = this.#id;
      anchor.element.dispatchEvent(new TermDwellEvent(anchor.reference, id));
      if (id !== undefined && fadesRead(anchor.context))
        preferences.markRead(id);
    }, timing.dwell);
  }

  /** The answer for the open card has come. */
  update(answer: LookUp, isPinned = this.#card.pinned): void {
    this.#card.pinned = isPinned;
    this.#card.update(answer);
    if (this.#anchor) describe(this.#anchor, answer);
  }

  /** The host has a new value for the open card. */
  changeValue({value, valueLabel}: TipAnchor): void {
    this.#card.setValue(value, valueLabel);
  }

  /** The words of the open card are another node now. */
  replace(anchor: TipAnchor): void {
    this.#anchor?.setOpen(false);
    this.#anchor = anchor;
    anchor.setOpen(true);
    this.#positioner.replace(anchor);
    this.changeValue(anchor);
  }

  focus(): void {
    this.#card.focus();
  }

  close(): void {
    this.#conclude();
    this.#card.withdraw();
    if (this.element.matches(':popover-open')) this.element.hidePopover();
    this.element.remove();
  }

  /** A place on the words: where another node may stand for them. */
  get words(): {readonly x: number; readonly y: number} | undefined {
    return this.#positioner.words;
  }

  /** The entry that is on screen, or was last. */
  get entry(): Entry | undefined {
    return this.#card.entry;
  }

  get #id(): string | undefined {
    return this.entry?.term.id;
  }

  #conclude(): void {
    const anchor = this.#anchor;
    clearTimeout(this.#dwell);
    this.#positioner.stop();
    this.#anchor = undefined;
    if (!anchor) return;
    anchor.setOpen(false);
    // A link or a control is there for more than its words.
    if (anchor.focusable !== anchor.element) undescribe(anchor.focusable);
    anchor.element.dispatchEvent(
      new TermCloseEvent(anchor.reference, this.#id),
    );
  }
}
