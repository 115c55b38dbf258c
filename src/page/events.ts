import type {TermErrorEvent} from './error-event.js';

export {type TermErrorCode, TermErrorEvent} from './error-event.js';

/** What the element names is on screen. */
export class TermLoadEvent extends Event {
  static readonly eventName = 'term-load';

  constructor(
    /** What was asked for: an id or an address. */
    readonly reference: string,
  ) {
    super(TermLoadEvent.eventName, {bubbles: true, composed: true});
  }
}

/** What the events of a card report. */
abstract class CardEvent extends Event {
  constructor(
    name: string,
    /** What the tip names. */
    readonly reference: string,
    /** Id of the entry on screen; `undefined` for a choice, and while it loads. */
    readonly id: string | undefined,
  ) {
    super(name, {bubbles: true, composed: true});
  }
}

/** The card of a tip is on screen. */
export class TermOpenEvent extends CardEvent {
  static readonly eventName = 'term-open';

  constructor(reference: string, id?: string) {
    super(TermOpenEvent.eventName, reference, id);
  }
}

/** The card of a tip has been closed. */
export class TermCloseEvent extends CardEvent {
  static readonly eventName = 'term-close';

  constructor(reference: string, id?: string) {
    super(TermCloseEvent.eventName, reference, id);
  }
}

/** The card of a tip has been open for a second: it counts as read. */
export class TermDwellEvent extends CardEvent {
  static readonly eventName = 'term-dwell';

  constructor(reference: string, id?: string) {
    super(TermDwellEvent.eventName, reference, id);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'term-open': TermOpenEvent;
    'term-close': TermCloseEvent;
    'term-dwell': TermDwellEvent;
    'term-load': TermLoadEvent;
    'term-error': TermErrorEvent;
  }
}
