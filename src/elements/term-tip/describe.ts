/**
 * Lets a screen reader say what the focused word means, once: as the
 * description of the word, which needs no id and so works out of any shadow
 * root. A host that describes the word itself is not overruled.
 *
 * @returns Takes it back.
 */
export const describe = (
  focusable: HTMLElement | undefined,
  text: string,
): (() => void) => {
  if (!text || !focusable?.matches(PLAIN)) return () => undefined;
  focusable.setAttribute('aria-description', text);
  return () => {
    focusable.removeAttribute('aria-description');
  };
};

/** Has the focus, and no description of its own. */
const PLAIN = ':focus:not([aria-description], [aria-describedby])';
