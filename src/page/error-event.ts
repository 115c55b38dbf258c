import type {LoadErrorCode} from '../glossary/load-error.js';

/** Why an element could not show what was asked for. */
export type TermErrorCode =
  LoadErrorCode | 'format' | 'list' | 'missing' | 'part' | 'unknown';

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
