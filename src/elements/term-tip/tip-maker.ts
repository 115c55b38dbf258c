const makers = new WeakMap<Element, HTMLElement>();

/** The element that made a tip and says which glossary it reads: a linker. */
export const makerOf = (tip: Element): HTMLElement | undefined =>
  makers.get(tip);

export const setMaker = (tip: Element, maker: HTMLElement): void => {
  makers.set(tip, maker);
};
