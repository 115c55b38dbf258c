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
  const isTaken = ['aria-description', 'aria-describedby'].some((name) =>
    focusable?.hasAttribute(name),
  );
  if (!focusable?.matches(':focus') || !text || isTaken) return () => undefined;
  focusable.setAttribute('aria-description', text);
  return () => {
    focusable.removeAttribute('aria-description');
  };
};
