import {restoreRegularly} from './restored.js';

const highlights = new Map<string, Highlight>();

const registry = (): HighlightRegistry | undefined =>
  (globalThis.CSS as Partial<typeof CSS> | undefined)?.highlights;

/** A highlight of the document, which all copies of the library share. */
export const sharedHighlight = (name: string): Highlight | undefined => {
  const all = registry();
  if (!all) return undefined;
  let highlight = all.get(name);
  if (!highlight)
    all.set(name, (highlight = highlights.get(name) ?? new Highlight()));
  highlights.set(name, highlight);
  restoreRegularly(restoreHighlights);
  return highlight;
};

const restoreHighlights = (): void => {
  const all = registry();
  for (const [name, highlight] of highlights)
    if (highlight.size && !all?.has(name)) all?.set(name, highlight);
};
