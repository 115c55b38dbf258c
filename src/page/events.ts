import type {LoadErrorCode} from '../glossary/load-error.js';

/** Why an element could not show what was asked for. */
export type TermErrorCode =
  LoadErrorCode | 'format' | 'missing' | 'part' | 'unknown';

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

/** What the element names could not be shown; the author's markup stays. */
export class TermErrorEvent extends Event {
  static readonly eventName = 'term-error';
  readonly code: TermErrorCode;
  /** For people: what happened, and where. */
  readonly message: string;

  constructor(
    readonly reference: string,
    /** The cause: a `GlossaryLoadError`, a `GlossaryFormatError`, or text for a missing entry. */
    readonly error: unknown,
  ) {
    super(TermErrorEvent.eventName, {bubbles: true, composed: true});
    this.message = error instanceof Error ? error.message : String(error);
    const {code = typeof error === 'string' ? 'missing' : 'unknown'} = Object(
      error,
    ) as {readonly code?: TermErrorCode};
    this.code = code;
  }
}

/** What the events of a card tell. */
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
