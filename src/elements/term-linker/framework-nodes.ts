/**
 * Properties by which frameworks mark the nodes that they keep up to date, or
 * the container of their app: React, Preact, Vue, Angular, Svelte, Solid, Lit.
 */
const MARK =
  /^(?:__react|_reactRootContainer|__k$|__vue|__vnode$|_vnode$|__ngContext__$|__svelte|__t$|\$\$|_\$litPart\$$)/;

/** Markup that a server rendered and no framework has hydrated yet. */
const RENDERED =
  '[data-reactroot],[data-v-app],[data-server-rendered],[ng-version],' +
  'astro-island[ssr],#__next,#__nuxt,#___gatsby';

const isMarked = (node: Node): boolean =>
  Object.getOwnPropertyNames(node).some((name) => MARK.test(name));

/** Whether a framework has marked this very node as its own. */
export const isClaimed = (node: Node): boolean =>
  isMarked(node) ||
  (node instanceof Element && node.hasAttributes() && node.matches(RENDERED));

/** Whether a framework owns a node, or anything around it. */
export const isOwned = (node: Node): boolean => {
  for (
    let at: Node | null = node;
    at;
    at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)
  )
    if (isClaimed(at)) return true;
  return false;
};
