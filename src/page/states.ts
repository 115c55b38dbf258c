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
  if (!own) {
    if (!on) return;
    internals.set(host, (own = host.attachInternals()));
  }
  try {
    if (on) own.states.add(state);
    else own.states.delete(state);
  } catch {
    // Engines without `:state()` reject names without dashes; the element
    // renders all the same.
  }
};
