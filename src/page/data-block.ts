/** The data block that an author put into an element, if there is one. */
export const dataBlock = (element: Element): Element | undefined => {
  let child = element.firstElementChild;
  while (child && !child.matches('script[type="application/json" i]'))
    child = child.nextElementSibling;
  return child ?? undefined;
};
