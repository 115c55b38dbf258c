import {
  removeTraces,
  TRACES,
  writeTraces,
} from '../../page/host-traces/attributes.js';
import {pageIdle} from '../../page/page-idle.js';
import {closestOutside, CONTROL, LINK} from './controls.js';
import {isMuted} from './muted.js';
import {referenceOf, rememberText} from './reference.js';

const FOCUSABLE = 'a[href], button, [tabindex]';
/** Tips in a slice, some milliseconds: the page may be laid out after each. */
const SLICE = 1000;

/** What makes a tip a button of its own. */
const STOP = {tabindex: '0', role: 'button'};
/** The same, with what a button says that opens a card. */
const BUTTON = {...STOP, 'aria-haspopup': 'dialog', 'aria-expanded': 'false'};

/** Attributes of tips that are restored when the host has taken them away. */
export const RESTORED: readonly string[] = Object.keys(BUTTON);

/** Tips that the page has been idle for: only these get attributes. */
const preparedTips = new WeakSet<HTMLElement>();

/** Whether the page has been idle since a tip came. */
export const isPrepared = (tip: HTMLElement): boolean => preparedTips.has(tip);

/**
 * Makes tips focusable that have nothing focusable in or around them, when the
 * page is idle: until then a framework may hydrate, and everything is to be as
 * its server rendered it.
 */
export class FocusStops {
  /** Tips that wait for the page to be idle. */
  #newcomers: HTMLElement[] = [];
  #isScheduled = false;
  /** Tips that wait for the next frame, because the host has taken something away. */
  #changed = new Set<HTMLElement>();
  /** What the focus has left just now. */
  #left: EventTarget | undefined;
  /** Those of the changed tips that had the focus until then. */
  readonly #unfocused = new Set<HTMLElement>();

  /**
   * @param prepared Receives the tips of a slice that are still in the page,
   *     and whether it is the first of several slices.
   * @param restored Called for a tip that has its attributes again, and whether
   *     it is about to get the focus back, which is no step of the reader.
   */
  constructor(
    readonly prepared: (tips: readonly HTMLElement[], isFirst: boolean) => void,
    readonly restored: (tip: HTMLElement, isRefocused: boolean) => void,
  ) {}

  /** A tip has come into the page. */
  add(tip: HTMLElement): void {
    this.#newcomers.push(tip);
    if (!this.#isScheduled) this.#schedule();
  }

  /**
   * The host has removed an attribute of a tip: in the next frame it is there
   * again. A tip that has the focus loses it with its `tabindex`, in some
   * engines at once. So it gets both back before that frame, once: the host may
   * insist.
   */
  restore(tip: HTMLElement): void {
    if (!preparedTips.has(tip)) return;
    if (!this.#changed.size)
      requestAnimationFrame(() => {
        const changed = this.#changed;
        this.#changed = new Set();
        for (const one of changed) this.#makeAgain(one);
      });
    // Or it is about to leave it: some engines notice at the next layout only.
    if (tip === this.#left || tip.matches(':focus')) this.#unfocused.add(tip);
    const isFirst = !this.#changed.has(tip);
    this.#changed.add(tip);
    if (isFirst && this.#unfocused.has(tip))
      queueMicrotask(() => {
        this.#makeAgain(tip);
      });
  }

  /** The reader comes to a tip, which does not wait for the next frame then. */
  restoreNow(tip: HTMLElement): void {
    if (this.#changed.delete(tip)) this.#makeAgain(tip);
  }

  #makeAgain(tip: HTMLElement): void {
    const wasFocused = this.#unfocused.delete(tip);
    if (!tip.isConnected) return;
    makeStop(tip);
    const {activeElement, body} = tip.ownerDocument;
    const isRefocused = wasFocused && (activeElement ?? body) === body;
    this.restored(tip, isRefocused);
    if (isRefocused) tip.focus({preventScroll: true});
  }

  /** Notes what the focus leaves, until the host's present step is over. */
  readonly #noteLeft = (event: Event) => {
    const [left] = event.composedPath();
    this.#left = left;
    queueMicrotask(() => {
      this.#left = undefined;
      if (preparedTips.has(left as HTMLElement) && isQuiet(left as HTMLElement))
        makeStop(left as HTMLElement);
    });
  };

  #schedule(isFirst = true): void {
    this.#isScheduled = true;
    addEventListener('focusout', this.#noteLeft, true);
    pageIdle(document, () => {
      this.#prepareSome(isFirst);
    });
  }

  #prepareSome(isFirst: boolean): void {
    const tips = this.#newcomers
      .splice(-SLICE)
      .filter(({isConnected}) => isConnected);
    for (const tip of tips) {
      // What a page that was saved as HTML has of an earlier visit.
      if (!preparedTips.has(tip) && tip.hasAttribute(TRACES)) removeTraces(tip);
      makeStop(tip);
      rememberText(tip);
      preparedTips.add(tip);
    }
    this.#isScheduled = false;
    if (this.#newcomers.length) this.#schedule(false);
    this.prepared(tips, isFirst);
  }
}

/** The reader's settings have changed, or what they say of a tip. */
export const updateStop = (tip: HTMLElement): void => {
  if (preparedTips.has(tip)) makeStop(tip);
};

/** Whether a word is like any other to its reader, who is not at it just now. */
const isQuiet = (tip: HTMLElement): boolean =>
  isMuted({key: tip, reference: referenceOf(tip)}) &&
  tip.ariaExpanded !== 'true' &&
  !tip.matches(':focus');

const makeStop = (tip: HTMLElement): void => {
  const isLost = isQuiet(tip);
  if (
    isLost ||
    closestOutside(tip, `${LINK},${CONTROL}`) ||
    tip.querySelector(FOCUSABLE)
  ) {
    if (tip.hasAttribute(TRACES)) removeStop(tip);
    if (isLost) removeTraces(tip, ['aria-description']);
    return;
  }
  const {tabindex, role} = STOP;
  // A host that made the tip something else says itself what that is.
  const isButton =
    (tip.getAttribute('role') ?? role) === role &&
    (tip.getAttribute('tabindex') ?? tabindex) === tabindex;
  writeTraces(tip, isButton ? BUTTON : STOP);
};

/** Takes back what the host has not changed. */
const removeStop = (tip: HTMLElement): void => {
  const names = RESTORED.filter(
    (name) =>
      name === 'aria-expanded' ||
      tip.getAttribute(name) === BUTTON[name as keyof typeof BUTTON],
  );
  removeTraces(tip, names);
};
