const owners = new WeakMap<Element, HTMLElement>();

/** The element that made a tip and says which glossary it reads: a linker. */
export const ownerOf = (tip: Element): HTMLElement | undefined =>
  owners.get(tip);

export const setOwner = (tip: Element, owner: HTMLElement): void => {
  owners.set(tip, owner);
};
