import {outer} from '../composed-parent.js';

/**
 * Whether readers of a page can get to see an element. One that is not rendered
 * (`display: none`, `hidden`, inside a closed dialog) they cannot; what is inside
 * a closed `<details>`, or hidden until found, they can.
 */
export class Visibility {
  /** Whether an element had a box. */
  readonly #boxes = new Map<Element, boolean>();
  readonly #sizes: ResizeObserver;
  /** Elements that are about to be watched. */
  readonly #joining = new Set<Element>();

  /** @param changed Called when an element may have been hidden or shown. */
  constructor({defaultView}: Document, changed: () => void) {
    // That of another window would report its frame as a loop.
    const view = (defaultView ?? window) as typeof globalThis & Window;
    this.#sizes = new view.ResizeObserver((entries) => {
      let isOther = false;
      for (const {target, contentRect} of entries) {
        const hasBox = contentRect.width > 0 || contentRect.height > 0;
        if (this.#boxes.get(target) === hasBox) continue;
        this.#boxes.set(target, hasBox);
        isOther = true;
      }
      // Not now: what it leads to would be a loop to the observer.
      if (isOther) setTimeout(changed);
    });
  }

  /** Watches these elements and no others; returns those that can be seen. */
  seen(elements: readonly Element[]): readonly Element[] {
    const watched = new Set(elements);
    for (const element of this.#boxes.keys()) {
      if (watched.has(element)) continue;
      this.#boxes.delete(element);
      this.#joining.delete(element);
      this.#sizes.unobserve(element);
    }
    const hidden = new Map<Element, boolean>();
    return elements.filter((element) => {
      const hasBox = element.checkVisibility();
      if (!this.#boxes.has(element)) {
        this.#boxes.set(element, hasBox);
        this.#observeSoon(element);
      }
      return hasBox || !isUnrendered(element, hidden);
    });
  }

  /** In a task of its own: inside a callback of the page's observers it would be reported as a loop. */
  #observeSoon(element: Element): void {
    if (!this.#joining.size) {
      setTimeout(() => {
        for (const joining of this.#joining) this.#sizes.observe(joining);
        this.#joining.clear();
      });
    }
    this.#joining.add(element);
  }
}

/** @param known Elements around others have been looked at. */
const isUnrendered = (
  element: Element,
  known: Map<Element, boolean>,
): boolean => {
  const found = known.get(element);
  if (found !== undefined) return found;
  const around = outer(element);
  const result =
    getComputedStyle(element).display === 'none' ||
    isUnslotted(element) ||
    (around !== null && isUnrendered(around, known));
  known.set(element, result);
  return result;
};

/** Children of a host that its shadow tree has no place for. */
const isUnslotted = ({assignedSlot, parentElement}: Element): boolean =>
  !assignedSlot && !!parentElement?.shadowRoot;
