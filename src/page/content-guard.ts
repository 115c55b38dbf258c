import type {ReactiveElement} from 'lit';

/** The prerendered content of an element, while it stands in for a rendering. */
export interface ContentGuard {
  /**
   * Whether the content is right. `prerendered.ts`, which decides, is loaded
   * after the element; until then it is.
   */
  isRight: () => boolean;
  /** From now on the element renders itself. */
  readonly end: () => void;
}

/** By element; those that render themselves have none. */
const guards = new WeakMap<ReactiveElement, ContentGuard>();

export const guardOf = (host: ReactiveElement): ContentGuard | undefined =>
  guards.get(host);

/** Leaves the content of an element on screen until it is not right any more. */
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
