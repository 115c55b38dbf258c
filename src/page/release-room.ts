import {setState} from './states.js';

/** Only engines that anchor the scroll position keep what is on screen in place. */
const isAnchoring = () => CSS.supports('overflow-anchor', 'auto');

let observer: IntersectionObserver | undefined;

/**
 * Releases the space that is reserved for late data once that moves nothing on
 * screen: when the element is below the viewport, or above it in engines with
 * scroll anchoring.
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
