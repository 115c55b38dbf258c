/** Settles one task after `DOMContentLoaded`: the page's own scripts have run. */
export const pageParsed = (document: Document): Promise<void> =>
  new Promise((resolve) => {
    const settle = () => {
      setTimeout(resolve);
    };
    if (document.readyState === 'complete') {
      settle();
    } else {
      // `interactive` is both before and after the event, so wait for either.
      document.addEventListener('DOMContentLoaded', settle, {once: true});
      document.addEventListener('readystatechange', settle, {once: true});
    }
  });
