import {composedParent} from '../composed-parent.js';

/**
 * Whether readers can see an element. One that is not rendered (`display:
 * none`, `hidden`, inside a closed dialog) cannot be seen; one inside a closed
 * `<details>`, or hidden until found, can.
 */
export class Visibility {
  /** Elements that are watched, and whether each had a box. */
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
      // Deferred, because the browser would report the follow-up as a loop.
      if (isOther) setTimeout(changed);
    });
  }

  /** Watches these elements and no others; returns those that can be seen. */
  seen(elements: readonly Element[]): readonly Element[] {
    const watched = new Set<Element>();
    const hidden = new Map<Element, boolean>();
    const seen = elements.filter((element) => {
      const hasBox = element.checkVisibility();
      const box = boxOf(element);
      watched.add(box);
      if (!this.#boxes.has(box)) {
        this.#boxes.set(box, box.checkVisibility());
        this.#observeSoon(box);
      }
      return hasBox || !isUnrendered(element, hidden);
    });
    for (const element of this.#boxes.keys()) {
      if (watched.has(element)) continue;
      this.#boxes.delete(element);
      this.#joining.delete(element);
      this.#sizes.unobserve(element);
    }
    return seen;
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

/**
 * What has a size when an element can be seen: the boxes of inline elements and
 * of those with `display: contents` are in that of another.
 */
const boxOf = (element: Element): Element => {
  let box = element;
  while (/^(?:contents|inline)$/.test(getComputedStyle(box).display)) {
    const around = composedParent(box);
    if (!around) return element;
    box = around;
  }
  return box;
};

/** @param known Elements around others have been looked at. */
const isUnrendered = (
  element: Element,
  known: Map<Element, boolean>,
): boolean => {
  const found = known.get(element);
  if (found !== undefined) return found;
  const around = composedParent(element);
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
