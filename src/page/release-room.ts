import {setState} from './states.js';

/** Only engines that anchor the scroll position keep what is on screen in place. */
const isAnchoring = () => CSS.supports('overflow-anchor', 'auto');

let observer: IntersectionObserver | undefined;

/**
 * Gives back the room that is reserved for late data once nobody can see it go:
 * when the element is below the viewport, or above it where the engine keeps
 * what is on screen in place.
 */
export const releaseRoom = (host: HTMLElement): void => {
  observer ??= new IntersectionObserver((entries) => {
    for (const {target, isIntersecting, boundingClientRect} of entries) {
      if (isIntersecting) continue;
      const isBelow = boundingClientRect.top > 0;
      if (!isBelow && !isAnchoring()) continue;
      observer?.unobserve(target);
      setState(target as HTMLElement, 'late', false);
    }
  });
  observer.observe(host);
};
