const internals = new WeakMap<HTMLElement, ElementInternals>();

/**
 * Sets or clears a custom state, for `:state(loading)` in a style sheet.
 * Internals are made when a state is first set: most elements never have one.
 */
export const setState = (
  host: HTMLElement,
  state: string,
  on: boolean,
): void => {
  let own = internals.get(host);
  if (!own && !on) return;
  try {
    if (!own) internals.set(host, (own = host.attachInternals()));
    if (on) own.states.add(state);
    else own.states.delete(state);
  } catch {
    // Engines without `:state()` reject names without dashes, and documents
    // where the tag is not defined give no internals; the element renders all
    // the same.
  }
};
