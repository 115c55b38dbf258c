/**
 * Calls back when a page has loaded and has nothing better to do. WebKit does
 * not say when it is idle: there it is one task later.
 */
export const pageIdle = (document: Document, callback: () => void): void => {
  const idle = () => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(callback);
    else setTimeout(callback, 1);
  };
  if (document.readyState === 'complete') idle();
  else globalThis.addEventListener('load', idle, {once: true});
};
