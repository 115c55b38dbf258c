const parents = (element: Element, host: Element): Element[] => {
  const found: Element[] = [];
  for (
    let at: Element | null = element;
    at && at !== host;
    at = at.parentElement
  ) {
    found.push(at);
  }
  return found;
};

const decoded = (fragment: string): string => {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // not encoded; it is looked for as it is
  }
};

/** The element inside a host that a fragment names, in its shadow root or among its children. */
export const findNamed = (
  host: Element,
  fragment: string,
): Element | undefined => {
  for (const id of new Set([fragment, decoded(fragment)])) {
    const selector = `#${CSS.escape(id)}`;
    const found =
      host.shadowRoot?.querySelector(selector) ?? host.querySelector(selector);
    if (found) return found;
  }
  return undefined;
};

/**
 * Goes to the element inside a host that a fragment names, and opens the
 * `<details>` around it.
 *
 * @returns Whether there is one.
 */
export const followFragment = (host: Element, fragment: string): boolean => {
  const target = findNamed(host, fragment);
  if (!target) return false;
  for (const element of parents(target, host)) {
    if (element instanceof HTMLDetailsElement) element.open = true;
  }
  target.scrollIntoView();
  return true;
};
