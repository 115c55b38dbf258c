import {languageOf} from '../../page/language.js';
import {outer} from '../../page/composed-parent.js';

/** Custom properties that make the look of a card; it is not where its tip is. */
const TOKENS =
  'ink ink-2 ink-3 paper line accent accent-soft head body radius measure step tip-width tip-font-size'
    .split(' ')
    .map((name) => `--term-${name}`);

const INHERITED = ['color-scheme', 'direction', 'font-family'];

/** Makes a card look as it would beside the words that it explains. */
export const takeLook = (card: HTMLElement, words: HTMLElement): void => {
  const look = getComputedStyle(words);
  for (const name of [...TOKENS, ...INHERITED])
    card.style.setProperty(name, look.getPropertyValue(name));
  card.lang = languageOf(words);
};

/**
 * Where a card has to be for these words: the innermost open dialog that is
 * modal, because all outside it is inert, or the innermost open popover,
 * because a press outside it closes it; else the body.
 */
export const cardPlace = (words: HTMLElement): Element => {
  for (let at: Element | null = words; at; at = outer(at)) {
    if (at.matches('dialog:modal, :popover-open')) return at;
  }
  return words.ownerDocument.body;
};
