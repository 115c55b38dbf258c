import {preferences} from '../../page/preferences/preferences.js';
import {setState} from '../../page/states.js';
import {referenceOf} from './reference.js';

/** The reader wants no cards, or none for this. */
export const isMuted = (reference: string): boolean =>
  !preferences.current.cards || preferences.knows(reference);

/** Whether there may be a quiet tip at all: most readers have said nothing. */
export const hasWishes = (): boolean => {
  const {cards, known} = preferences.current;
  return !cards || known.size > 0;
};

/** Shows in the words which of them the reader wants nothing about. */
export const markMuted = (tips: Iterable<HTMLElement>): void => {
  for (const tip of tips) setState(tip, 'quiet', isMuted(referenceOf(tip)));
};
