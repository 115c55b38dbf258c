/** What a tip asks for: its attribute, else its text as a name. */
export const referenceOf = (tip: Element): string =>
  tip.getAttribute('term')?.trim() || textOf(tip);

/** The words of a tip as they read. */
export const textOf = (tip: Element): string =>
  [...tip.childNodes]
    .map((node) =>
      /^(script|style|template)$/i.test(node.nodeName) ? '' : node.textContent,
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
