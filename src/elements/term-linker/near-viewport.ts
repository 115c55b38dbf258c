/** How far beyond the viewport counts as near: a page up or down is painted before it is seen. */
const MARGIN = '100% 0%';

/** Knows which elements are in the viewport or near it. */
export class NearViewport {
  readonly #near = new WeakMap<Element, boolean>();
  readonly #observer: IntersectionObserver;

  /** @param changed Receives the elements that have come near, or gone. */
  constructor(changed: (elements: readonly Element[]) => void) {
    const see = (entries: readonly IntersectionObserverEntry[]) => {
      for (const {target, isIntersecting, boundingClientRect} of entries) {
        const {width, height} = boundingClientRect;
        // Without a box of its own (`display: contents`) it may be anywhere.
        this.#near.set(target, isIntersecting || (!width && !height));
      }
      changed(entries.map(({target}) => target));
    };
    this.#observer = new IntersectionObserver(see, {
      rootMargin: MARGIN,
      // Of boxes that scroll inside the page, where engines know it.
      ...{scrollMargin: MARGIN},
    });
  }

  /** Whether it is near; `undefined` while that is not known. */
  has(element: Element): boolean | undefined {
    return this.#near.get(element);
  }

  add(element: Element): void {
    this.#observer.observe(element);
  }

  delete(element: Element): void {
    this.#observer.unobserve(element);
    this.#near.delete(element);
  }

  end(): void {
    this.#observer.disconnect();
  }
}
