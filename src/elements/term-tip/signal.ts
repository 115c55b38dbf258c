import {composedParent} from '../../page/composed-parent.js';

/** A place in the page. */
export interface Spot {
  /** The innermost element, in whichever open shadow root. */
  readonly target: Element;
  /** The tip around it. */
  readonly tip: HTMLElement | undefined;
  readonly x: number;
  readonly y: number;
}

/** What happened, in a form that outlives its event: a chunk may have to come first. */
export interface Signal extends Spot {
  /**
   * The type of the event, or `activate`: a word that is a button was pressed
   * without a pointer.
   */
  readonly type: string;
  /** `''` for what no pointer did. */
  readonly pointerType: string;
  /** A button of the pointer is down. */
  readonly isDown: boolean;
  /** Time of the event, on the clock of `performance.now()`. */
  readonly time: number;
}

/** The tip that an element is in, through slots and open shadow roots. */
export const tipAround = (element: Element): HTMLElement | undefined => {
  for (let at: Element | null = element; at; at = composedParent(at))
    if (at.localName === 'term-tip') return at as HTMLElement;
  return undefined;
};

/** Fingers and pens do not hover reliably: they tap. */
export const isTouch = (type: string): boolean =>
  type === 'touch' || type === 'pen';
