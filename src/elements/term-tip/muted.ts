import {preferences} from '../../page/preferences/preferences.js';
import {setState} from '../../page/states.js';
import {referenceOf} from './reference.js';

/** Whether the reader wants no cards, or none for this term. */
export const isMuted = (reference: string): boolean =>
  !preferences.current.cards || preferences.knows(reference);

/** Whether any tip may be quiet: most readers have set nothing. */
export const hasWishes = (): boolean => {
  const {cards, known} = preferences.current;
  return !cards || known.size > 0;
};

/** Sets the state `quiet` on the tips that the reader wants no card for. */
export const markMuted = (tips: Iterable<HTMLElement>): void => {
  for (const tip of tips) setState(tip, 'quiet', isMuted(referenceOf(tip)));
};
