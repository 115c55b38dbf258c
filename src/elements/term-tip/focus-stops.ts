import {pageIdle} from '../../page/page-idle.js';
import {closestOutside, CONTROL, LINK} from './controls.js';

const FOCUSABLE = 'a[href], button, [tabindex]';
/** Tips in a slice, some milliseconds: the page may be laid out after each. */
const SLICE = 1000;

/**
 * Makes tips focusable that have nothing focusable in or around them, when the
 * page is idle: until then a framework may hydrate, and everything is to be as
 * its server rendered it.
 */
export class FocusStops {
  /** Tips that wait for the page to be idle. */
  #newcomers: HTMLElement[] = [];
  #isScheduled = false;

  /** @param prepared Receives the tips of a slice that are still in the page. */
  constructor(readonly prepared: (tips: readonly HTMLElement[]) => void) {}

  /** A tip has come into the page. */
  add(tip: HTMLElement): void {
    this.#newcomers.push(tip);
    if (!this.#isScheduled) this.#schedule();
  }

  #schedule(): void {
    this.#isScheduled = true;
    pageIdle(document, () => {
      this.#prepareSome();
    });
  }

  #prepareSome(): void {
    const tips = this.#newcomers
      .splice(-SLICE)
      .filter(({isConnected}) => isConnected);
    for (const tip of tips) makeStop(tip);
    this.#isScheduled = false;
    if (this.#newcomers.length) this.#schedule();
    this.prepared(tips);
  }
}

const makeStop = (tip: HTMLElement): void => {
  if (closestOutside(tip, `${LINK},${CONTROL}`) || tip.querySelector(FOCUSABLE))
    return;
  if (!tip.hasAttribute('tabindex')) tip.setAttribute('tabindex', '0');
  if (!tip.hasAttribute('role')) tip.setAttribute('role', 'button');
};
