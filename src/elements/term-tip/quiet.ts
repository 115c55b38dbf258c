import {preferences} from '../../page/preferences/preferences.js';
import {setState} from '../../page/states.js';

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

/** The reader wants no cards, or none for this. */
export const isQuiet = (reference: string): boolean =>
  !preferences.current.cards || preferences.knows(reference);

/** Whether there may be a quiet tip at all: most readers have said nothing. */
export const hasWishes = (): boolean => {
  const {cards, known} = preferences.current;
  return !cards || known.size > 0;
};

/** Shows in the words which of them the reader wants nothing about. */
export const markQuiet = (tips: Iterable<HTMLElement>): void => {
  for (const tip of tips) setState(tip, 'quiet', isQuiet(referenceOf(tip)));
};
