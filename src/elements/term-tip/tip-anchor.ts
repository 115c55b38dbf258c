import {hideTitles} from '../../page/host-traces/remains.js';
import {setState} from '../../page/states.js';
import type {TipAnchor} from './anchor.js';
import {markTip} from './mark-tip.js';
import {hasWishes, wantsLevels} from './muted.js';
import {closestOutside, LINK, PRESSED} from './controls.js';
import {referenceOf, textOf} from './reference.js';

/** A tip as it is asked for here: no class is needed, only its attributes. */
const attribute = (tip: Element, name: string): string | undefined =>
  tip.getAttribute(name) ?? undefined;

const anchors = new WeakMap<HTMLElement, TipAnchor>();

/** The anchor that a `<term-tip>` is. */
export const tipAnchor = (tip: HTMLElement): TipAnchor => {
  let anchor = anchors.get(tip);
  if (!anchor) anchors.set(tip, (anchor = new ElementAnchor(tip)));
  return anchor;
};

class ElementAnchor implements TipAnchor {
  /** Ends hiding titles that the browser would show beside the card. */
  #showTitles: (() => void) | undefined;

  constructor(readonly element: HTMLElement) {}

  get key() {
    return this.element;
  }

  get context() {
    return this.element;
  }

  get reference() {
    return referenceOf(this.element);
  }

  get text() {
    return textOf(this.element);
  }

  get value() {
    return attribute(this.element, 'value');
  }

  get valueLabel() {
    return attribute(this.element, 'value-label');
  }

  get href() {
    const {element} = this;
    const link = element.querySelector(LINK) ?? closestOutside(element, LINK);
    return (link as HTMLAnchorElement | undefined)?.href;
  }

  get focusable() {
    const {element} = this;
    if (element.hasAttribute('tabindex')) return element;
    return (
      element.querySelector<HTMLElement>(`${LINK}, button, [tabindex]`) ??
      closestOutside(element, `${LINK},${PRESSED}`)
    );
  }

  rects() {
    return [...this.element.getClientRects()].filter(
      ({width, height}) => width || height,
    );
  }

  isConnected() {
    return this.element.isConnected;
  }

  setOpen(open: boolean) {
    const {element} = this;
    setState(element, 'open', open);
    if (element.hasAttribute('aria-expanded'))
      element.setAttribute('aria-expanded', String(open));
    this.#showTitles?.();
    this.#showTitles = open ? hideTitles(element) : undefined;
    // When the focus is back, if it comes back.
    if (!open && hasWishes())
      queueMicrotask(() => {
        markTip(element);
      });
  }

  showWishes() {
    if (hasWishes() || wantsLevels()) markTip(this.element);
  }
}
