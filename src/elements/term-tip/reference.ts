/** What a tip asks for: its attribute, else its text as a name. */
export const referenceOf = (tip: Element): string =>
  idOf(tip) ||
  (isTranslated(tip) ? remembered.get(tip) : undefined) ||
  textOf(tip);

const idOf = (tip: Element) => tip.getAttribute('term')?.trim();

const remembered = new WeakMap<Element, string>();

/** Takes note of a text that is a name, as its author wrote it. */
export const rememberText = (tip: Element): void => {
  if (!idOf(tip) && !isTranslated(tip)) remembered.set(tip, textOf(tip));
};

/**
 * Whether the browser has translated a text: Chromium and Edge put `<font>`
 * around what they write, and mark the page or the element.
 */
const isTranslated = (tip: Element): boolean =>
  tip.querySelector('font') !== null ||
  tip.closest('.translated-ltr, .translated-rtl, [_msttexthash]') !== null;

/** The words of a tip as they read. */
export const textOf = (tip: Element): string =>
  [...tip.childNodes]
    .map((node) =>
      /^(script|style|template)$/i.test(node.nodeName) ? '' : node.textContent,
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether the author of a tip wants the page to state that it mentions the term. */
export const isStated = (tip: Element): boolean =>
  tip.getAttribute('structured-data') === 'mentions';
