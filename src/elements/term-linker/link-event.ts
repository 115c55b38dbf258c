/** A linker has looked through its text and shows what it found. */
export class TermLinkEvent extends Event {
  static readonly eventName = 'term-link';

  constructor(
    /** Mentions on screen. */
    readonly shown: number,
    /** Mentions in the text, with those that are not the first of their section. */
    readonly found: number,
    /** Terms among those on screen. */
    readonly terms: number,
    /** Texts that were searched since the event before; the others had not changed. */
    readonly searched: number,
  ) {
    super(TermLinkEvent.eventName, {bubbles: true, composed: true});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'term-link': TermLinkEvent;
  }
}
