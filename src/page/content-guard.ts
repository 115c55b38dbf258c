import type {ReactiveElement} from 'lit';

/**
 * The prerendered content of an element, while it takes the place of a
 * rendering.
 */
export interface ContentGuard {
  /**
   * Whether the content is up to date. `prerendered.ts`, which decides, is
   * loaded after the element; until then the answer is yes.
   */
  isRight: () => boolean;
  /** Makes the element render itself from now on. */
  readonly end: () => void;
}

/** By element. Elements that render themselves have no guard. */
const guards = new WeakMap<ReactiveElement, ContentGuard>();

export const guardOf = (host: ReactiveElement): ContentGuard | undefined =>
  guards.get(host);

/** Leaves the content of an element on screen until it is out of date. */
export const guardContent = (
  host: ReactiveElement,
  renderItself: () => void,
): void => {
  guards.set(host, {
    isRight: () => true,
    end: () => {
      if (guards.delete(host)) renderItself();
    },
  });
};
