import {languageOf} from '../../page/language.js';
import {localeFor} from '../../page/locale.js';
import {reportError} from '../../page/report-error.js';
import {preferences} from '../../page/preferences/preferences.js';
import type {LookUp, TipAnchor} from './anchor.js';
import type {CardController} from './card-contract.js';
import {CardDisplay} from './card-display.js';
import type {Cause, HoverIntent} from './hover-intent.js';
import {TipRequest} from './request.js';
import {isTouch, type Signal, type Spot, tipAround} from './signal.js';
import {timing} from './timing.js';

/** On a screen this small a card that a finger opens is a sheet at its bottom. */
const SMALL = '(max-width: 40rem), (max-height: 30rem)';

/** In a frame or at a zoom this small, any card that is opened on purpose is one. */
const TINY = '(max-height: 20rem)';

/** What a presenter asks about the reader. */
export interface Reader {
  readonly intent: Pick<HoverIntent, 'open' | 'cause' | 'dismiss' | 'replace'>;
  /** The last that was heard of the pointer; absent if it has nothing to do with a card. */
  readonly pointer: Signal | undefined;
  /** The reader came by the keyboard, and goes on in the card. */
  readonly entersCard: boolean;
  anchorAt(spot: Spot): TipAnchor | undefined;
  /** Closes the card, and gives the focus back if it is there. */
  close(): void;
}

/**
 * Gets the data of what the reader wants to see and has the one card that all
 * tips share show it; reports what cannot be shown.
 */
export class CardPresenter implements CardController {
  readonly display: CardDisplay;
  #request: TipRequest | undefined;
  /** Timer for a card whose data is late. */
  #late = 0;

  constructor(readonly reader: Reader) {
    this.display = new CardDisplay(this, () => {
      this.#lost();
    });
  }

  /** What the open card is read from. */
  get source() {
    return this.#request?.source;
  }

  request(anchor: TipAnchor): void {
    this.#requestFor(anchor);
  }

  show(anchor: TipAnchor, cause: Cause): void {
    clearTimeout(this.#late);
    if (this.#requestFor(anchor).answer.status !== 'loading') {
      this.#present();
      return;
    }
    this.display.close();
    this.#late = window.setTimeout(
      () => {
        this.#present();
      },
      cause === 'hover' ? timing.loading : timing.request,
    );
  }

  hide(): void {
    clearTimeout(this.#late);
    this.#request?.abort();
    this.#request = undefined;
    this.display.close();
  }

  close(): void {
    this.reader.close();
  }

  retry(): void {
    const {open} = this.reader.intent;
    if (!open) return;
    this.#request?.abort();
    this.#request = undefined;
    const {answer} = this.#requestFor(open);
    if (this.display.anchor) this.display.update(answer);
    if (answer.status !== 'loading') this.#present();
  }

  lookUp(reference: string) {
    return this.#request?.ask(reference) ?? {status: 'missing' as const};
  }

  /** An attribute of a tip has changed. */
  changed(tip: HTMLElement): void {
    const {open} = this.reader.intent;
    if (open?.element !== tip || !this.#request) return;
    if (this.#request.reference !== open.reference) this.retry();
    else if (this.display.anchor) this.display.changeValue(open);
  }

  #requestFor(anchor: TipAnchor): TipRequest {
    let request = this.#request;
    if (
      request?.anchor.key !== anchor.key ||
      request.reference !== anchor.reference ||
      request.answer.status === 'failed'
    ) {
      request?.abort();
      // The strings of the card are requested beside its data.
      localeFor(languageOf(anchor.context));
      request = this.#request = new TipRequest(anchor, () => {
        if (this.reader.intent.open?.key === anchor.key) this.#present();
      });
    }
    return request;
  }

  /** Shows what is known of what is to be shown. */
  #present(): void {
    const {display} = this;
    const {intent, entersCard, pointer} = this.reader;
    const {open, cause} = intent;
    const answer = this.#request?.answer;
    if (!open || !answer) return;
    clearTimeout(this.#late);
    if (answer.status === 'missing' || answer.status === 'failed')
      report(open, answer);
    const isShown = display.anchor?.key === open.key;
    const isAsked = cause === 'press' || isShown;
    if (!isAsked && (answer.status === 'missing' || isUnwanted(answer))) {
      intent.dismiss();
      return;
    }
    const isPinned = cause === 'press';
    const isSmall = isTouch(pointer?.pointerType ?? '') ? SMALL : TINY;
    const isSheet = isPinned && window.matchMedia(isSmall).matches;
    if (isShown) {
      display.update(answer, isPinned);
    } else {
      const point = cause === 'focus' ? undefined : pointer;
      display.open(open, answer, {point, isSheet, isPinned});
    }
    if (isSheet || entersCard) display.focus();
  }

  /** The words have gone; a framework may have drawn them again in the same place. */
  #lost(): void {
    const {display, reader} = this;
    const {open} = reader.intent;
    const {words} = display;
    const target = words && elementAt(words);
    const anchor =
      target && reader.anchorAt({target, tip: tipAround(target), ...words});
    if (
      open &&
      !open.isConnected() &&
      anchor?.isConnected() &&
      anchor.reference === open.reference
    ) {
      reader.intent.replace(anchor);
      display.replace(anchor);
    } else {
      this.close();
    }
  }
}

const report = ({reference, element}: TipAnchor, answer: LookUp): void => {
  reportError(
    element,
    reference,
    answer.status === 'failed'
      ? answer.error
      : `"${reference}" is not in the glossary. Check the spelling.`,
  );
};

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
