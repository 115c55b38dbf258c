import {closestOf} from '../../page/language.js';
import {preferences} from '../../page/preferences/preferences.js';
import type {LookUp, TipAnchor} from './anchor.js';

/** Words, and what they name. */
type Words = Pick<TipAnchor, 'key' | 'reference'>;

/** What the reader's settings depend on, of an entry. */
interface Found {
  readonly reference: string;
  readonly id: string;
  readonly difficulty: number;
}

/** The entries of words, as far as the glossary has answered. */
const found = new WeakMap<object, Found>();

const entryOf = ({key, reference}: Words): Found | undefined => {
  const entry = found.get(key);
  return entry?.reference === reference ? entry : undefined;
};

/** Takes note of what words turned out to name. */
export const noteEntry = ({key, reference}: Words, answer: LookUp): void => {
  if (answer.status !== 'found' || answer.entries.length !== 1) return;
  const {id, difficulty = Infinity} = answer.entries[0]!.term;
  found.set(key, {reference, id, difficulty});
};

/** Whether the reader wants no cards, or none for this term: it is known, or too easy. */
export const isMuted = (words: Words): boolean => {
  const {cards, difficulty} = preferences.current;
  const entry = entryOf(words);
  return (
    !cards ||
    preferences.knows(words.reference) ||
    (entry !== undefined &&
      (preferences.knows(entry.id) || entry.difficulty < difficulty))
  );
};

/** Whether the reader has read the card of these words, where the page wants that to be seen. */
export const isRead = (words: Words, element: Element): boolean => {
  const {current} = preferences;
  if (!current.read.size || !fadesRead(element)) return false;
  const id = entryOf(words)?.id ?? words.reference;
  return current.read.has(id);
};

/** Whether words around an element are marked more quietly once their card was read. */
export const fadesRead = (element: Element): boolean =>
  !!closestOf(element, '[fade-read]');

/** Whether any tip may look different: most readers have set nothing. */
export const hasWishes = (): boolean => {
  const {cards, known, read} = preferences.current;
  return !cards || known.size > 0 || read.size > 0;
};

/** Whether the levels of terms matter to the reader, so that they are requested. */
export const wantsLevels = (): boolean => preferences.current.difficulty > 1;
