/**
 * Calls back when a page has loaded and is idle. WebKit has no
 * `requestIdleCallback`: there it is one task after loading.
 */
export const pageIdle = (document: Document, callback: () => void): void => {
  const idle = () => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(callback);
    else setTimeout(callback, 1);
  };
  if (document.readyState === 'complete') idle();
  else globalThis.addEventListener('load', idle, {once: true});
};
