/** The smallest router: two views, and the address of the one that is shown. */
export type View = 'desk' | 'about';

export const currentView = (): View =>
  location.pathname === '/' ? 'desk' : 'about';

/**
 * Calls back when another view is to be shown: after a click on a link of the
 * app, and when the reader goes back or forward.
 *
 * @returns Ends it.
 */
export const followRoute = (show: (view: View) => void): (() => void) => {
  const changed = () => {
    show(currentView());
  };
  const clicked = (event: MouseEvent) => {
    const link = (event.target as Element).closest('nav a');
    if (!link) return;
    event.preventDefault();
    history.pushState(null, '', (link as HTMLAnchorElement).pathname);
    changed();
  };
  addEventListener('popstate', changed);
  document.addEventListener('click', clicked);
  return () => {
    removeEventListener('popstate', changed);
    document.removeEventListener('click', clicked);
  };
};
